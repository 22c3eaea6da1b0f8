/** What is made for a stored device: state, link, sheet, file, fetches. */
import { type Device, devices, provisioningSentence } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "react-router"
import { deviceModelsQuery, provisionQuery } from "../../../../../api/device-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { FirmwareBadge } from "../../../../../devices/FirmwareBadge.tsx"
import { paths } from "../../../../../paths.ts"
import { Card, Facts, Notice } from "../../../../../table/Card.tsx"
import { addressText } from "../../../../../table/registration-columns.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../../table/Ticking.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"
import { DeviceFetches } from "./DeviceFetches.tsx"
import { DeviceFiles } from "./DeviceFiles.tsx"
import { DeviceLinkForm } from "./DeviceLinkForm.tsx"
import { DevicePaper } from "./DevicePaper.tsx"
import { HomeLinkCard } from "./HomeLinkCard.tsx"
import styles from "./StationDevicesPage.module.css"
import { useRevealed } from "./use-revealed.ts"

export function DeviceDetails({ device }: { device: Device }) {
  const { data: shown } = useSuspenseQuery(provisionQuery(device.id))
  const { data: models } = useSuspenseQuery(deviceModelsQuery())
  const mayReveal = useAllowed(devices.reveal)
  const secrets = useRevealed(device.id, shown)
  const [opened, setOpened] = useState<Parameters<typeof DevicePaper>[0]["opened"]>()
  const model = models.items.find(({ id }) => id === device.model)
  // What was shown once is not shown again for a link that is closed, or another one.
  const link = device.link && opened?.opensUntil === device.link.opensUntil ? opened : undefined
  return (
    <>
      <Now device={device} />
      {shown.ok ? <Notes notes={shown.notes} /> : <Refused device={device} refusal={shown} />}
      {shown.ok ? (
        <>
          <DeviceLinkForm device={device} model={model} opened={link} onOpened={setOpened} />
          <HomeLinkCard device={device} />
          <DevicePaper device={device} secrets={secrets} mayReveal={mayReveal} opened={link} />
          {shown.files.length > 0 ? <DeviceFiles device={device} secrets={secrets} mayReveal={mayReveal} /> : null}
        </>
      ) : device.homeLink ? (
        <HomeLinkCard device={device} />
      ) : null}
      <DeviceFetches device={device.id} />
    </>
  )
}

function Now({ device }: { device: Device }) {
  const words = usePageTexts("deployment")
  const { registered, lastFetch, outdated } = device
  const facts = [
    {
      name: words.now.registered,
      value:
        registered === null ? (
          <StatusBadge status="quiet">{words.now.notRegistered}</StatusBadge>
        ) : (
          <>
            <StatusBadge status="ok">{addressText(registered.source)}</StatusBadge> {registered.userAgent}
          </>
        ),
    },
    {
      name: words.now.firmware,
      value: (
        <FirmwareBadge
          firmware={registered?.firmware ?? lastFetch?.firmware ?? null}
          verdict={registered?.firmware ? registered.verdict : (lastFetch?.verdict ?? null)}
        />
      ),
    },
    {
      name: words.now.lastFetch,
      value:
        lastFetch === null ? (
          words.now.never
        ) : (
          <>
            <Moment at={lastFetch.at} /> · {lastFetch.file} · {lastFetch.address}
          </>
        ),
    },
  ]
  return (
    <Card title={words.now.title}>
      <div className={styles.stack}>
        <Facts facts={facts} />
        {outdated ? <Notice status="warning">{words.now.outdatedText}</Notice> : null}
      </div>
    </Card>
  )
}

interface Coded {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

function Notes({ notes }: { notes: readonly Coded[] }) {
  const { language } = useLanguage()
  if (notes.length === 0) return null
  return (
    <div className={styles.stack}>
      {notes.map(({ code, params }) => (
        <Notice key={code} status={INFORMS.has(code) ? "live" : "warning"}>
          {provisioningSentence(language, "note", code, params)}
        </Notice>
      ))}
    </div>
  )
}

/** Of the notes, those that ask for nothing. */
const INFORMS: ReadonlySet<string> = new Set(["TestedFirmware", "LabelsMayDiffer"])

interface RefusedProps {
  readonly device: Device
  readonly refusal: { readonly reason: string; readonly params: Readonly<Record<string, string>> }
}

/** The reason, and the page where it is mended. */
function Refused({ device, refusal: { reason, params } }: RefusedProps) {
  const { language, texts } = useLanguage()
  const words = usePageTexts("deployment").station
  const mend = MENDS[reason]?.(device.station)
  return (
    <Notice status="failed">
      <strong>{words.refused}</strong> {provisioningSentence(language, "refusal", reason, params)}{" "}
      {mend === undefined ? null : <Link to={mend.to}>{texts.tree[mend.label]}</Link>}
    </Notice>
  )
}

const MENDS: Readonly<
  Record<
    string,
    (station: number) => {
      readonly to: string
      readonly label: "editStun" | "certificatesForTls" | "editSipClient" | "dynDns"
    }
  >
> = {
  StunServerMissing: () => ({ to: paths.editStun(), label: "editStun" }),
  AuthorityMissing: () => ({ to: paths.certificatesForTls(), label: "certificatesForTls" }),
  PublicNameUnknown: () => ({ to: paths.dynDns(), label: "dynDns" }),
  ValueNotCarried: (station) => ({ to: paths.sipClient(station), label: "editSipClient" }),
  DigestNotSupported: (station) => ({ to: paths.sipClient(station), label: "editSipClient" }),
}
