/** Where what a check found is mended, or at least explained. */
import type { ReadinessItem, TlsReason } from "@homeport/contract"
import { paths } from "../paths.ts"
import { mendOf } from "../table/tls-state.ts"
import type { ConsoleTexts } from "../text/texts.tsx"

interface Page {
  readonly path: string
  readonly label: string
}

export function mendingPage({ check, reason, params, station }: ReadinessItem, texts: ConsoleTexts): Page {
  const { tree } = texts
  const router = { path: paths.officeRouter(), label: tree.officeRouter }
  const ports = { path: paths.portManagement(), label: tree.portManagement }
  const interfaces = { path: paths.networkInterfaces(), label: tree.networkInterfaces }
  const stun = { path: paths.editStun(), label: tree.editStun }
  const stations = {
    path: station === null ? paths.sipClients() : paths.sipClient(station),
    label: tree.sipClients,
  }
  switch (check) {
    case "authentication":
      return stations
    case "inner-ports":
      return reason === "registered" ? router : ports
    case "migrated-ports":
    case "forwarding":
      return ports
    case "stun-server":
    case "mapping":
      return stun
    case "mapped-port":
    case "public-address":
      return router
    case "one-interface":
    case "lan1":
      return interfaces
    case "public-name":
      return { path: paths.dynDns(), label: tree.dynDns }
    case "tls":
      // Of a closed port: `why` is one of the reasons.
      return reason === "closed"
        ? mendOf(params.why as TlsReason, texts)
        : { path: paths.certificatesForTls(), label: tree.certificatesForTls }
    case "devices": {
      const path = station === null ? paths.phoneParameterDeployment() : paths.stationDevices(station)
      return { path, label: tree.phoneParameterDeployment }
    }
    case "refusals":
      return station === null ? { path: paths.events(), label: tree.events } : stations
    case "channels":
      return { path: paths.rtpProxyChannels(), label: tree.rtpProxyChannels }
  }
}
