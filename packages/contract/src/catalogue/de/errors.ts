/** Was der Server antwortet, wenn er nicht tut, worum er gebeten wurde. */
import type { ErrorCode } from "../../errors.ts"

export const errorsDe = {
  AddressInUse:
    "Ein anderes Programm auf diesem Rechner benutzt {transport}-Port {port} an {address} bereits. Nichts wurde geändert: Wählen Sie einen anderen Port oder beenden Sie jenes Programm.",
  AddressNotAvailable:
    "Dieser Rechner hat keine Adresse {address}. Nichts wurde geändert: Wählen Sie eine der aufgeführten Adressen.",
  CannotListen: "{transport}-Port {port} an {address} lässt sich nicht öffnen. Nichts wurde geändert.",
  ChangedMeanwhile:
    "Jemand anderes hat dies geändert, seit Sie es geöffnet haben. Nichts wurde geändert: Sehen Sie die neueren Werte an und übernehmen Sie noch einmal.",
  CrossSite: "Diese Anfrage kam von einer anderen Website und wurde abgelehnt.",
  FirstPasswordExists: "Das erste Kennwort wurde bereits gesetzt. Melden Sie sich damit an.",
  HostNotAllowed:
    "Auf den Namen in der Adresszeile hört dieses System nicht. Öffnen Sie es über seine IP-Adresse oder den unter DynDNS eingetragenen öffentlichen Namen.",
  Internal: "In Homeport ist etwas schiefgegangen. Die Kennung der Anfrage steht im Protokoll des Servers.",
  InvalidInput: "Etwas in der Anfrage stimmt nicht; die Felder sagen, was.",
  Malformed:
    "Die Anfrage war nicht zu verstehen: Sie ist kein HTTP, ihre Adresse ist fehlerhaft, oder ihr Inhalt ist kein JSON.",
  NotAllowed: "Ihre Rolle darf das nicht. Ein Administrator mit der Rolle Expert darf es.",
  NotFound: "Das gibt es nicht (mehr).",
  NotJson: "Der Inhalt der Anfrage muss JSON sein.",
  NotSignedIn: "Melden Sie sich zuerst an: Niemand ist angemeldet, oder die Anmeldung ist abgelaufen.",
  PermissionDenied:
    "Homeport darf {transport}-Port {port} an {address} nicht öffnen: Ports unter 1024 brauchen eine Berechtigung des Betriebssystems. Nichts wurde geändert.",
  SecondFactorRequired: "Geben Sie auch den Code Ihres zweiten Faktors ein.",
  ShuttingDown: "Homeport wird gerade beendet. Versuchen Sie es gleich noch einmal.",
  StoreNotWritable:
    "Homeport kann nicht in seinen Datenordner schreiben: Die Platte ist voll, schreibgeschützt oder defekt. Nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.",
  TooLarge: "Die Anfrage ist zu groß.",
  TooManyAttempts:
    "Zu viele Fehlversuche von Ihrer Adresse. Versuchen Sie es in {seconds} {seconds|Sekunde|Sekunden} noch einmal.",
  TooManyRequests: "Zu viele Anfragen von Ihrer Adresse. Versuchen Sie es gleich noch einmal.",
  TooManyStations: "Es gibt bereits {maximum} Teilnehmer: Mehr lassen sich nicht hinzufügen.",
  WrongCredentials: "Name oder Kennwort ist falsch.",
  WrongFirstPasswordCode:
    "Das ist nicht der Einmalcode. Er steht im Terminal, in dem Homeport läuft, und in der Datei first-sign-in im Datenordner.",
} as const satisfies Record<ErrorCode, string>
