/** The API names a page of the settings by its code; people know it by its title. */
import type { Section } from "@homeport/contract"
import type { ConsoleTexts } from "./texts.tsx"

export const sectionTitles = ({ frame, tls, tree }: ConsoleTexts): Readonly<Record<Section, string>> => ({
  dyndns: tree.dynDns,
  "office-router": tree.officeRouter,
  "network-interfaces": tree.networkInterfaces,
  "port-management": tree.portManagement,
  "rtp-proxy-channels": tree.rtpProxyChannels,
  stun: tree.editStun,
  "system-flags": tree.systemFlags,
  "installed-certificates": tls.title,
  "data-backup": frame.dataBackup,
  notifications: tree.notifications,
  "application-firewall": tree.applicationFirewall,
})
