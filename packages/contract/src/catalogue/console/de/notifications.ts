/** Wartung ▸ Benachrichtigungen: wird mit der Seite geladen. */
import type { notifications as enNotifications } from "../en/notifications.ts"
import type { HelpText, Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Ereignisse, von denen jemand erfahren soll, werden per E-Mail, an einen Webhook oder beides gesendet. Nichts wird gesendet, bevor es eingeschaltet ist. Höchstens eine Nachricht in der Minute geht hinaus; was inzwischen kommt, folgt in der nächsten, und was sich wiederholt, ist eine Zeile mit Anzahl.",
  fields: [
    { name: "Sprache", text: "Der Mails, und der Sätze, die der Webhook bekommt.", standard: "English" },
    {
      name: "Mailserver, Port",
      text: "Der Server, der Mails von diesem System annimmt: der des Büros oder der des Anbieters.",
      range: "ein Hostname oder eine IPv4-Adresse; üblich sind Port 587 mit STARTTLS, 465 mit TLS, 25 ohne",
    },
    {
      name: "Sicherheit",
      text: "STARTTLS: Die Verbindung wird verschlüsselt, bevor etwas gesagt wird; ein Server ohne STARTTLS wird nicht benutzt. TLS: von Anfang an verschlüsselt. Dem Zertifikat des Servers muss dieser Rechner vertrauen, oder es muss von einer CA in der Zertifikatsverwaltung stammen.",
      standard: "STARTTLS",
      warning: "Keine: Wer unterwegs mithört, liest die Mails und das Kennwort.",
    },
    {
      name: "Benutzername, Kennwort",
      text: "Leer: Der Server verlangt keine Anmeldung. Das Kennwort wird verschlüsselt gespeichert und nie gezeigt; bei einem anderen Server muss es neu eingegeben werden.",
    },
    { name: "Empfänger", text: "Einer je Zeile.", range: "bis zu 10" },
    {
      name: "Mindestens, Bereiche",
      text: "Was weniger schwer ist oder anderes betrifft, steht nur unter Ereignisse.",
      standard: "Fehler, alle Bereiche",
    },
    {
      name: "Webhook",
      text: "Jede Nachricht ist ein POST mit JSON: version (1), system, installation, sentAt, test, more (wie viele Ereignisse keinen Platz fanden) und events, jedes mit id, at, since, times, severity, area, code, params, sentence und advice. Jede Antwort von 200 bis 299 nimmt sie an; Umleitungen wird nicht gefolgt. Dieselbe id noch einmal ist dieselbe Zeile, weitergezählt.",
      range: "http oder https; nicht an link-lokale Adressen",
    },
    {
      name: "Geheimnis",
      text: "Damit trägt jede Nachricht das Feld Homeport-Signature: t=ZEIT,v1=SIGNATUR. SIGNATUR ist der HMAC-SHA256, hexadezimal, aus ZEIT, einem Punkt und dem Inhalt, mit dem Geheimnis als Schlüssel. Vergleichen Sie ihn, und weisen Sie eine ZEIT zurück, die Minuten alt ist.",
      range: "16 bis 200 Zeichen",
    },
    {
      name: "Wenn es scheitert",
      text: "Es wird nach 1, 2, 4 … 60 Minuten wieder versucht, einen Tag lang. Das erste Scheitern ist ein Ereignis, das nur auf dem anderen Weg hinausgeht. Falsche Anmeldungen und Zertifikate werden einmal in der Stunde versucht, bis jemand diese Seite anwendet.",
    },
    {
      name: "Test senden",
      text: "Benutzt, was gespeichert ist: Wenden Sie also zuerst an. Was der Server antwortete, steht dabei.",
    },
  ],
}

export const notifications: Texts<typeof enNotifications> = {
  title: "Benachrichtigungen",
  generalTitle: "Alle Nachrichten",
  language: "Sprache",
  languages: { en: "English", de: "Deutsch" },
  mailTitle: "E-Mail",
  mail: "Ereignisse per E-Mail senden",
  mailServer: "Mailserver",
  mailPort: "Port",
  mailSecurity: "Sicherheit",
  securities: { none: "Keine", starttls: "STARTTLS", tls: "TLS" },
  noneWarning: "Wer auf dem Weg zum Mailserver mithört, kann Mails und Kennwort lesen.",
  mailUser: "Benutzername",
  mailUserHint: "Leer: Der Server verlangt keine Anmeldung.",
  mailPassword: "Kennwort",
  passwordStored: "Ein Kennwort ist gespeichert. Leer lassen, um es zu behalten.",
  mailFromExample: "homeport@example.net",
  mailToExample: "ada@example.net",
  mailFrom: "Absender",
  mailTo: "Empfänger",
  mailToHint: "Einer je Zeile, bis zu 10.",
  mailSeverity: "Mindestens",
  mailAreas: "Bereiche",
  webhookTitle: "Webhook",
  webhook: "Ereignisse an einen Webhook senden",
  webhookUrl: "URL",
  plainHttp: "Über http kann jeder unterwegs die Ereignisse lesen.",
  webhookSeverity: "Mindestens",
  webhookSecret: "Geheimnis",
  webhookSecretHint: "Mindestens 16 Zeichen. Damit wird jede Nachricht signiert.",
  secretStored: "Ein Geheimnis ist gespeichert. Leer lassen, um es zu behalten.",
  removeSecret: "Nachrichten nicht mehr signieren: das Geheimnis vergessen",
  statusTitle: "Wie es läuft",
  states: { off: "Aus", idle: "Bereit", waiting: "Wartet", failing: "Scheitert" },
  last: "Letzter Versuch",
  never: "keiner seit dem Start",
  answer: "In den Worten des Servers",
  taken: "Der Server hat die letzte Nachricht angenommen.",
  failed: (problem) => `Die letzte Nachricht kam nicht an: ${problem}.`,
  partly: (problem) => `Die letzte Nachricht kam nicht bei allen an: ${problem}.`,
  waitingLines: "Wartend",
  next: "Nächster Versuch",
  givenUp: "Aufgegeben",
  givenUpHint: (count) => `${count} (sie stehen unter Ereignisse)`,
  test: "Test senden",
  testApplied: "Wenden Sie zuerst an: Der Test benutzt, was gespeichert ist.",
  help,
}
