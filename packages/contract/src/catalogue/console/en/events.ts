import type { HelpText } from "../texts.ts"

const help: HelpText = {
  introduction:
    "What happened, newest first: what was seen, and below it what to do, with a link to the page that decides. Several alike in a row are one line with a count.",
  fields: [
    {
      name: "Severity",
      text: "Error: something does not work. Warning: something was refused or may become a problem. Information: for the record.",
    },
    { name: "Area", text: "What it is about: registrations, calls, the way to the internet, and so on." },
    { name: "Time", text: "The last hours or days, or from one day to another, both included." },
    { name: "Station", text: "A call number: what the station itself did, and calls from it and to it." },
    {
      name: "Search",
      text: "Looks for each word in the sentences and in what they name, for example an address or “STUN”.",
    },
    {
      name: "Address of this page",
      text: "The filter stands in it: as a bookmark, or sent to somebody else, it shows the same.",
    },
    {
      name: "Download CSV",
      text: "Everything that the filter lets through, over all pages, in the language of the console.",
      range: "up to 100,000 lines: older ones are deleted",
    },
    { name: "E-mail and webhook", text: "Notifications decides which events are sent on." },
  ],
}

export const events = {
  title: "Events",
  severity: "Severity",
  area: "Area",
  all: "All",
  allAreas: "All areas",
  search: "Words, numbers, addresses",
  station: "Station",
  span: "Time",
  spans: {
    all: "All times",
    hour: "Last hour",
    day: "Last 24 hours",
    week: "Last 7 days",
    month: "Last 30 days",
    between: "From … to …",
  },
  from: "From",
  to: "To",
  download: "Download CSV",
  time: "Time",
  what: "What happened, and what to do",
  times: (count: number, since: string) => `${count} times since ${since}`,
  open: "Open:",
  thatStation: (callNumber: string) => `Station ${callNumber}`,
  empty: "Nothing has happened yet",
  emptyText: "Refused registrations, taken ports and changed addresses will stand here, each in a sentence.",
  nothingFound: "No event matches",
  nothingFoundText: "Filter by less, or search for something else.",
  showAll: "Show all events",
  help,
} as const
