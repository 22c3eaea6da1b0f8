/** The six numbers that say how the system is, each a link to its page. */
import type { About, Call, Channels, Listener, Registration, SpeStatus, StunStatus } from "@homeport/contract"
import type { ReactNode } from "react"
import { Link } from "react-router"
import { paths } from "../../paths.ts"
import { type Status, StatusBadge } from "../../table/StatusBadge.tsx"
import { tlsState } from "../../table/tls-state.ts"
import { useTexts } from "../../text/texts.tsx"
import styles from "./Tiles.module.css"

interface TilesProps {
  readonly about: About
  readonly stun: StunStatus
  readonly listeners: readonly Listener[]
  readonly calls: readonly Call[]
  readonly channels: Channels
  readonly registrations: { readonly items: readonly Registration[]; readonly total: number }
  readonly spe: SpeStatus
}

const STUN_STATUS = { mapped: "ok", static: "ok", asking: "live", lost: "failed", off: "quiet" } as const

export function Tiles({ about, stun, listeners, calls, channels, registrations, spe }: TilesProps) {
  const texts = useTexts().home
  const open = listeners.filter(({ state }) => state === "listening")
  const wanted = listeners.filter(({ state }) => state !== "draining").length
  const stations = new Set(registrations.items.map(({ callNumber }) => callNumber)).size
  const outer = calls.filter(({ caller, callee }) => caller.network === "outer" || callee.network === "outer").length
  const portOf = (name: Listener["name"]) => listeners.find((listener) => listener.name === name)?.port ?? 0
  return (
    <section className={styles.tiles} aria-label={texts.status}>
      <Tile
        to={paths.editStun()}
        title={texts.publicAddress}
        value={stun.mapped?.host ?? texts.unknown}
        detail={stun.mapped ? texts.publicPort(stun.mapped.port) : undefined}
        status={stunStatus(stun)}
        word={texts.stun[stun.state]}
      />
      <Tile
        to={paths.portManagement()}
        title={texts.ports}
        value={texts.portsOpen(open.length, wanted)}
        detail={texts.portsWhere(portOf("SIP"), portOf("SIP_EXT"))}
      />
      <TlsTile spe={spe} listeners={listeners} />
      <Tile
        to={paths.sipClients()}
        title={texts.stations}
        value={texts.stationsRegistered(stations, about.stations.total)}
        detail={texts.stationsInternet(about.stations.internet)}
      />
      <Tile title={texts.calls} value={texts.callsNow(calls.length)} detail={texts.callsInternet(outer)} />
      <Tile
        to={paths.rtpProxyChannels()}
        title={texts.channels}
        value={texts.channelsUsed(channels.used, channels.total)}
        detail={texts.channelsPeak(channels.peakToday)}
      />
    </section>
  )
}

/** Encrypted signalling, and how long its certificate lasts. */
function TlsTile({ spe, listeners }: Pick<TilesProps, "spe" | "listeners">) {
  const texts = useTexts()
  const { kind } = tlsState(spe, listeners)
  const { support, certificate } = spe
  return (
    <Tile
      to={support ? paths.systemFlags() : paths.certificatesForTls()}
      title={texts.tls.title}
      value={kind === "closed" && !support ? texts.home.tlsOff : texts.home.tlsStates[kind]}
      detail={certificate ? texts.home.daysLeft(certificate.daysLeft) : texts.home.noCertificate}
    />
  )
}

function stunStatus(stun: StunStatus): Status {
  if (stun.state === "off") return "quiet"
  if (stun.problem !== null) return "failed"
  if (stun.portDiffers || stun.notPublic) return "warning"
  return STUN_STATUS[stun.state]
}

interface TileProps {
  readonly to?: string
  readonly title: string
  readonly value: string
  readonly detail?: ReactNode
  readonly status?: Status
  readonly word?: string
}

function Tile({ to, title, value, detail, status, word }: TileProps) {
  const content = (
    <>
      <span className={styles.title}>{title}</span>
      <span className={styles.value}>{value}</span>
      <span className={styles.detail}>
        {status && word ? <StatusBadge status={status}>{word}</StatusBadge> : null}
        {detail ? <span>{detail}</span> : null}
      </span>
    </>
  )
  return to ? (
    <Link to={to} className={styles.tile}>
      {content}
    </Link>
  ) : (
    <div className={styles.tile}>{content}</div>
  )
}
