import type { firewall as enFirewall } from "../en/firewall.ts"
import type { HelpText, Texts } from "../texts.ts"

const rulesHelp: HelpText = {
  introduction:
    "Jeder Port hat eine Regel, die sagt, aus welchen Netzen er erreichbar ist. Ein Paket von anderswo wird verworfen, bevor es gelesen wird, eine Verbindung sofort geschlossen, und ein Ereignis je Minute sagt es. Die Regel der Konsole wird an Ihrer eigenen Adresse geprüft, bevor sie gilt: Sie können sich nicht aussperren.",
  fields: [
    {
      name: "Konsole und API",
      text: "Woher ein Browser oder ein Skript kommen darf. Hinter einem Reverse-Proxy zählt die Adresse, die ein vertrauter Proxy nennt (HOMEPORT_TRUSTED_PROXIES).",
      standard: "alle",
      warning:
        "Dieser Rechner selbst erreicht die Konsole immer; dort öffnet „npm run homeport -- unblock --all“ sie wieder für alle.",
    },
    {
      name: "SIP, SIP_TLS_SUB",
      text: "Die inneren Ports, für Telefone im Büro. Lokale Netze sind die der Schnittstellen dieses Rechners und die weiteren unter Netzwerkschnittstellen.",
      standard: "lokale Netze",
      warning:
        "Wer einen inneren Port aus dem Internet erreicht, kann dort Teilnehmer ohne Authentifizierung ausprobieren. Der Büro-Router darf ihn nie weiterleiten.",
    },
    {
      name: "SIP_EXT, SIP_TLS_SUB_EXT",
      text: "Die externen Ports, für Telefone zu Hause. Wählen Sie Netze nur, wenn jeder Anschluss zu Hause eine bekannte Adresse hat.",
      standard: "alle",
    },
    {
      name: "PHONES_EXT",
      text: "Der Anschluss, von dem Telefone ihre Einstellungen holen (HOMEPORT_PHONES), solange er an ist.",
      standard: "alle",
    },
    {
      name: "Diese Netze",
      text: "Adressen wie 203.0.113.7 oder Netze wie 203.0.113.0/24, jedes mit einer Notiz für die, die nach Ihnen kommen.",
      range: "bis zu 50 je Port",
    },
    {
      name: "Adressen selbsttätig sperren",
      text: "Wer so oft in so vielen Minuten scheitert, mit falschem Passwort oder als Teilnehmer, den es nicht gibt, wird an den SIP-Ports gesperrt. Jedes weitere Mal dauert doppelt so lang, bis zu einem Tag. Ist von dieser Adresse ein Telefon angemeldet, arbeitet es weiter, und nur was sonst von dort kommt, wird gebremst.",
      standard: "20 Fehlversuche in 10 Minuten, 15 Minuten",
    },
    {
      name: "Auch lokale Netze",
      text: "Ohne das Häkchen wird niemand in einem lokalen Netz selbsttätig gesperrt.",
      standard: "aus",
    },
    {
      name: "Nie gesperrt",
      text: "Weder selbsttätig noch von Hand: eine Zweigstelle etwa oder ein Überwachungssystem.",
      range: "bis zu 200",
    },
  ],
}

const blocksHelp: HelpText = {
  introduction:
    "Wer zurzeit ausgesperrt ist, warum und wie lange noch. Sperren überstehen einen Neustart. Was schon einmal gesperrt war, bleibt es beim nächsten Mal doppelt so lang; auch das vergisst das Aufheben.",
  fields: [
    {
      name: "Falsches Passwort, unbekannter Teilnehmer",
      text: "Selbsttätig an den SIP-Ports gesperrt. Ist es eines Ihrer Telefone, berichtigen Sie erst Benutzernamen und Passwort, dann heben Sie die Sperre auf.",
    },
    {
      name: "Gebremst",
      text: "Von dieser Adresse ist ein Telefon angemeldet und arbeitet weiter; alles andere von dort wartet.",
    },
    {
      name: "Anmeldung",
      text: "Die Konsole lässt diese Adresse nach falschen Passwörtern warten, jedes Mal bis zu einer Minute.",
    },
    {
      name: "Sperren",
      text: "Von Hand, eine Adresse oder ein Netz: Es erreicht weder SIP-Ports noch Konsole noch den Anschluss für Telefone, und Anmeldungen von dort enden sofort.",
      warning: "Ihre eigene Adresse lässt sich nicht sperren, und die Netze unter Nie gesperrt sind nicht betroffen.",
    },
  ],
}

export const firewall: Texts<typeof enFirewall> = {
  rulesTitle: "Wer welchen Port erreichen darf",
  rulesLead: "Wer in keinem der Netze ist, bekommt überhaupt keine Antwort.",
  port: "Port",
  reach: "Wer ihn erreichen darf",
  refused: "Abgewiesen",
  refusedTimes: (count) => `${count} abgewiesen seit dem Start`,
  names: { console: "Konsole und API", phones: "PHONES_EXT, Einstellungen für Telefone" },
  consoleText: "Browser, Skripte",
  closed: "geschlossen",
  reachOf: (name) => `Wer ${name} erreichen darf`,
  reaches: { everybody: "Alle", local: "Lokale Netze", networks: "Diese Netze" },
  networksOf: (name) => `Netze von ${name}`,
  network: (number, name) => `Netz ${number} von ${name}`,
  note: (number, name) => `Notiz ${number} von ${name}`,
  notePlaceholder: "wofür",
  add: "Netz hinzufügen",
  addTo: (name) => `Netz hinzufügen zu ${name}`,
  addThis: (network) => `${network} hinzufügen`,
  remove: (number, name) => `Netz ${number} von ${name} entfernen`,
  hereTitle: "Wo Sie sind",
  you: "Ihre Adresse",
  youLoopback:
    "Sie kommen von diesem Rechner selbst, den keine Regel aussperrt. Steht ein Reverse-Proxy dazwischen, nennen Sie ihn in HOMEPORT_TRUSTED_PROXIES: Sonst wird auch hinter ihm niemand ausgesperrt.",
  localNetworks: "Lokale Netze",
  localNone: "keine",
  localMore: "Lokale Netze sind die der Schnittstellen dieses Rechners und die weiteren unter",
  blockingTitle: "Sperren",
  blockingLead: "Wer zurzeit gesperrt ist, steht unter Gesperrte Adressen.",
  blocking: "Adressen selbsttätig sperren",
  blockingHint: "Wer an den SIP-Ports immer wieder scheitert, bekommt keine Antwort mehr.",
  failures: "Fehlversuche",
  failuresHint: "Falsche Passwörter, und Teilnehmer, die es nicht gibt.",
  withinMinutes: "binnen Minuten",
  blockMinutes: "Sperren für Minuten",
  blockMinutesHint: "Beim ersten Mal; jedes weitere dauert doppelt so lang, bis zu einem Tag.",
  blockLocal: "Auch lokale Netze",
  blockLocalHint: "Sonst wird niemand im Büro selbsttätig gesperrt.",
  allowList: "Nie gesperrt",
  allowListHint: "Adressen und Netze, die weder eine selbsttätige Sperre noch eine von Hand betrifft.",
  blocksTitle: "Zurzeit gesperrt",
  filter: "Adresse, Notiz",
  who: "Adresse",
  why: "Warum",
  since: "Seit",
  left: "Restzeit",
  dropped: "Verworfen",
  actions: "Aktionen",
  reasons: {
    "wrong-password": (failures) => `falsches Passwort, ${failures} Fehlversuche`,
    "unknown-user": (failures) => `unbekannter Teilnehmer, ${failures} Fehlversuche`,
    hand: "von Hand",
    "sign-in": (failures) => `Anmeldung, ${failures} falsche Passwörter`,
  },
  kinds: { blocked: "Gesperrt", throttled: "Gebremst" },
  forEver: "bis aufgehoben",
  unblock: "Aufheben",
  unblockOne: (network) => `Aufheben: Sperre von ${network}`,
  unblocked: (network) => `${network} ist nicht mehr gesperrt.`,
  unblockAll: "Alle aufheben",
  unblockAllTitle: "Alle Sperren aufheben?",
  unblockAllText: "Auch die von Hand. Wie oft eine Adresse schon gesperrt war, wird vergessen.",
  none: "Niemand ist gesperrt",
  noneText: "Wer an einem SIP-Port immer wieder scheitert, erscheint hier, mit der Zeit, die noch bleibt.",
  nothingFound: "Keine Sperre passt",
  nothingFoundText: "Ändern Sie den Filter, oder zeigen Sie alle.",
  showAll: "Alle zeigen",
  handTitle: "Von Hand sperren",
  handLead: "Sie erreicht weder SIP-Ports noch Konsole, und Anmeldungen von dort enden sofort.",
  address: "Adresse oder Netz",
  duration: "Für",
  durations: { "15": "15 Minuten", "60": "1 Stunde", "1440": "1 Tag", "10080": "1 Woche", "": "bis aufgehoben" },
  noteLabel: "Notiz",
  block: "Sperren",
  blockedNow: (network) => `${network} ist gesperrt.`,
  rulesHelp,
  blocksHelp,
}
