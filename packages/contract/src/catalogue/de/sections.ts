/** Die Titel der Seiten mit Einstellungen, wo ein Satz eine nennt. Wie im Baum, aber für sich: Der Baum wird zuerst geladen. */
import type { Section } from "../../settings/page.ts"

export const sectionsDe = {
  stun: "STUN-Konfiguration bearbeiten",
  "port-management": "Portverwaltung",
  "rtp-proxy-channels": "RTP-Proxy-Kanäle",
  "network-interfaces": "Netzwerkschnittstellen",
  dyndns: "DynDNS",
  "office-router": "Büro-Router",
  "system-flags": "Systemflags",
  "installed-certificates": "SIP über TLS",
  "data-backup": "Datensicherung",
  notifications: "Benachrichtigungen",
  "application-firewall": "Application Firewall",
} as const satisfies Record<Section, string>
