/** Was an einer CSV-Datei mit Teilnehmern nicht stimmt; die Regeln einer Zelle haben ihre Sätze in fields.ts. */
import type { csvEn } from "../en/csv.ts"

export const csvDe: Readonly<Record<keyof typeof csvEn, string>> = {
  CallNumberTwice: "Zeile {line} hat diese Rufnummer ebenfalls.",
  CellNotClosed:
    "Eine Zelle beginnt mit einem Anführungszeichen, das in dieser Zeile nicht geschlossen wird. Eine Zelle kann keinen Zeilenumbruch enthalten.",
  ColumnTwice: "Die Spalte „{column}“ gibt es zweimal.",
  LineUnreadable:
    "Mitten in einer Zelle steht ein Anführungszeichen. Setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie die in ihr.",
  MissingColumn: "Eine Spalte mit der Rufnummer wird gebraucht.",
  NoColumns:
    "Die erste Zeile muss die Spalten nennen, auf Deutsch oder Englisch: mindestens die Rufnummer oder den Index. Laden Sie für den Anfang die Vorlage herunter.",
  NoLines: "Unter ihrer ersten Zeile enthält die Datei keine Teilnehmer.",
  NoSuchStation: "Einen Teilnehmer mit diesem Index gibt es nicht. Lassen Sie den Index eines neuen Teilnehmers leer.",
  NotText:
    "Das ist keine CSV-Datei. Wählen Sie in Excel „Speichern unter“ und den Dateityp „CSV UTF-8 (durch Trennzeichen getrennt)“.",
  StationTwice: "Zeile {line} steht für denselben Teilnehmer (Index {index}).",
  TooManyCells:
    "Die Zeile hat mehr Zellen als die erste Zeile Spalten ({columns}). Fehlt um eine Zelle ein Anführungszeichen?",
  TooManyColumns: "Die Datei hat mehr als {maximum} Spalten.",
  TooManyLines: "Die Datei hat mehr als {maximum} Zeilen mit Teilnehmern.",
  TooManyStations: "Es gäbe mehr als {maximum} Teilnehmer.",
  UnknownColumn: "Spalte {number}, „{column}“, ist keine, die Teilnehmer haben.",
  UserIdTwice: "Zeile {line} hat diese SIP-Benutzerkennung ebenfalls.",
}
