/** Every route there is. The contract test compares them with the contract's endpoints. */
import type { Route } from "../http/implement.ts"
import type { PasswordHasher } from "../http/password-hash.ts"
import type { Services } from "../services.ts"
import { adminLogRoutes } from "./admin-log.ts"
import { administratorRoutes } from "./administrators.ts"
import { apiTokenRoutes } from "./api-tokens.ts"
import { backupRoutes } from "./backups.ts"
import { blockRoutes } from "./blocks.ts"
import { certificateRoutes } from "./certificates.ts"
import { consoleCertificateRoutes } from "./console-certificate.ts"
import { deviceRoutes } from "./devices.ts"
import { dyndnsSettingsRoutes } from "./dyndns-settings.ts"
import { endedCallRoutes } from "./ended-calls.ts"
import { eventRoutes } from "./events.ts"
import { forwardingRoutes } from "./forwarding.ts"
import { homeLinkRoutes } from "./home-links.ts"
import { liveRoutes } from "./live.ts"
import { loginRoutes } from "./login.ts"
import { metricsRoutes } from "./metrics.ts"
import { notificationsRoutes } from "./notifications.ts"
import { notificationsSettingsRoutes } from "./notifications-settings.ts"
import { officeRouterRoutes } from "./office-router.ts"
import { ownAccountRoutes } from "./own-account.ts"
import { phonesRoutes } from "./phones.ts"
import { readinessRoutes } from "./readiness.ts"
import { registrationTrialRoutes } from "./registration-trials.ts"
import { registrationRoutes } from "./registrations.ts"
import { settingsRoutes } from "./settings.ts"
import { sipClientRoutes } from "./sip-clients.ts"
import { sipClientCsvRoutes } from "./sip-clients-csv.ts"
import { speRoutes } from "./spe.ts"
import { stationTimelineRoutes } from "./station-timeline.ts"
import { systemRoutes } from "./system.ts"

export const allRoutes = (services: Services, hasher: PasswordHasher): readonly Route[] => [
  ...loginRoutes(services, hasher),
  ...ownAccountRoutes(services, hasher),
  ...administratorRoutes(services),
  ...apiTokenRoutes(services),
  ...sipClientRoutes(services),
  ...sipClientCsvRoutes(services),
  ...settingsRoutes(services),
  ...dyndnsSettingsRoutes(services),
  ...notificationsSettingsRoutes(services),
  ...blockRoutes(services),
  ...certificateRoutes(services),
  ...consoleCertificateRoutes(services),
  ...speRoutes(services),
  ...deviceRoutes(services),
  ...homeLinkRoutes(services),
  ...phonesRoutes(services),
  ...registrationRoutes(services),
  ...readinessRoutes(services),
  ...registrationTrialRoutes(services),
  ...stationTimelineRoutes(services),
  ...liveRoutes(services),
  ...endedCallRoutes(services),
  ...forwardingRoutes(services),
  ...officeRouterRoutes(services),
  ...backupRoutes(services),
  ...eventRoutes(services),
  ...metricsRoutes(services),
  ...adminLogRoutes(services),
  ...notificationsRoutes(services),
  ...systemRoutes(services),
]
