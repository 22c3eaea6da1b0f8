import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "All SIP stations, and where each is registered at this moment. The list follows by itself; what is typed into the filter and the chosen order stand in the address, so that they can be bookmarked.",
  fields: [
    { name: "Index", text: "The system's own number of the station. The call number need not match it." },
    {
      name: "Registration",
      text: "Registered: the phone can be called. Unreachable: it no longer answers. Waiting for the phone: it was registered before a restart and has not come back yet.",
    },
    {
      name: "Network",
      text: "Office: on an internal port. Internet: on the external port. Internet, from the office: on the external port, but from inside the office network.",
    },
    { name: "Source", text: "The address and port that the registration came from." },
    {
      name: "Internet registration",
      text: "Whether the station may register over the internet.",
      warning: "Every station that may should have a strong password, and every other one too.",
    },
  ],
}

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
  help,
} as const
