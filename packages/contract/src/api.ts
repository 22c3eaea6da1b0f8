/** Every endpoint, by resource: what `apps/server` must have a route for, and nothing else. */

import { adminLog } from "./admin-log.ts"
import { administrators } from "./administrators.ts"
import { apiTokens } from "./api-tokens.ts"
import { backups } from "./backups.ts"
import { blocks } from "./blocks.ts"
import { certificates } from "./certificates.ts"
import { consoleCertificate } from "./console-certificate.ts"
import { stationCsv } from "./csv/station-csv.ts"
import { devices } from "./devices.ts"
import { endedCalls } from "./ended-calls.ts"
import type { Endpoint } from "./endpoint.ts"
import { eventFile } from "./event-file.ts"
import { events } from "./events.ts"
import { forwarding } from "./forwarding.ts"
import { homeLinks } from "./home-links.ts"
import { live } from "./live.ts"
import { login } from "./login.ts"
import { metrics } from "./metrics.ts"
import { notifications } from "./notifications.ts"
import { officeRouter } from "./office-router.ts"
import { me } from "./own-account.ts"
import { phones } from "./phones.ts"
import { readiness } from "./readiness.ts"
import { registrationTrials } from "./registration-trial.ts"
import { registrations } from "./registrations.ts"
import { applicationFirewall } from "./settings/application-firewall.ts"
import { dataBackup } from "./settings/data-backup.ts"
import { dyndns } from "./settings/dyndns.ts"
import { networkInterfaces } from "./settings/network-interfaces.ts"
import { notificationsSettingsPage } from "./settings/notifications.ts"
import { officeRouterSettingsPage } from "./settings/office-router.ts"
import { portManagement } from "./settings/port-management.ts"
import { rtpProxyChannels } from "./settings/rtp-proxy-channels.ts"
import { stun } from "./settings/stun.ts"
import { systemFlags } from "./settings/system-flags.ts"
import { signIns } from "./sign-ins.ts"
import { sipClients } from "./sip-clients.ts"
import { spe } from "./spe.ts"
import { stationTimeline } from "./station-timeline.ts"
import { system } from "./system.ts"

export const api = {
  login,
  me,
  administrators,
  apiTokens,
  signIns,
  sipClients,
  stationCsv,
  stationTimeline,
  stun,
  portManagement,
  rtpProxyChannels,
  networkInterfaces,
  dyndns,
  officeRouter,
  officeRouterSettings: officeRouterSettingsPage,
  systemFlags,
  applicationFirewall,
  blocks,
  certificates,
  consoleCertificate,
  spe,
  devices,
  homeLinks,
  phones,
  registrations,
  readiness,
  registrationTrials,
  live,
  endedCalls,
  forwarding,
  events,
  eventFile,
  backups,
  dataBackup,
  metrics,
  adminLog,
  notifications,
  notificationsSettings: notificationsSettingsPage,
  system,
}

/** The same as one list. */
export const endpoints: readonly Endpoint[] = Object.values(api).flatMap((resource): Endpoint[] =>
  Object.values(resource),
)
