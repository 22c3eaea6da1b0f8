import { csvEn } from "../../en/csv.ts"
import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "All SIP stations as one CSV file: to keep, to change in a spreadsheet, or to bring many at once. What an import would do is shown first; nothing changes until every line is good.",
  fields: [
    {
      name: "Export",
      text: "Every station on a line, with its settings. Passwords are never in it.",
    },
    {
      name: "File",
      text: "The first line names the columns, in English or German. A line with the index or the call number of a station changes it; every other line adds one. Where it names a device, the station gets it. An empty cell changes nothing. Excel drops the zeros that a call number begins with, unless its column is formatted as text.",
    },
    {
      name: "Rows of a spreadsheet",
      text: "The same without a file: copy the cells in the spreadsheet and paste them.",
    },
    {
      name: "Password",
      text: "Typed into the file, or the word “generate”. A new station without one gets a strong password, which is shown once after the import: copy all of them, or download them as a file.",
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
  importLead: "Nothing changes before you have seen what the import would do.",
  source: "Source",
  sources: { file: "CSV file", rows: "Rows of a spreadsheet" },
  file: "File",
  fileHint: "CSV, at most 5 MB.",
  rows: "Rows",
  rowsHint: "Copy them in the spreadsheet, beginning with the line that names the columns, and paste them here.",
  look: "Preview",
  outcomeTitle: "What the import would do",
  /** Of each at least one. */
  counts: {
    added: (count: number) => `${count} new`,
    changed: (count: number) => `${count} changed`,
    unchanged: (count: number) => `${count} the same`,
    devices: (count: number) => plural(count, "device", "devices"),
    refused: (count: number) => `${plural(count, "line", "lines")} to mend`,
  },
  nothingChanges: "Nothing would change.",
  mend: "Nothing was changed. Mend these lines, then preview again.",
  meanwhile:
    "Stations were changed meanwhile, so nothing was imported. This is what the import would do now: look at it again.",
  line: "Line",
  column: "Column",
  problem: "What is wrong",
  station: "Station",
  effect: "Effect",
  outcomes: { add: "New", change: "Changed", unchanged: "The same", refused: "To be mended" },
  generates: "gets a new password",
  passwordTyped: "password as typed in",
  value: (field: string, after: string) => `${field}: ${after}`,
  from: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  nothing: "nothing",
  registrations: (count: number) =>
    count === 1
      ? "One registration ends: the phone has to register anew."
      : `${count} registrations end: the phones have to register anew.`,
  more: (count: number) => `… and ${count} more`,
  import: (count: number) => (count === 1 ? "Import 1 station" : `Import ${count} stations`),
  importedTitle: "Imported",
  toStations: "All stations",
  toDevices: "Give stations their devices",
  passwordsTitle: "New passwords",
  passwordsLead:
    "They are shown only now: copy or download them before you leave. A station's device has its password on its sheet.",
  copyAll: "Copy all",
  copied: "Copied",
  download: "Download as CSV",
  downloaded: "Downloaded",
  notCopied: "The browser does not let this page copy. Download them instead.",
  leave: {
    title: "Leave without the new passwords?",
    text: (count: number) =>
      count === 1
        ? "One new password has been neither copied nor downloaded. It is not shown again."
        : `${count} new passwords have been neither copied nor downloaded. They are not shown again.`,
  },
  password: "Password",
  problems: csvEn,
}
