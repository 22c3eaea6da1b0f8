/** Was an einer CSV-Datei mit Teilnehmern nicht stimmt; die Regeln einer Zelle haben ihre Sätze in fields.ts. */
import type { csvEn } from "../en/csv.ts"

export const csvDe: Readonly<Record<keyof typeof csvEn, string>> = {
  CallNumberTwice: "Zeile {line} hat diese Rufnummer ebenfalls.",
  CellNotClosed:
    "Eine Zelle beginnt mit einem Anführungszeichen, das in dieser Zeile nicht geschlossen wird. Eine Zelle kann keinen Zeilenumbruch enthalten.",
  ChooseDevice:
    "Der Teilnehmer hat {count} Geräte: Geben Sie in der Zeile die MAC-Adresse des gemeinten an, oder wie es heißt.",
  ColumnTwice: "Die Spalte „{column}“ gibt es zweimal.",
  DigestNotSupported: "Das {model} kennt als Digest nur MD5, und der Teilnehmer verlangt SHA-256.",
  LineUnreadable:
    "Mitten in einer Zelle steht ein Anführungszeichen. Setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie die in ihr.",
  MacTwice: "Zeile {line} hat diese MAC-Adresse ebenfalls.",
  MissingColumn: "Eine Spalte mit der Rufnummer wird gebraucht.",
  ModelMissing: "Der Teilnehmer hat noch kein Gerät. Geben Sie an, welches er bekommt.",
  NoColumns:
    "Die erste Zeile muss die Spalten nennen, auf Deutsch oder Englisch: mindestens die Rufnummer oder den Index. Laden Sie für den Anfang die Vorlage herunter.",
  NoLines: "Unter der ersten Zeile stehen keine Teilnehmer.",
  NoSuchDevice: "Ein solches Gerät kennt Homeport nicht. Es kann eines von diesen sein: {models}.",
  NoStun: "Das {model} hat kein STUN: Über das Internet kann es nicht benutzt werden.",
  NoSuchStation: "Einen Teilnehmer mit diesem Index gibt es nicht. Lassen Sie den Index eines neuen Teilnehmers leer.",
  NoTls12:
    "Das {model} spricht kein TLS 1.2, das Mindeste, was Homeport annimmt. Wählen Sie UDP oder TCP, oder ein anderes Gerät.",
  NotText:
    "Das ist keine CSV-Datei. Wählen Sie in Excel „Speichern unter“ und den Dateityp „CSV UTF-8 (durch Trennzeichen getrennt)“.",
  StationTwice: "Zeile {line} steht für denselben Teilnehmer (Index {index}).",
  TooManyCells:
    "Die Zeile hat mehr Zellen als die erste Zeile Spalten ({columns}). Fehlt um eine Zelle ein Anführungszeichen?",
  TooManyColumns: "Die Datei hat mehr als {maximum} Spalten.",
  TooManyDevices: "Es gäbe mehr als {maximum} Geräte.",
  TooManyLines: "Die Datei hat mehr als {maximum} Zeilen mit Teilnehmern.",
  TooManyStations: "Es gäbe mehr als {maximum} Teilnehmer.",
  TransportNotSupported: "Das {model} spricht diesen Transport nicht. Wählen Sie einen anderen.",
  UnknownColumn: "Spalte {number}, „{column}“, ist keine, die Teilnehmer haben.",
  UserIdTwice: "Zeile {line} hat diese SIP-Benutzerkennung ebenfalls.",
}
