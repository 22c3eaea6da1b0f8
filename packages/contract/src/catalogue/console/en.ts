/** Every text of the console in English: it decides which texts there are. */
import { everywhereEn as sentences } from "../en/everywhere.ts"
import { form, frame, login, table } from "./en/frame.ts"
import { home } from "./en/home.ts"
import { file, moment, password, registration } from "./en/parts.ts"
import { sipClients } from "./en/sip-clients.ts"
import { tls } from "./en/tls.ts"
import { tree } from "./en/tree.ts"
import type { Texts } from "./texts.ts"

export type { HelpField, HelpText } from "./texts.ts"

const english = {
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

export type ConsoleTexts = Texts<typeof english>

export const en: ConsoleTexts = english

/** What only some pages say, and at length: each a chunk of its own, loaded with them. */
const englishPages = {
  about: async () => (await import("./en/about.ts")).about,
  backup: async () => (await import("./en/backup.ts")).backup,
  administrators: async () => (await import("./en/administrators.ts")).administrators,
  dynDns: async () => (await import("./en/dyndns.ts")).dynDns,
  adminLog: async () => (await import("./en/admin-log.ts")).adminLog,
  events: async () => (await import("./en/events.ts")).events,
  eventSentences: async () => (await import("../en/event-words.ts")).eventWordsEn,
  firewall: async () => (await import("./en/firewall.ts")).firewall,
  forwarding: async () => (await import("./en/forwarding.ts")).forwarding,
  ipTelephones: async () => (await import("./en/ip-telephones.ts")).ipTelephones,
  calls: async () => (await import("./en/calls.ts")).calls,
  channels: async () => (await import("./en/ports.ts")).channels,
  notifications: async () => (await import("./en/notifications.ts")).notifications,
  interfaces: async () => (await import("./en/network.ts")).interfaces,
  ports: async () => (await import("./en/ports.ts")).ports,
  readiness: async () => (await import("./en/readiness.ts")).readiness,
  registrationTrial: async () => (await import("./en/registration-trial.ts")).registrationTrial,
  router: async () => (await import("./en/router.ts")).router,
  deployment: async () => (await import("./en/deployment.ts")).deployment,
  search: async () => (await import("./en/search.ts")).search,
  security: async () => (await import("./en/security.ts")).security,
  sipClient: async () => (await import("./en/sip-client.ts")).sipClient,
  stationCsv: async () => (await import("./en/station-csv.ts")).stationCsv,
  sipAtHome: async () => (await import("./en/sip-at-home.ts")).sipAtHome,
  stationHelp: async () => (await import("./en/station-help.ts")).stationHelp,
  stun: async () => (await import("./en/stun.ts")).stun,
  systemFlags: async () => (await import("./en/system-flags.ts")).systemFlags,
  wizard: async () => (await import("./en/wizard.ts")).wizard,
}

export type PageTexts = {
  readonly [K in keyof typeof englishPages]: Texts<Awaited<ReturnType<(typeof englishPages)[K]>>>
}

export type PageTextsLoaders = { readonly [K in keyof PageTexts]: () => Promise<PageTexts[K]> }

export const enPages: PageTextsLoaders = englishPages
