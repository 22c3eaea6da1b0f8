/** Was der Server antwortet, wenn er nicht tut, worum er gebeten wurde. */
import type { ErrorCode } from "../../errors.ts"

export const errorsDe = {
  AddressInUse:
    "Ein anderes Programm auf diesem Rechner benutzt {transport}-Port {port} an {address} bereits. Nichts wurde geändert: Wählen Sie einen anderen Port oder beenden Sie jenes Programm.",
  AddressNotAdmitted: "Ihre Adresse, {address}, darf diese Konsole nicht erreichen.",
  AddressNotAvailable:
    "Dieser Rechner hat keine Adresse {address}. Nichts wurde geändert: Wählen Sie eine der aufgeführten Adressen.",
  BackupFailed: "Die Sicherung konnte nicht geschrieben werden: {reason}. Es wurde nichts geändert.",
  CannotListen: "{transport}-Port {port} an {address} lässt sich nicht öffnen. Nichts wurde geändert.",
  CertificateInUse:
    "„{name}“ wird benutzt: {uses}. Nichts wurde geändert: Setzen Sie zuerst ein anderes Zertifikat an seine Stelle.",
  CertificateNotRenewable:
    "„{name}“ wurde importiert und lässt sich hier nicht erneuern: Seine Namen oder sein Schlüssel sind von einer Art, die Homeport nicht schreibt. Bitten Sie den Aussteller um ein neues.",
  CertificateUnusable:
    "Die TLS-Bibliothek dieses Rechners weist das SPE-Zertifikat oder seinen Schlüssel zurück. Nichts wurde geändert: Installieren Sie ein anderes Zertifikat.",
  ChangedMeanwhile:
    "Jemand anderes hat dies geändert, seit Sie es geöffnet haben. Nichts wurde geändert: Sehen Sie die neueren Werte an und übernehmen Sie noch einmal.",
  CrossSite: "Diese Anfrage kam von einer anderen Website und wurde abgelehnt.",
  DeviceNeedsStaging:
    "„{model}“ spricht kein TLS 1.2 und kann daher nichts über HTTPS abholen. Starten Sie Homeport mit HOMEPORT_PHONES_HTTP und richten Sie es im Büro ein, oder geben Sie sein Blatt von Hand ein.",
  DeviceNotServed:
    "Für dieses Gerät gibt es keine Datei, so wie sein Teilnehmer eingestellt ist. Seine Seite sagt, warum.",
  DyndnsNotUpdatedHere: "Homeport aktualisiert den öffentlichen Namen nicht: Wählen Sie das zuerst unter DynDNS.",
  FirstPasswordExists: "Das erste Kennwort wurde bereits gesetzt. Melden Sie sich damit an.",
  HostNotAllowed:
    "Auf den Namen in der Adresszeile hört dieses System nicht. Öffnen Sie es über seine IP-Adresse oder den unter DynDNS eingetragenen öffentlichen Namen.",
  Internal: "In Homeport ist etwas schiefgegangen. Die Kennung der Anfrage steht im Protokoll des Servers.",
  InvalidInput: "Etwas in der Anfrage stimmt nicht; die Felder sagen, was.",
  IssuerNotHere:
    "Der Schlüssel der CA, die „{name}“ unterschrieben hat, liegt nicht auf diesem System. Nur jene CA kann das.",
  LastExpert:
    "Dies ist das letzte Konto mit der Rolle Experte: Ohne es könnte niemand mehr etwas ändern. Machen Sie zuerst jemand anderen zum Experten.",
  Malformed:
    "Die Anfrage war nicht zu verstehen: Sie ist kein HTTP, ihre Adresse ist fehlerhaft, oder ihr Inhalt ist kein JSON.",
  NoBackupPassPhrase: "Geben Sie erst eine Passphrase für geplante Sicherungen ein.",
  NoPrivateKey: "„{name}“ liegt hier ohne seinen privaten Schlüssel.",
  NoRevocationList: "„{name}“ ist keine CA, deren Schlüssel hier liegt: Eine Sperrliste von ihr gibt es nicht.",
  NoSecondFactorBegun:
    "Kein zweiter Faktor wartet auf seinen ersten Code, oder er hat zu lange gewartet. Beginnen Sie noch einmal.",
  NotAllowed: "Ihre Rolle darf das nicht. Ein Administrator mit der Rolle Expert darf es.",
  NotFound: "Das gibt es nicht (mehr).",
  NotJson: "Der Inhalt der Anfrage muss JSON sein.",
  NotSignedIn: "Melden Sie sich zuerst an: Niemand ist angemeldet, oder die Anmeldung ist abgelaufen.",
  NotWithToken: "Ein API-Token kann keine API-Tokens erzeugen. Melden Sie sich dafür mit Name und Kennwort an.",
  OwnAccount: "Dies ist Ihr eigenes Konto: Ändern Sie Kennwort und zweiten Faktor unter Mein Konto.",
  NotificationsOff: "Schalten Sie das zuerst ein, mit Anwenden.",
  PermissionDenied:
    "Homeport darf {transport}-Port {port} an {address} nicht öffnen: Ports unter 1024 brauchen eine Berechtigung des Betriebssystems. Nichts wurde geändert.",
  PhonesOff:
    "Der Dienst für Telefone ist aus: Es gibt keine Adresse, von der sie etwas abholen könnten. Starten Sie Homeport mit HOMEPORT_PHONES, etwa 0.0.0.0:8443, oder nur für das Büro mit HOMEPORT_PHONES_HTTP.",
  PublicNameUnknown:
    "Es ist kein öffentlicher Name und keine Adresse bekannt, von der Telefone etwas abholen könnten. Tragen Sie den Namen unter DynDNS ein, oder einen STUN-Server.",
  SecondFactorExists: "Ihr Konto hat bereits einen zweiten Faktor. Schalten Sie ihn zuerst aus.",
  SecondFactorRequired: "Geben Sie auch den Code Ihres zweiten Faktors ein.",
  ShuttingDown: "Homeport wird gerade beendet. Versuchen Sie es gleich noch einmal.",
  StationNotAtHome: "Aktivieren Sie beim Teilnehmer zuerst „Internet-Registrierung mit internem SBC“.",
  StoreNotWritable:
    "Homeport kann nicht in seinen Datenordner schreiben: Die Platte ist voll, schreibgeschützt oder defekt. Nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.",
  TokenNotValid: "Dieses API-Token ist nicht gültig: Es wurde widerrufen, ist abgelaufen oder falsch abgeschrieben.",
  TooLarge: "Die Anfrage ist zu groß.",
  TooManyAdministrators: "Es gibt bereits {maximum} Administratoren. Entfernen Sie zuerst einen.",
  TooManyAttempts:
    "Zu viele Fehlversuche von Ihrer Adresse. Versuchen Sie es in {seconds} {seconds|Sekunde|Sekunden} noch einmal.",
  TooManyBlocks: "Es gibt bereits {maximum} Sperren von Hand: Heben Sie welche auf, oder sperren Sie ein Netz.",
  TooManyCertificates: "Es gibt bereits {maximum} Zertifikate. Entfernen Sie einige, die nichts benutzt.",
  TooManyCodes:
    "Zu viele falsche Codes für dieses Konto. Warten Sie {seconds} {seconds|Sekunde|Sekunden}, oder nehmen Sie einen Wiederherstellungscode.",
  TooManyDevices: "Es gibt bereits {maximum} Geräte: Mehr lassen sich nicht hinzufügen.",
  TooManyRequests: "Zu viele Anfragen von Ihrer Adresse. Versuchen Sie es gleich noch einmal.",
  TooManyStations: "Es gibt bereits {maximum} Teilnehmer: Mehr lassen sich nicht hinzufügen.",
  TooManyTokens: "Es gibt bereits {maximum} API-Tokens dieses Kontos. Widerrufen Sie zuerst eines.",
  TrustLoss:
    "{count} über TLS {count|angemeldeter Teilnehmer würde|angemeldete Teilnehmer würden} diesem System nicht mehr vertrauen: Das neue Zertifikat kommt von einer anderen CA. Nichts wurde geändert. Geben Sie {count|seinem Telefon|ihren Telefonen} zuerst das neue CA-Zertifikat, oder nehmen Sie den Verlust in Kauf.",
  UsedCode: "Dieser Code wurde schon benutzt. Warten Sie auf den nächsten.",
  WrongCode: "Der Code ist falsch. Codes wechseln alle 30 Sekunden; prüfen Sie die Uhr Ihres Telefons.",
  WrongCredentials: "Name oder Kennwort ist falsch.",
  WrongFirstPasswordCode:
    "Das ist nicht der Einmalcode. Er steht im Terminal, in dem Homeport läuft, und in der Datei first-sign-in im Datenordner.",
} as const satisfies Record<ErrorCode, string>
