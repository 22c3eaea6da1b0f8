/** All pages of settings as one value: what the store keeps and the core's configuration is made of. */
import type * as z from "zod/mini"
import {
  type ApplicationFirewallSettings,
  applicationFirewallDefaults,
  applicationFirewallSettings,
} from "./application-firewall.ts"
import { type DataBackupSettings, dataBackupDefaults, dataBackupSettings } from "./data-backup.ts"
import { type DyndnsSettings, dyndnsDefaults, dyndnsSettings } from "./dyndns.ts"
import {
  type InstalledCertificates,
  installedCertificates,
  installedCertificatesDefaults,
} from "./installed-certificates.ts"
import {
  type NetworkInterfacesSettings,
  networkInterfacesDefaults,
  networkInterfacesSettings,
} from "./network-interfaces.ts"
import { type NotificationsSettings, notificationsDefaults, notificationsSettings } from "./notifications.ts"
import { type OfficeRouterSettings, officeRouterDefaults, officeRouterSettings } from "./office-router.ts"
import type { Section } from "./page.ts"
import { type PortManagementSettings, portManagementDefaults, portManagementSettings } from "./port-management.ts"
import {
  type RtpProxyChannelsSettings,
  rtpProxyChannelsDefaults,
  rtpProxyChannelsSettings,
} from "./rtp-proxy-channels.ts"
import { type StunSettings, stunDefaults, stunSettings } from "./stun.ts"
import { type SystemFlags, systemFlagsDefaults, systemFlagsSettings } from "./system-flags.ts"

export interface AllSettings {
  readonly stun: StunSettings
  readonly "port-management": PortManagementSettings
  readonly "rtp-proxy-channels": RtpProxyChannelsSettings
  readonly "network-interfaces": NetworkInterfacesSettings
  readonly dyndns: DyndnsSettings
  readonly "office-router": OfficeRouterSettings
  readonly "system-flags": SystemFlags
  readonly "installed-certificates": InstalledCertificates
  readonly "data-backup": DataBackupSettings
  readonly notifications: NotificationsSettings
  readonly "application-firewall": ApplicationFirewallSettings
}

export const settingsDefaults: AllSettings = {
  stun: stunDefaults,
  "port-management": portManagementDefaults,
  "rtp-proxy-channels": rtpProxyChannelsDefaults,
  "network-interfaces": networkInterfacesDefaults,
  dyndns: dyndnsDefaults,
  "office-router": officeRouterDefaults,
  "system-flags": systemFlagsDefaults,
  "installed-certificates": installedCertificatesDefaults,
  "data-backup": dataBackupDefaults,
  notifications: notificationsDefaults,
  "application-firewall": applicationFirewallDefaults,
}

export const settingsSchemas: { readonly [S in Section]: z.ZodMiniType<AllSettings[S]> } = {
  stun: stunSettings,
  "port-management": portManagementSettings,
  "rtp-proxy-channels": rtpProxyChannelsSettings,
  "network-interfaces": networkInterfacesSettings,
  dyndns: dyndnsSettings,
  "office-router": officeRouterSettings,
  "system-flags": systemFlagsSettings,
  "installed-certificates": installedCertificates,
  "data-backup": dataBackupSettings,
  notifications: notificationsSettings,
  "application-firewall": applicationFirewallSettings,
}
