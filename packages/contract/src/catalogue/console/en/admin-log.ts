/** Maintenance ▸ Admin Log: loaded with it. Fields and values are called what they are called on their own pages. */

import type { AllSettings } from "../../../settings/all.ts"
import type { Section } from "../../../settings/page.ts"
import { certificateUsesEn as uses } from "../../en/certificates.ts"
import { eventLabelsEn as labels } from "../../en/event-labels.ts"
import { sectionsEn } from "../../en/sections.ts"
import { type HelpText, plural } from "../texts.ts"
import { backup } from "./backup.ts"
import { deployment } from "./deployment.ts"
import { dynDns } from "./dyndns.ts"
import { firewall } from "./firewall.ts"
import { interfaces } from "./network.ts"
import { notifications } from "./notifications.ts"
import { channels, ports } from "./ports.ts"
import { router } from "./router.ts"
import { sipClient } from "./sip-client.ts"
import { stored } from "./ssl.ts"
import { stun } from "./stun.ts"
import { systemFlags } from "./system-flags.ts"

const help: HelpText = {
  introduction:
    "Who changed what, when and from where, newest first: each field from what to what. Passwords and keys are dots: that they changed is told, never what they are.",
  fields: [
    {
      name: "Who",
      text: "An account, or an account with the API token that it used. “Homeport”: the system by itself, at its first start for example. “command line”: npm run homeport on the machine.",
    },
    { name: "From", text: "The address of the browser or program; behind a trusted proxy the one that it names." },
    {
      name: "Several at once",
      text: "What happened alike to many is one line with their number. Of very many different changes, of an import say, only who they were is kept.",
    },
    {
      name: "Search",
      text: "Looks for the words in who, from where, and what.",
      range: "the newest 10,000 changes are kept",
    },
  ],
}

/** What a page has beside its settings. */
interface SecretFields {
  readonly "data-backup": "passPhrase"
  readonly dyndns: "password"
  readonly notifications: "mailPassword" | "webhookSecret"
}
type FieldOf<S extends Section> = keyof AllSettings[S] | (S extends keyof SecretFields ? SecretFields[S] : never)

const fields = {
  stun: {
    mode: stun.mode,
    server: stun.server,
    port: stun.port,
    phonesServer: stun.phonesServer,
    phonesPort: stun.phonesPort,
    staticIpAddress: stun.staticIpAddress,
    staticPort: stun.staticPort,
  },
  "port-management": {
    sipExt: "SIP_EXT",
    sipTlsSubExt: "SIP_TLS_SUB_EXT",
    sip: "SIP",
    sipTlsSipq: "SIP_TLS_SIPQ",
    sipTlsSub: "SIP_TLS_SUB",
    rtpFrom: `RTP: ${ports.rtpFrom}`,
    rtpTo: `RTP: ${ports.rtpTo}`,
    sipExtUdpAtRouter: ports.udpAtRouter,
    rtpForwarded: ports.rtpForwarded,
  },
  "rtp-proxy-channels": { systemVariant: channels.variant },
  "network-interfaces": {
    lan1: interfaces.lan1,
    lan2: interfaces.lan2,
    voip: interfaces.voip,
    localNetworks: interfaces.localNetworks,
  },
  dyndns: {
    hostName: dynDns.hostName,
    updatedBy: dynDns.updatedBy,
    provider: dynDns.provider,
    updateUrl: dynDns.updateUrl,
    userName: dynDns.userName,
    refreshDays: dynDns.refreshDays,
    password: dynDns.password,
  },
  "office-router": { automaticMapping: router.mapping.automatic },
  "system-flags": {
    ...systemFlags.flags,
    openNumbering: `${systemFlags.openNumberingTitle}: ${systemFlags.openNumbering}`,
    nodeCallNumber: systemFlags.nodeCallNumber,
    featureTransit: systemFlags.featureTransit,
  },
  "installed-certificates": {
    spe: uses["spe-certificate"],
    speAuthorities: uses["spe-ca"],
    console: uses.console,
  },
  "data-backup": {
    schedule: backup.schedule.schedule,
    weekday: backup.schedule.weekday,
    hour: backup.schedule.hour,
    keep: backup.schedule.keep,
    passPhrase: backup.schedule.passPhrase,
  },
  notifications: {
    language: notifications.language,
    mail: notifications.mail,
    mailServer: notifications.mailServer,
    mailPort: notifications.mailPort,
    mailSecurity: notifications.mailSecurity,
    mailUser: notifications.mailUser,
    mailPassword: notifications.mailPassword,
    mailFrom: notifications.mailFrom,
    mailTo: notifications.mailTo,
    mailSeverity: `${notifications.mailTitle}: ${notifications.mailSeverity}`,
    mailAreas: notifications.mailAreas,
    webhook: notifications.webhook,
    webhookUrl: notifications.webhookUrl,
    webhookSecret: notifications.webhookSecret,
    webhookSeverity: `${notifications.webhookTitle}: ${notifications.webhookSeverity}`,
  },
  "application-firewall": {
    console: firewall.names.console,
    sip: "SIP",
    sipTlsSub: "SIP_TLS_SUB",
    sipExt: "SIP_EXT",
    sipTlsSubExt: "SIP_TLS_SUB_EXT",
    phones: firewall.names.phones,
    allowList: firewall.allowList,
    blocking: firewall.blocking,
    failures: firewall.failures,
    withinMinutes: firewall.withinMinutes,
    blockMinutes: firewall.blockMinutes,
    blockLocal: firewall.blockLocal,
  },
  station: {
    callNumber: sipClient.callNumber,
    name: sipClient.name,
    authenticationActive: sipClient.authenticationActive,
    password: sipClient.password,
    sipUserId: sipClient.sipUserId,
    realm: sipClient.realm,
    digestAlgorithms: sipClient.digestAlgorithms,
    fixedIpAddress: sipClient.fixedIpAddressOn,
    secondarySystemId: sipClient.secondarySystemId,
    internetRegistration: sipClient.internetRegistration,
    internetRegistrationUntil: sipClient.internetUntil,
    userAgentPrefix: sipClient.userAgentPrefix,
    natTraversal: sipClient.natTraversal,
  },
  device: {
    station: deployment.field.station,
    model: deployment.field.model,
    generation: deployment.field.generation,
    mac: deployment.field.mac,
    transport: deployment.field.transport,
    language: deployment.field.language,
  },
  certificate: { name: "Name", privateKey: "Private key", revoked: "Revoked", reason: "Reason" },
  account: { password: "Password" },
} as const satisfies { readonly [S in Section]: Readonly<Record<FieldOf<S>, string>> } & Record<string, object>

const severities = {
  info: labels["severity.info"],
  warning: labels["severity.warning"],
  error: labels["severity.error"],
}

/** By place and field, where a value has a name. */
const values = {
  "stun.mode": stun.modes,
  "rtp-proxy-channels.systemVariant": channels.variants,
  "network-interfaces.voip": { lan1: interfaces.lan1, lan2: interfaces.lan2 },
  "dyndns.updatedBy": dynDns.updaters,
  "dyndns.provider": { own: dynDns.own },
  "data-backup.schedule": backup.schedule.schedules,
  "data-backup.weekday": backup.schedule.weekdays,
  "notifications.language": notifications.languages,
  "notifications.mailSecurity": notifications.securities,
  "notifications.mailSeverity": severities,
  "notifications.webhookSeverity": severities,
  "notifications.mailAreas": {
    registrations: labels["area.registrations"],
    calls: labels["area.calls"],
    internet: labels["area.internet"],
    devices: labels["area.devices"],
    security: labels["area.security"],
    settings: labels["area.settings"],
    system: labels["area.system"],
  },
  "application-firewall.console": firewall.reaches,
  "application-firewall.sip": firewall.reaches,
  "application-firewall.sipTlsSub": firewall.reaches,
  "application-firewall.sipExt": firewall.reaches,
  "application-firewall.sipTlsSubExt": firewall.reaches,
  "application-firewall.phones": firewall.reaches,
  "station.digestAlgorithms": sipClient.algorithms,
  "station.natTraversal": sipClient.traversals,
  "device.transport": deployment.transports,
  "device.language": deployment.languages,
  "certificate.reason": stored.revoke.reasons,
}

export const adminLog = {
  title: "Admin Log",
  time: "Time",
  who: "Who",
  what: "What changed",
  search: "Who, where, what",
  place: "Page",
  allPlaces: "Everything",
  span: "Time",
  spans: { all: "All times", day: "Last 24 hours", week: "Last 7 days", month: "Last 30 days" },
  places: { station: "Stations", device: "Devices", certificate: "Certificates", account: "Accounts" },
  by: { "command line": "Command line" },
  local: "this machine",
  causes: { import: "by an import", restore: "by a restored backup" },
  from: (address: string) => `from ${address}`,
  subjects: {
    station: (callNumber: string, name: string) => `Station ${callNumber} ${name}`,
    device: (model: string, callNumber: string) => `${model}, station ${callNumber}`,
    certificate: (name: string) => `Certificate “${name}”`,
    account: (name: string) => `Account ${name}`,
  },
  several: {
    station: (count: number) => plural(count, "station", "stations"),
    device: (count: number) => plural(count, "device", "devices"),
    certificate: (count: number) => plural(count, "certificate", "certificates"),
    account: (count: number) => plural(count, "account", "accounts"),
  },
  others: (count: number) => `and ${count} more`,
  actions: { added: "added", changed: "changed", removed: "deleted", "password-reset": "password reset" },
  arrow: "becomes",
  empty: "empty",
  secret: "secret, not shown",
  list: (items: string, more: number) => (more > 0 ? `${items} and ${more} more` : items),
  showAll: (count: number) => `Show all ${count} fields`,
  showItems: (count: number) => `Show ${count} more`,
  nothing: "Nobody has changed anything yet",
  nothingText: "Every change of settings, stations, devices and certificates will stand here.",
  nothingFound: "No change matches",
  nothingFoundText: "Filter by less, or search for something else.",
  clear: "Show all changes",
  sections: sectionsEn,
  fields,
  values,
  help,
} as const
