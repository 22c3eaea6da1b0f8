/** Every text of the console in German. */
import { everywhereDe as sentences } from "../de/everywhere.ts"
import { form, frame, login, table } from "./de/frame.ts"
import { home } from "./de/home.ts"
import { file, moment, password, registration } from "./de/parts.ts"
import { sipClients } from "./de/sip-clients.ts"
import { tls } from "./de/tls.ts"
import { tree } from "./de/tree.ts"
import type { ConsoleTexts, PageTextsLoaders } from "./en.ts"

export const de: ConsoleTexts = {
  file,
  form,
  frame,
  home,
  login,
  moment,
  password,
  registration,
  sentences,
  sipClients,
  table,
  tls,
  tree,
}

export const dePages: PageTextsLoaders = {
  about: async () => (await import("./de/about.ts")).about,
  backup: async () => (await import("./de/backup.ts")).backup,
  administrators: async () => (await import("./de/administrators.ts")).administrators,
  dynDns: async () => (await import("./de/dyndns.ts")).dynDns,
  adminLog: async () => (await import("./de/admin-log.ts")).adminLog,
  events: async () => (await import("./de/events.ts")).events,
  eventSentences: async () => (await import("../de/event-words.ts")).eventWordsDe,
  firewall: async () => (await import("./de/firewall.ts")).firewall,
  forwarding: async () => (await import("./de/forwarding.ts")).forwarding,
  ipTelephones: async () => (await import("./de/ip-telephones.ts")).ipTelephones,
  calls: async () => (await import("./de/calls.ts")).calls,
  channels: async () => (await import("./de/ports.ts")).channels,
  notifications: async () => (await import("./de/notifications.ts")).notifications,
  interfaces: async () => (await import("./de/network.ts")).interfaces,
  ports: async () => (await import("./de/ports.ts")).ports,
  readiness: async () => (await import("./de/readiness.ts")).readiness,
  registrationTrial: async () => (await import("./de/registration-trial.ts")).registrationTrial,
  router: async () => (await import("./de/router.ts")).router,
  deployment: async () => (await import("./de/deployment.ts")).deployment,
  search: async () => (await import("./de/search.ts")).search,
  security: async () => (await import("./de/security.ts")).security,
  sipClient: async () => (await import("./de/sip-client.ts")).sipClient,
  stationCsv: async () => (await import("./de/station-csv.ts")).stationCsv,
  sipAtHome: async () => (await import("./de/sip-at-home.ts")).sipAtHome,
  stationHelp: async () => (await import("./de/station-help.ts")).stationHelp,
  stun: async () => (await import("./de/stun.ts")).stun,
  systemFlags: async () => (await import("./de/system-flags.ts")).systemFlags,
  wizard: async () => (await import("./de/wizard.ts")).wizard,
}
