/** Wartung ▸ Admin-Log: wird mit der Seite geladen. Felder und Werte heißen wie auf ihren Seiten. */

import { certificateUsesDe as uses } from "../../de/certificates.ts"
import { eventLabelsDe as labels } from "../../de/event-labels.ts"
import { sectionsDe } from "../../de/sections.ts"
import type { adminLog as enAdminLog } from "../en/admin-log.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"
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
    "Wer was wann und von wo geändert hat, das Neueste zuerst: jedes Feld von was auf was. Kennwörter und Schlüssel sind Punkte: Dass sie sich änderten, steht da, nie, was sie sind.",
  fields: [
    {
      name: "Wer",
      text: "Ein Konto, oder ein Konto mit dem API-Token, das es benutzt hat. „Homeport“: das System selbst, etwa beim ersten Start. „command line“: npm run homeport auf dem Rechner.",
    },
    { name: "Von", text: "Die Adresse des Browsers oder Programms; hinter einem vertrauten Proxy die, die er nennt." },
    {
      name: "Mehrere zugleich",
      text: "Was vielen gleich geschah, ist eine Zeile mit ihrer Anzahl. Von sehr vielen verschiedenen Änderungen, etwa einem Import, bleibt nur, wen sie betrafen.",
    },
    {
      name: "Suche",
      text: "Sucht die Wörter in wer, von wo und was.",
      range: "die neuesten 10.000 Änderungen werden behalten",
    },
  ],
}

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
  certificate: { name: "Name", privateKey: "Privater Schlüssel", revoked: "Gesperrt", reason: "Grund" },
  account: { password: "Kennwort" },
}

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

export const adminLog: Texts<typeof enAdminLog> = {
  title: "Admin-Log",
  time: "Zeit",
  who: "Wer",
  what: "Was sich änderte",
  search: "Wer, wo, was",
  place: "Seite",
  allPlaces: "Alles",
  span: "Zeitraum",
  spans: { all: "Jederzeit", day: "Letzte 24 Stunden", week: "Letzte 7 Tage", month: "Letzte 30 Tage" },
  places: { station: "Teilnehmer", device: "Geräte", certificate: "Zertifikate", account: "Konten" },
  by: { "command line": "Kommandozeile" },
  local: "dieser Rechner",
  causes: { import: "durch einen Import", restore: "durch eine eingespielte Sicherung" },
  from: (address) => `von ${address}`,
  subjects: {
    station: (callNumber, name) => `Teilnehmer ${callNumber} ${name}`,
    device: (model, callNumber) => `${model}, Teilnehmer ${callNumber}`,
    certificate: (name) => `Zertifikat „${name}“`,
    account: (name) => `Konto ${name}`,
  },
  several: {
    station: (count) => plural(count, "Teilnehmer", "Teilnehmer"),
    device: (count) => plural(count, "Gerät", "Geräte"),
    certificate: (count) => plural(count, "Zertifikat", "Zertifikate"),
    account: (count) => plural(count, "Konto", "Konten"),
  },
  others: (count) => `und ${count} weitere`,
  actions: {
    added: "hinzugefügt",
    changed: "geändert",
    removed: "gelöscht",
    "password-reset": "Kennwort zurückgesetzt",
  },
  arrow: "wird zu",
  empty: "leer",
  secret: "geheim, wird nicht gezeigt",
  list: (items, more) => (more > 0 ? `${items} und ${more} weitere` : items),
  showAll: (count) => `Alle ${count} Felder zeigen`,
  showItems: (count) => `${count} weitere zeigen`,
  nothing: "Noch hat niemand etwas geändert",
  nothingText: "Jede Änderung an Einstellungen, Teilnehmern, Geräten und Zertifikaten wird hier stehen.",
  nothingFound: "Keine Änderung passt",
  nothingFoundText: "Filtern Sie nach weniger, oder suchen Sie nach etwas anderem.",
  clear: "Alle Änderungen zeigen",
  sections: sectionsDe,
  fields,
  values,
  help,
}
