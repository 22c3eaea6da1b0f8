import type { sipClient as enSipClient } from "../en/sip-client.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Ein SIP-Teilnehmer: wer er ist, wie er das beweist, und von wo er sich registrieren darf. Das System ist aus dem Internet erreichbar, deshalb braucht jeder SIP-Teilnehmer Authentifizierung und ein starkes Kennwort, nicht nur die zu Hause.",
  fields: [
    {
      name: "Rufnummer",
      text: "Was gewählt wird, um den Teilnehmer zu erreichen. Sie muss nicht dem Index im Baum gleichen.",
      range: "1–8 Ziffern, jede Nummer einmal",
    },
    {
      name: "Name",
      text: "Sieht, wer von diesem Teilnehmer angerufen wird: Es gilt der Name im System, nicht der am Telefon.",
      range: '1–32 Zeichen, ohne " ; , < >',
    },
    {
      name: "Authentifizierung aktiv",
      text: "Das Telefon muss mit seinem Kennwort beweisen, dass es dieser Teilnehmer ist.",
      standard: "ein",
      warning:
        "Für das Internet Pflicht. Ausgeschaltet kann sich jeder im Büronetz als dieser Teilnehmer registrieren.",
    },
    {
      name: "Kennwort",
      text: "Womit sich das Telefon ausweist. Es wird verschlüsselt gespeichert und nie gezeigt; leer bleibt das gespeicherte.",
      range:
        "8–20 Zeichen aus A–Z a–z 0–9 ! # $ * + - . / : = ? @ _ ~, mit Groß- und Kleinbuchstabe, Ziffer und Sonderzeichen; höchstens 3 gleiche oder 3 fortlaufende hintereinander",
      warning: "Ein schwaches Kennwort wird abgelehnt.",
    },
    {
      name: "SIP-Benutzerkennung",
      text: "Der Benutzername zum Kennwort: am Telefon Register- oder Authentifizierungsname.",
      standard: "SIP- und die Rufnummer",
    },
    {
      name: "Realm",
      text: "Der Name des Systems in der Authentifizierung. Telefone erfahren ihn von selbst.",
      standard: "SMO-SIP",
      warning: "Ein anderer ist nur für migrierte Teilnehmer: Er verrät jedem, der fragt, dass es die Nummer gibt.",
    },
    {
      name: "Digest-Verfahren",
      text: "Wie das Kennwort bewiesen wird. MD5 kann jedes Telefon; SHA-256 nur wählen, wenn das Telefon es kann.",
      standard: "MD5",
    },
    {
      name: "Feste IP-Adresse",
      text: "Registrierungen von jeder anderen Adresse werden abgewiesen. Mit Internet-Registrierung muss es die öffentliche, feste Adresse zu Hause sein.",
      standard: "aus",
    },
    {
      name: "Zweite System-ID",
      text: "Ein zweites System, an das sich das Telefon wendet. Für die Konfiguration des Telefons gespeichert.",
    },
    {
      name: "Internet-Registrierung mit internem SBC",
      text: "Erlaubt dem Teilnehmer, sich über das Internet am externen Port zu registrieren. Aus: Eine solche Registrierung wird abgewiesen.",
      standard: "aus",
      warning: "Braucht Authentifizierung und ein starkes Kennwort.",
    },
    {
      name: "NAT-Überwindung",
      text: "Durch das Endgerät: Das Telefon ermittelt seine öffentliche Adresse mit STUN. Durch Homeport: für Telefone ohne oder mit unvollständigem STUN; Sprache wird dann dort gelernt, wo sie herkommt, innerhalb der Adresse der Registrierung.",
      standard: "Durch das Endgerät (STUN)",
    },
    {
      name: "Wann eine Änderung wirkt",
      text: "Sofort. Den Schalter auszuschalten, ein neues Kennwort, eine neue Kennung oder feste Adresse beendet die betroffenen Registrierungen; laufende Gespräche gehen weiter. Vorher werden Sie gefragt.",
    },
  ],
}

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
  secondarySystemId: "Zweite System-ID",
  internetRegistration: "Internet-Registrierung mit internem SBC",
  internetMark: "*!",
  internetLegend: "*! braucht Authentifizierung; macht den Teilnehmer aus dem Internet erreichbar.",
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
  help,
}
