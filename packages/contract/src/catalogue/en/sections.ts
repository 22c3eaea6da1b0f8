/** The titles of the pages of settings, where one is named within a sentence. */
import type { Section } from "../../settings/page.ts"
import { frame } from "../console/en/frame.ts"
import { tls } from "../console/en/tls.ts"
import { tree } from "../console/en/tree.ts"

export const sectionsEn = {
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
