/** Which warnings the state of the system deserves, in the order of their weight. */
import {
  type About,
  type Certificate,
  type Channels,
  type DyndnsStatus,
  expiryWarnings,
  type Listener,
  type SpeStatus,
  type StunStatus,
} from "@homeport/contract"
import { paths } from "../../paths.ts"
import { mendOf } from "../../table/tls-state.ts"
import { sentenceOf } from "../../text/problem.ts"
import type { ConsoleTexts } from "../../text/texts.tsx"

export interface Warning {
  readonly key: string
  readonly severity: "failed" | "warning"
  readonly text: string
  readonly page: { readonly path: string; readonly label: string }
}

export interface SystemState {
  readonly about: About
  readonly stun: StunStatus
  readonly dyndns: DyndnsStatus
  readonly listeners: readonly Listener[]
  readonly channels: Channels
  readonly spe: SpeStatus
  readonly certificates: readonly Certificate[]
}

export function warningsOf(state: SystemState, texts: ConsoleTexts): Warning[] {
  const { about, stun, dyndns, listeners, channels, spe, certificates } = state
  const words = texts.home.warnings
  const pages = {
    ports: { path: paths.portManagement(), label: texts.tree.portManagement },
    interfaces: { path: paths.networkInterfaces(), label: texts.tree.networkInterfaces },
    stun: { path: paths.editStun(), label: texts.tree.editStun },
    dynDns: { path: paths.dynDns(), label: texts.tree.dynDns },
    channels: { path: paths.rtpProxyChannels(), label: texts.tree.rtpProxyChannels },
    tls: { path: paths.certificatesForTls(), label: texts.tree.certificatesForTls },
  }
  const failed = listeners
    .filter(({ state }) => state === "failed")
    .map(
      ({ name, transport, address, port, problem }): Warning => ({
        key: `${name} ${transport} ${address}`,
        severity: "failed",
        text: words.listener(name, transport, address, port, texts.home.listenerProblem[problem ?? "failed"]),
        page: listenerPage(problem),
      }),
    )
  const found: (Warning | false | undefined)[] = [
    ...failed,
    about.warnings.includes("loopback-only") && {
      key: "loopback-only",
      severity: "failed",
      text: words.loopbackOnly,
      page: pages.interfaces,
    },
    stunWarning(),
    stun.notPublic &&
      stun.mapped !== null && {
        key: "not-public",
        severity: "failed",
        text: words.notPublic(stun.mapped.host),
        page: pages.stun,
      },
    stun.portDiffers &&
      stun.mapped !== null && {
        key: "port-differs",
        severity: "warning",
        text: words.portDiffers(stun.mapped.port, stun.localPort),
        page: pages.stun,
      },
    dynDnsWarning(),
    tlsWarning(),
    ...certificates.map(certificateWarning),
    channels.used > channels.total * 0.8 && {
      key: "channels",
      severity: channels.used === channels.total ? "failed" : "warning",
      text: words.channels(channels.used, channels.total),
      page: pages.channels,
    },
  ]
  return found.filter((warning) => typeof warning === "object")

  function listenerPage(problem: Listener["problem"]): Warning["page"] {
    if (problem === "address-not-available") return pages.interfaces
    return problem === "certificate" ? pages.tls : pages.ports
  }

  /** Wanted and closed; or open, under another name than the one that phones are given. */
  function tlsWarning(): Warning | undefined {
    const { support, open, reasons, publicName, namesPublicName } = spe
    const [first] = reasons
    if (support && !open && first !== undefined) {
      const why = sentenceOf(texts, "tls", first)
      return { key: "tls-closed", severity: "failed", text: words.tlsClosed(why), page: mendOf(first, texts) }
    }
    if (!open || namesPublicName !== false || publicName === null) return undefined
    return { key: "name-not-in-certificate", severity: "warning", text: words.nameNotIn(publicName), page: pages.tls }
  }

  /** In use, and soon over or over already. */
  function certificateWarning({ id, name, usedBy, daysLeft }: Certificate): Warning | undefined {
    const [early, , last] = expiryWarnings
    if (usedBy.length === 0 || daysLeft > early) return undefined
    // The same in other words.
    if (usedBy.includes("spe-certificate") && spe.support && spe.reasons.includes("expired")) return undefined
    const uses = usedBy.map((use) => sentenceOf(texts, "use", use)).join(", ")
    return {
      key: `certificate-${id}`,
      severity: daysLeft <= last ? "failed" : "warning",
      text: daysLeft < 0 ? words.certificateExpired(name, uses) : words.certificateEnds(name, uses, daysLeft),
      page: { path: paths.certificate(id), label: name },
    }
  }

  /** A warning at most: phones at home may be told another address than this machine. */
  function dynDnsWarning(): Warning | undefined {
    const { hostName, addresses, mapped, state, update } = dyndns
    if (hostName === null || about.stations.internet === 0) return undefined
    const warn = (text: string, key: string = state): Warning => ({
      key: `name-${key}`,
      severity: "warning",
      text,
      page: pages.dynDns,
    })
    // What the others are the consequence of.
    if (update?.state === "stopped") return warn(words.dynDnsStopped(hostName), "stopped")
    if (state === "not-resolved") return warn(words.nameNotResolved(hostName))
    if (state === "differs") return warn(words.nameDiffers(hostName, addresses.join(", "), mapped ?? ""))
    return undefined
  }

  function stunWarning(): Warning | undefined {
    const server = stun.server ?? ""
    const warn = (key: string, severity: Warning["severity"], text: string): Warning => ({
      key,
      severity,
      text,
      page: pages.stun,
    })
    if (stun.problem === "no-server")
      return about.stations.internet > 0
        ? warn("no-server", "failed", words.noServer(about.stations.internet))
        : undefined
    if (stun.state === "lost") return warn("lost", "failed", words.lost(server))
    if (stun.problem === "name-not-resolved") return warn("not-resolved", "failed", words.notResolved(server))
    if (stun.problem === "no-answer") return warn("no-answer", "failed", words.noAnswer(server))
    return undefined
  }
}
