/** What the routes are given: everything that is wired together in run.ts (or, for a test, in testing/). */
import type { AvailableInterface } from "@homeport/contract"
import type { SettingsState, Store } from "@homeport/store"
import type { AccountParts } from "./accounts/account-parts.ts"
import type { BackupParts } from "./backups/backup-parts.ts"
import type { CertificateService } from "./certificates/certificate-service.ts"
import type { Inventory } from "./certificates/inventory.ts"
import type { Pki } from "./certificates/pki.ts"
import type { RevocationLists } from "./certificates/revocation-lists.ts"
import type { SpeService } from "./certificates/spe-service.ts"
import type { DyndnsMonitor } from "./core/dyndns-monitor.ts"
import type { EventRecorder } from "./core/event-recorder.ts"
import type { LiveCore } from "./core/live-core.ts"
import type { DyndnsUpdater } from "./dyndns/dyndns-updater.ts"
import type { FirewallParts } from "./firewall/firewall-parts.ts"
import type { ConsoleHttps } from "./http/console-https.ts"
import type { FirstSignIn } from "./http/first-sign-in.ts"
import type { RequestOrigin } from "./http/request-origin.ts"
import type { TopicStream } from "./http/topic-stream.ts"
import type { Metrics } from "./metrics/metrics.ts"
import type { Notifications } from "./notifications/notifications.ts"
import type { HomeLinkService } from "./phones/home/home-link-service.ts"
import type { PhonesForwarding } from "./phones/phones-forwarding.ts"
import type { PhonesStatusSource } from "./phones/phones-status.ts"
import type { PhonesUrls } from "./phones/phones-urls.ts"
import type { DeviceFetches } from "./provisioning/device-fetches.ts"
import type { DeviceFiles } from "./provisioning/device-files.ts"
import type { DeviceService } from "./provisioning/device-service.ts"
import type { OfficeRouter } from "./router/office-router.ts"
import type { SettingsService } from "./settings/settings-service.ts"

export interface Services extends AccountParts, BackupParts {
  readonly store: Store
  readonly core: LiveCore
  readonly dyndns: DyndnsMonitor
  readonly dyndnsUpdater: DyndnsUpdater
  readonly officeRouter: OfficeRouter
  /** `HOMEPORT_PHONES`; undefined: off. */
  readonly phonesPort: number | undefined
  readonly phonesForwarding: Pick<PhonesForwarding, "came" | "proof">
  readonly settings: SettingsService
  readonly pki: Pki
  readonly certificates: CertificateService
  readonly spe: SpeService
  readonly revocationLists: RevocationLists
  /** Of the stored state, or of a draft's. */
  readonly inventory: (state?: SettingsState) => Inventory
  readonly consoleHttps: ConsoleHttps
  readonly phones: PhonesUrls
  readonly phonesStatus: PhonesStatusSource
  readonly devices: DeviceService
  readonly deviceFiles: DeviceFiles
  readonly deviceFetches: DeviceFetches
  /** One-time links for the people who have a device at home. */
  readonly homeLinks: HomeLinkService
  /** What phones at home are given: the host name of DynDNS, else the mapped address. */
  readonly publicName: () => string | undefined
  /** Names and addresses for a new server certificate, the most important first. */
  readonly ownNames: () => readonly { readonly type: "dns" | "ip"; readonly value: string }[]
  readonly blocks: FirewallParts["blocks"]
  /** Who may reach the console and the phones' listener. */
  readonly gate: FirewallParts["gate"]
  /** What counts as inside the office, in CIDR notation. */
  readonly localNetworks: () => readonly string[]
  readonly lookForUnblocking: () => Promise<void>
  readonly events: EventRecorder
  readonly metrics: Metrics
  /** Events on their way to mailboxes and a webhook. */
  readonly notifications: Notifications
  readonly origin: RequestOrigin
  readonly stream: TopicStream
  readonly firstSignIn: FirstSignIn
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly interfaces: () => readonly AvailableInterface[]
  /** This machine passes packets on between its networks. */
  readonly forwardsPackets: () => boolean
  readonly process: { readonly version: string; readonly startedAt: number; stopping: boolean }
}
