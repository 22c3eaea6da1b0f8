import { csvDe } from "../../de/csv.ts"
import type { stationCsv as english } from "../en/station-csv.ts"
import type { HelpText, Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Alle SIP-Teilnehmer in einer CSV-Datei: zum Aufheben, zum Ändern in einer Tabellenkalkulation, oder um viele auf einmal anzulegen. Eine Datei wird zuerst angesehen; nichts ändert sich, bis jede ihrer Zeilen stimmt.",
  fields: [
    {
      name: "Exportieren",
      text: "Jeder Teilnehmer in einer Zeile, mit seinen Einstellungen. Passwörter stehen nie darin.",
    },
    {
      name: "Datei",
      text: "Die erste Zeile nennt die Spalten, auf Deutsch oder Englisch. Eine Zeile mit dem Index oder der Rufnummer eines Teilnehmers ändert ihn; jede andere legt einen an. Eine leere Zelle ändert nichts.",
    },
    {
      name: "Passwort",
      text: "In die Datei geschrieben, oder das Wort „erzeugen“. Ein neuer Teilnehmer ohne Passwort bekommt ein starkes, das nach dem Importieren einmal gezeigt wird.",
      warning: "Eine Datei mit Passwörtern ist geheim: Löschen Sie sie nach dem Importieren.",
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
  importLead: "Nichts ändert sich, bevor Sie gesehen haben, was die Datei bewirken würde.",
  file: "Datei",
  fileHint: "CSV, höchstens 5 MB.",
  look: "Datei ansehen",
  outcomeTitle: "Was die Datei bewirken würde",
  counts: (added, changed, unchanged, refused) =>
    `${added} neu, ${changed} geändert, ${unchanged} gleich, ${refused} ${refused === 1 ? "Zeile" : "Zeilen"} zu berichtigen`,
  mend: "Berichtigen Sie diese Zeilen und wählen Sie die Datei noch einmal. Nichts wurde geändert.",
  wholeFile: "Datei",
  line: "Zeile",
  column: "Spalte",
  problem: "Was nicht stimmt",
  station: "Teilnehmer",
  effect: "Wirkung",
  outcomes: { add: "Neu", change: "Geändert", unchanged: "Gleich", refused: "Zu berichtigen" },
  generates: "bekommt ein Passwort",
  from: (field, before, after) => `${field}: ${before} → ${after}`,
  nothing: "nichts",
  registrations: (count) =>
    count === 1
      ? "Eine Registrierung endet: Das Telefon muss sich neu registrieren."
      : `${count} Registrierungen enden: Die Telefone müssen sich neu registrieren.`,
  more: (count) => `… und ${count} weitere`,
  import: (count) => (count === 1 ? "1 Teilnehmer importieren" : `${count} Teilnehmer importieren`),
  imported: (added, changed) => `Importiert: ${added} neu, ${changed} geändert.`,
  passwordsTitle: "Neue Passwörter",
  passwordsLead:
    "Sie werden nur jetzt gezeigt. Notieren Sie sie, oder geben Sie den Teilnehmern ein Gerät: Auf dessen Blatt steht sein Passwort.",
  password: "Passwort",
  problems: csvDe,
}
