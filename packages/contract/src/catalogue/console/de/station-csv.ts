import { csvDe } from "../../de/csv.ts"
import type { stationCsv as english } from "../en/station-csv.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Alle SIP-Teilnehmer in einer CSV-Datei: zum Aufheben, zum Ändern in einer Tabellenkalkulation, oder um viele auf einmal anzulegen. Was ein Import bewirken würde, wird zuerst gezeigt; nichts ändert sich, bis jede Zeile stimmt.",
  fields: [
    {
      name: "Exportieren",
      text: "Jeder Teilnehmer in einer Zeile, mit seinen Einstellungen. Kennwörter stehen nie darin.",
    },
    {
      name: "Datei",
      text: "Die erste Zeile nennt die Spalten, auf Deutsch oder Englisch. Eine Zeile mit dem Index oder der Rufnummer eines Teilnehmers ändert ihn; jede andere legt einen an. Nennt sie ein Gerät, bekommt es der Teilnehmer. Eine leere Zelle ändert nichts. Excel streicht die Nullen am Anfang einer Rufnummer, wenn ihre Spalte nicht als Text formatiert ist.",
    },
    {
      name: "Zeilen einer Tabelle",
      text: "Dasselbe ohne Datei: Kopieren Sie die Zellen in der Tabellenkalkulation und fügen Sie sie ein.",
    },
    {
      name: "Kennwort",
      text: "In die Datei geschrieben, oder das Wort „erzeugen“. Ein neuer Teilnehmer ohne Kennwort bekommt ein starkes, das nach dem Importieren einmal gezeigt wird: Kopieren Sie alle, oder laden Sie sie als Datei herunter.",
      warning: "Eine Datei mit Kennwörtern ist geheim: Löschen Sie sie nach dem Importieren.",
    },
  ],
}

export const stationCsv: Texts<typeof english> = {
  help,
  exportTitle: "Exportieren",
  exportLead: "Lässt sich in einer Tabellenkalkulation öffnen und wieder importieren.",
  exportAll: "Alle Teilnehmer exportieren",
  template: "Vorlage herunterladen",
  importTitle: "Importieren",
  importLead: "Nichts ändert sich, bevor Sie gesehen haben, was der Import bewirken würde.",
  source: "Quelle",
  sources: { file: "CSV-Datei", rows: "Zeilen einer Tabelle" },
  file: "Datei",
  fileHint: "CSV, höchstens 5 MB.",
  rows: "Zeilen",
  rowsHint:
    "Kopieren Sie sie in der Tabellenkalkulation, angefangen mit der Zeile, die die Spalten nennt, und fügen Sie sie hier ein.",
  look: "Vorschau",
  outcomeTitle: "Was der Import bewirken würde",
  counts: {
    added: (count) => `${count} neu`,
    changed: (count) => `${count} geändert`,
    unchanged: (count) => `${count} gleich`,
    devices: (count) => plural(count, "Gerät", "Geräte"),
    refused: (count) => `${plural(count, "Zeile", "Zeilen")} zu berichtigen`,
  },
  nothingChanges: "Nichts würde sich ändern.",
  mend: "Nichts wurde geändert. Berichtigen Sie diese Zeilen und rufen Sie die Vorschau noch einmal auf.",
  meanwhile:
    "Teilnehmer wurden inzwischen geändert, deshalb wurde nichts importiert. Das würde der Import jetzt bewirken: Sehen Sie es noch einmal an.",
  line: "Zeile",
  column: "Spalte",
  problem: "Was nicht stimmt",
  station: "Teilnehmer",
  effect: "Wirkung",
  outcomes: { add: "Neu", change: "Geändert", unchanged: "Gleich", refused: "Zu berichtigen" },
  generates: "bekommt ein neues Kennwort",
  passwordTyped: "Kennwort wie eingetragen",
  value: (field, after) => `${field}: ${after}`,
  from: (field, before, after) => `${field}: ${before} → ${after}`,
  nothing: "nichts",
  registrations: (count) =>
    count === 1
      ? "Eine Registrierung endet: Das Telefon muss sich neu registrieren."
      : `${count} Registrierungen enden: Die Telefone müssen sich neu registrieren.`,
  more: (count) => `… und ${count} weitere`,
  import: (count) => (count === 1 ? "1 Teilnehmer importieren" : `${count} Teilnehmer importieren`),
  importedTitle: "Importiert",
  toStations: "Alle Teilnehmer",
  toDevices: "Den Teilnehmern Geräte geben",
  passwordsTitle: "Neue Kennwörter",
  passwordsLead:
    "Sie werden nur jetzt gezeigt: Kopieren Sie sie oder laden Sie sie herunter, bevor Sie die Seite verlassen. Hat ein Teilnehmer ein Gerät, steht sein Kennwort auch auf dessen Blatt.",
  copyAll: "Alle kopieren",
  copied: "Kopiert",
  download: "Als CSV herunterladen",
  downloaded: "Heruntergeladen",
  notCopied: "Der Browser lässt diese Seite nicht kopieren. Laden Sie sie stattdessen herunter.",
  leave: {
    title: "Ohne die neuen Kennwörter verlassen?",
    text: (count) =>
      count === 1
        ? "Ein neues Kennwort wurde weder kopiert noch heruntergeladen. Es wird nicht noch einmal gezeigt."
        : `${count} neue Kennwörter wurden weder kopiert noch heruntergeladen. Sie werden nicht noch einmal gezeigt.`,
  },
  password: "Kennwort",
  problems: csvDe,
}
