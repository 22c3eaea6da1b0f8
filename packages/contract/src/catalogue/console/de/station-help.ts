/** Hilfe zu den Seiten der SIP-Teilnehmer. */
import type { stationHelp as enStationHelp } from "../en/station-help.ts"
import type { HelpText, Texts } from "../texts.ts"

const sipClient: HelpText = {
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
      name: "User-Agent beginnt mit",
      text: "Welche Art von Telefon sich registrieren darf: Wie es sich nennt, muss so beginnen, gleich ob groß oder klein geschrieben. Wie es sich nennt, zeigt die Spalte „Telefon“ seiner Registrierung.",
      range: "höchstens 64 Buchstaben, Ziffern und Zeichen, etwa Yealink SIP-T41P",
      standard: "leer: jedes Telefon",
      warning: "Das hält ein falsches Telefon fern, keinen Angreifer: Dort kann jeder alles schreiben.",
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
      name: "Internet-Registrierung bis",
      text: "Der letzte Tag, an dem sich der Teilnehmer über das Internet registrieren darf, bis zu seinem Ende in der Zeitzone Ihres Browsers. Danach werden Registrierungen an den externen Ports abgewiesen, und die vorhandenen enden, mit einem Ereignis; laufende Gespräche gehen weiter.",
      standard: "leer: ohne Ende",
    },
    {
      name: "NAT-Überwindung",
      text: "Durch das Endgerät: Das Telefon ermittelt seine öffentliche Adresse mit STUN. Durch Homeport: für Telefone ohne oder mit unvollständigem STUN; Sprache wird dann dort gelernt, wo sie herkommt, innerhalb der Adresse der Registrierung.",
      standard: "Durch das Endgerät (STUN)",
    },
    {
      name: "Wann eine Änderung wirkt",
      text: "Sofort. Den Schalter auszuschalten, ein vergangener Tag, ein neues Kennwort, eine neue Kennung, feste Adresse oder Art von Telefon beendet die betroffenen Registrierungen; laufende Gespräche gehen weiter. Vorher werden Sie gefragt.",
    },
  ],
}

const sipClients: HelpText = {
  introduction:
    "Alle SIP-Teilnehmer, und wo jeder in diesem Augenblick registriert ist. Die Liste folgt von selbst; Filter und Reihenfolge stehen in der Adresse und lassen sich als Lesezeichen merken.",
  fields: [
    { name: "Index", text: "Die eigene Nummer des Systems für den Teilnehmer. Die Rufnummer muss ihr nicht gleichen." },
    {
      name: "Registrierung",
      text: "Registriert: Das Telefon ist anrufbar. Nicht erreichbar: Es antwortet nicht mehr. Wartet auf das Telefon: Es war vor einem Neustart registriert und ist noch nicht zurück.",
    },
    {
      name: "Netz",
      text: "Büro: an einem internen Port. Internet: am externen Port. Internet, aus dem Büro: am externen Port, aber aus dem Büronetz.",
    },
    { name: "Quelle", text: "Adresse und Port, von denen die Registrierung kam." },
    {
      name: "Internet-Registrierung",
      text: "Ob sich der Teilnehmer über das Internet registrieren darf.",
      warning: "Jeder, der darf, soll ein starkes Kennwort haben, und jeder andere auch.",
    },
  ],
}

export const stationHelp: Texts<typeof enStationHelp> = { sipClient, sipClients }
