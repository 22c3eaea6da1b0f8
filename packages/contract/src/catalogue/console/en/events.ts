import type { HelpText } from "../texts.ts"

const help: HelpText = {
  introduction:
    "What happened, newest first: what was seen, what it probably means, and what to do. Several alike in a row are one line with a count.",
  fields: [
    {
      name: "Severity",
      text: "Error: something does not work. Warning: something was refused or may become a problem. Information: for the record.",
    },
    { name: "Search", text: "Looks for the words in the events, for example a call number or an address." },
  ],
}

export const events = {
  title: "Events",
  severity: "Severity",
  severities: { info: "Information", warning: "Warning", error: "Error" },
  all: "All",
  search: "Number, name or address",
  time: "Time",
  what: "What happened",
  times: (count: number, since: string) => `${count} times since ${since}`,
  empty: "Nothing has happened yet",
  emptyText: "Refused registrations, taken ports and changed addresses will stand here, each in a sentence.",
  nothingFound: "No event matches",
  nothingFoundText: "Choose another severity or search for something else.",
  showAll: "Show all events",
  help,
} as const
