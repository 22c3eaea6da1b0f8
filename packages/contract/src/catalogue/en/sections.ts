/** The titles of the pages of settings, where one is named within a sentence. As the tree calls them, and apart from it: the tree is loaded first. */
import type { Section } from "../../settings/page.ts"

export const sectionsEn = {
  stun: "Edit STUN Configuration",
  "port-management": "Port Management",
  "rtp-proxy-channels": "RTP proxy channels",
  "network-interfaces": "Network Interfaces",
  dyndns: "DynDNS",
  "office-router": "Office router",
  "system-flags": "System Flags",
  "installed-certificates": "SIP over TLS",
  "data-backup": "Data Backup",
  notifications: "Notifications",
  "application-firewall": "Application Firewall",
} as const satisfies Record<Section, string>
