/** Which warnings the state of the system deserves, in the order of their weight. */
import type { About, Channels, DyndnsStatus, Listener, StunStatus } from "@homeport/contract"
import { paths } from "../../paths.ts"
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
}

export function warningsOf({ about, stun, dyndns, listeners, channels }: SystemState, texts: ConsoleTexts): Warning[] {
  const words = texts.home.warnings
  const pages = {
    ports: { path: paths.portManagement(), label: texts.tree.portManagement },
    interfaces: { path: paths.networkInterfaces(), label: texts.tree.networkInterfaces },
    stun: { path: paths.editStun(), label: texts.tree.editStun },
    dynDns: { path: paths.dynDns(), label: texts.tree.dynDns },
    channels: { path: paths.rtpProxyChannels(), label: texts.tree.rtpProxyChannels },
  }
  const failed = listeners
    .filter(({ state }) => state === "failed")
    .map(
      ({ name, transport, address, port, problem }): Warning => ({
        key: `${name} ${transport} ${address}`,
        severity: "failed",
        text: words.listener(name, transport, address, port, texts.home.listenerProblem[problem ?? "failed"]),
        page: problem === "address-not-available" ? pages.interfaces : pages.ports,
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
    channels.used > channels.total * 0.8 && {
      key: "channels",
      severity: channels.used === channels.total ? "failed" : "warning",
      text: words.channels(channels.used, channels.total),
      page: pages.channels,
    },
  ]
  return found.filter((warning) => typeof warning === "object")

  /** A warning at most: phones at home may be told another address than this machine. */
  function dynDnsWarning(): Warning | undefined {
    const { hostName, addresses, mapped, state } = dyndns
    if (hostName === null || about.stations.internet === 0) return undefined
    const warn = (text: string): Warning => ({ key: `name-${state}`, severity: "warning", text, page: pages.dynDns })
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
