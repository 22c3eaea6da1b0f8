import { csvEn } from "../../en/csv.ts"
import type { HelpText } from "../texts.ts"

const help: HelpText = {
  introduction:
    "All SIP stations as one CSV file: to keep, to change in a spreadsheet, or to bring many at once. A file is looked at first; nothing changes until every line of it is good.",
  fields: [
    {
      name: "Export",
      text: "Every station on a line, with its settings. Passwords are never in it.",
    },
    {
      name: "File",
      text: "The first line names the columns, in English or German. A line with the index or the call number of a station changes it; every other line adds one. An empty cell changes nothing.",
    },
    {
      name: "Password",
      text: "Typed into the file, or the word “generate”. A new station without one gets a strong password, which is shown once after Import.",
      warning: "A file with passwords in it is a secret: delete it after the import.",
    },
  ],
}

export const stationCsv = {
  help,
  exportTitle: "Export",
  exportLead: "Opens in a spreadsheet, and can be imported again.",
  exportAll: "Export all stations",
  template: "Download a template",
  importTitle: "Import",
  importLead: "Nothing changes before you have seen what the file would do.",
  file: "File",
  fileHint: "CSV, at most 5 MB.",
  look: "Look at the file",
  outcomeTitle: "What the file would do",
  counts: (added: number, changed: number, unchanged: number, refused: number) =>
    `${added} new, ${changed} changed, ${unchanged} the same, ${refused} ${refused === 1 ? "line" : "lines"} to mend`,
  mend: "Mend these lines and choose the file again. Nothing was changed.",
  wholeFile: "File",
  line: "Line",
  column: "Column",
  problem: "What is wrong",
  station: "Station",
  effect: "Effect",
  outcomes: { add: "New", change: "Changed", unchanged: "The same", refused: "To be mended" },
  generates: "gets a password",
  from: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  nothing: "nothing",
  registrations: (count: number) =>
    count === 1
      ? "One registration ends: the phone has to register anew."
      : `${count} registrations end: the phones have to register anew.`,
  more: (count: number) => `… and ${count} more`,
  import: (count: number) => (count === 1 ? "Import 1 station" : `Import ${count} stations`),
  imported: (added: number, changed: number) => `Imported: ${added} new, ${changed} changed.`,
  passwordsTitle: "New passwords",
  passwordsLead: "They are shown only now. Note them, or give the stations a device: its sheet has its password.",
  password: "Password",
  problems: csvEn,
}
