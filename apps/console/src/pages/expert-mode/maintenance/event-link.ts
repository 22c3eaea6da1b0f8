/** The page where something can be done about an event, with its title. */
import { type EventPlace, eventKindOf, type Params } from "@homeport/contract"
import { paths } from "../../../paths.ts"
import type { ConsoleTexts } from "../../../text/texts.tsx"

export interface EventLink {
  readonly path: string
  readonly title: string
}

export function eventLink(
  code: string,
  params: Params,
  tree: ConsoleTexts["tree"],
  thatStation: (callNumber: string) => string,
): EventLink | undefined {
  const { place } = eventKindOf(code)
  if (place === undefined) return undefined
  if (place === "station" || place === "caller" || place === "called") {
    const callNumber = stationOf(place, params)
    return callNumber === ""
      ? undefined
      : { path: found(paths.sipClients(), callNumber), title: thatStation(callNumber) }
  }
  if (place === "devices") {
    const callNumber = stationOf("station", params)
    const path = paths.phoneParameterDeployment()
    return { path: callNumber === "" ? path : found(path, callNumber), title: tree.phoneParameterDeployment }
  }
  return pages(tree)[place]
}

function stationOf(place: "station" | "caller" | "called", params: Params): string {
  const value = { station: params.callNumber ?? params.user, caller: params.from, called: params.to }[place]
  return String(value ?? "")
}

const found = (path: string, q: string): string => `${path}?q=${encodeURIComponent(q)}`

type Page = Exclude<EventPlace, "station" | "caller" | "called" | "devices">

const pages = (tree: ConsoleTexts["tree"]): Readonly<Record<Page, EventLink>> => ({
  automaticMapping: { path: paths.automaticMapping(), title: tree.automaticMapping },
  blocks: { path: paths.blockedAddresses(), title: tree.blockedAddresses },
  certificates: { path: paths.certificateManagement(), title: tree.certificateManagement },
  certificatesForTls: { path: paths.certificatesForTls(), title: tree.certificatesForTls },
  channels: { path: paths.rtpProxyChannels(), title: tree.rtpProxyChannels },
  dataBackup: { path: paths.scheduledBackups(), title: tree.scheduledBackups },
  dyndns: { path: paths.dynDns(), title: tree.dynDns },
  firewall: { path: paths.applicationFirewall(), title: tree.applicationFirewall },
  networkInterfaces: { path: paths.networkInterfaces(), title: tree.networkInterfaces },
  notifications: { path: paths.notifications(), title: tree.notifications },
  officeRouter: { path: paths.officeRouter(), title: tree.officeRouter },
  phoneRequests: { path: paths.phoneRequests(), title: tree.phoneRequests },
  ports: { path: paths.portManagement(), title: tree.portManagement },
  sipClients: { path: paths.sipClients(), title: tree.sipClients },
  speAuthorities: { path: paths.speAuthorities(), title: tree.speAuthorities },
  speCertificate: { path: paths.speCertificate(), title: tree.speCertificate },
  stun: { path: paths.editStun(), title: tree.editStun },
  systemFlags: { path: paths.systemFlags(), title: tree.systemFlags },
})
