/** Setup ▸ SIP@Home: loaded with it. */
import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Leads from a station to a telephone that is registered from home. Each step stores what it did at once, so you can leave at any time and go on later.",
  fields: [
    {
      name: "Stations",
      text: "A new station gets a strong password that nobody has to type. A station that is there keeps its password; without one it gets one.",
    },
    {
      name: "Internet Registration with internal SBC",
      text: "Switched on for each chosen station, together with its authentication.",
      warning: "A weak password is guessed within hours once the internet can reach it.",
    },
    {
      name: "System",
      text: "What phones at home need of the system: a public name or address, and a STUN server.",
    },
    {
      name: "Registration",
      text: "Shows what arrives, as it arrives: a registration, or an attempt that was refused and why.",
    },
  ],
}

export const sipAtHome = {
  help,
  readOnly: "What was set up is shown under IP Telephones.",
  steps: {
    stations: "Stations",
    system: "System",
    devices: "Devices",
    handOut: "Hand-out",
    registration: "Registration",
  },
  stations: {
    title: "Who shall telephone from home?",
    lead: "Choose stations, or add a new one. They may then register over the internet, with authentication.",
    newTitle: "New station",
    newLead: "A strong password is made for it. It stands on the device's sheet later.",
    callNumber: "Call number",
    name: "Name",
    add: "Add station",
    added: (station: string) => `${station} was added and chosen.`,
    next: "Allow internet registration",
    progress: "The stations are changed …",
    none: "Choose at least one station.",
    tooMany: (most: number) => `At most ${most} stations at once.`,
  },
  system: {
    title: "What the system needs",
    lead: "Enter what is missing. What stays as it is, is not stored again.",
    fields: "Name and servers",
    hostName: "Public name",
    hostNameHint: "What phones at home are given as their SIP server. Empty: the public address, which may change.",
    server: "STUN server",
    serverHint:
      "Tells this system its public address. Without it, or a static address, calls over the internet are refused.",
    phonesServer: "STUN server for phones",
    phonesServerHint: "Tells a phone at home its own public address. Empty: the same as above.",
    progress: "Being stored …",
    onlyExpert: "To change these the role expert is needed.",
  },
  devices: {
    title: "Which device is it?",
    lead: "One for each station. What the device cannot do is said as soon as it is chosen.",
    of: (station: string) => `Device of ${station}`,
    add: (station: string) => `Add device for ${station}`,
    mac: (mac: string) => `MAC ${mac}`,
    change: "Change the device",
  },
  handOut: {
    title: "Bring the settings to the device",
    lead: "By link or QR code, or on a sheet of paper to be entered by hand.",
    none: "No device was chosen. Without one there is no sheet and no link; the telephone can be set up by hand from the station's page.",
    choice: "Devices",
  },
  registration: {
    title: "Waiting for the telephones",
    doneTitle: "Everybody is registered",
    lead: "Connect the telephone at home. What arrives appears here by itself.",
    waiting: "Nothing has arrived yet.",
    from: (address: string, network: string, transport: string, phone: string) =>
      `Registered from ${address} (${network}), ${transport}, ${phone}`,
    unnamed: "a phone that does not name itself",
    finish: "To IP Telephones",
    arrived: (count: number, of: number) => `${count} of ${plural(of, "station", "stations")} registered`,
    events: "All events",
  },
}
