import type { sipClient as enSipClient } from "../en/sip-client.ts"
import { plural, type Texts } from "../texts.ts"

export const sipClient: Texts<typeof enSipClient> = {
  title: (index) => `Teilnehmer - ${index}`,
  newTitle: "Neuer Teilnehmer",
  stationTitle: "Teilnehmer",
  parameterTitle: "Parameter",
  type: "Typ",
  typeValue: "SIP-Client",
  callNumber: "Rufnummer",
  name: "Name",
  authenticationActive: "Authentifizierung aktiv",
  authenticationHint: "Für das Internet Pflicht, und überall zu empfehlen.",
  password: "Kennwort",
  passwordHint: "Leer: Das gespeicherte bleibt.",
  passwordNone: "Noch kein Kennwort ist gespeichert.",
  confirmPassword: "Kennwort bestätigen",
  sipUserId: "SIP-Benutzerkennung",
  realm: "Realm",
  realmHint: "Ein anderer als der des Systems verrät jedem, der fragt, dass es diese Nummer gibt.",
  digestAlgorithms: "Digest-Verfahren",
  algorithms: { md5: "MD5", "sha256-and-md5": "SHA-256 und MD5", sha256: "Nur SHA-256" },
  fixedIpAddressOn: "Feste IP-Adresse",
  fixedIpHint: "Registrierungen von jeder anderen Adresse werden abgewiesen.",
  fixedIpAddress: "IP-Adresse",
  fixedIpPublicHint: "Zusammen mit Internet-Registrierung: die öffentliche, feste Adresse zu Hause.",
  userAgentPrefix: "User-Agent beginnt mit",
  userAgentHint: "Nur Telefone, die sich so nennen, dürfen sich registrieren. Leer: jedes.",
  secondarySystemId: "Zweite System-ID",
  internetRegistration: "Internet-Registrierung mit internem SBC",
  internetMark: "*!",
  internetLegend: "*! braucht Authentifizierung; macht den Teilnehmer aus dem Internet erreichbar.",
  internetUntil: "Internet-Registrierung bis",
  internetUntilHint: "Der letzte Tag. Leer: ohne Ende.",
  internetOver: "Dieser Tag ist vorbei: Registrierungen über das Internet werden abgewiesen.",
  several: {
    button: "Begrenzen…",
    title: (count) => `${plural(count, "Teilnehmer", "Teilnehmer")} begrenzen`,
    lead: "Was angekreuzt ist, wird bei allen gesetzt: Ein leeres Feld hebt die Grenze auf.",
    changeUntil: "Den letzten Tag setzen",
    changeUserAgent: "Die Art des Telefons setzen",
    nothing: "Kreuzen Sie an, was gesetzt werden soll.",
    apply: "Bei allen übernehmen",
  },
  natTraversal: "NAT-Überwindung",
  traversals: { endpoint: "Durch das Endgerät (STUN)", homeport: "Durch Homeport" },
  traversalHints: {
    endpoint: "Das Telefon kündigt seine öffentliche Adresse selbst an. Ohne sie wird es mit dem Grund abgewiesen.",
    homeport:
      "Für Telefone ohne oder mit unvollständigem STUN. Sprache geht dorthin, wo sie herkommt, innerhalb der Adresse der Registrierung.",
  },
  registrationsTitle: "Registrierungen jetzt",
  noRegistrations: "Kein Telefon ist mit diesem Teilnehmer registriert",
  noRegistrationsText: (user, host) =>
    `Tragen Sie am Telefon ${host} als SIP-Server ein, ${user} als Benutzername für die Authentifizierung, und das Kennwort.`,
  remove: "Löschen",
  removeTitle: (station) => `${station} löschen?`,
  removeText: "Der Teilnehmer und sein Kennwort werden endgültig gelöscht.",
  effects: (registrations, calls) =>
    registrations === 0 && calls === 0
      ? "Kein Telefon ist damit registriert."
      : `${plural(registrations, "Registrierung endet", "Registrierungen enden")} sofort. ${
          calls === 0
            ? "Kein Gespräch läuft."
            : `${plural(calls, "laufendes Gespräch geht", "laufende Gespräche gehen")} weiter.`
        }`,
  removed: (station) => `${station} wurde gelöscht.`,
  added: (station) => `${station} wurde hinzugefügt.`,
  confirmTitle: "Diese Änderung übernehmen?",
  confirmApply: "Übernehmen",
  tryRegistration: "Registrierung probieren",
}
