/** Die Titel der Seiten mit Einstellungen, wo ein Satz eine nennt. */
import type { Section } from "../../settings/page.ts"
import { frame } from "../console/de/frame.ts"
import { tls } from "../console/de/tls.ts"
import { tree } from "../console/de/tree.ts"

export const sectionsDe = {
  stun: tree.editStun,
  "port-management": tree.portManagement,
  "rtp-proxy-channels": tree.rtpProxyChannels,
  "network-interfaces": tree.networkInterfaces,
  dyndns: tree.dynDns,
  "office-router": tree.officeRouter,
  "system-flags": tree.systemFlags,
  "installed-certificates": tls.title,
  "data-backup": frame.dataBackup,
  notifications: tree.notifications,
  "application-firewall": tree.applicationFirewall,
} as const satisfies Record<Section, string>
