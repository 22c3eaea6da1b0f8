import { plural } from "../texts.ts"

export const sipClients = {
  title: "SIP Clients",
  index: "Index",
  callNumber: "Call number",
  name: "Name",
  internetRegistration: "Internet",
  allowed: "Allowed",
  notAllowed: "Off",
  registered: "Registration",
  filter: "Number or name",
  add: "Add SIP client",
  count: (total: number) => plural(total, "station", "stations"),
  empty: "No station yet",
  emptyText: "Add the first one: a call number, a name and a strong password are all it needs.",
  selected: (count: number) => `${count} selected`,
  removeSelected: "Delete",
  allowSelected: "Allow internet registration",
  forbidSelected: "Switch internet registration off",
  removeTitle: (count: number) => `Delete ${plural(count, "station", "stations")}?`,
  removeText:
    "The stations and their passwords are deleted for good. Their registrations end at once; running calls go on.",
  removed: (count: number) => `${plural(count, "station was", "stations were")} deleted.`,
  changed: (count: number) => `${plural(count, "station was", "stations were")} changed.`,
  notChanged: "Nothing was changed.",
  open: (name: string) => `Edit ${name}`,
} as const
