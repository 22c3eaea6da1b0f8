import type { HelpText } from "../texts.ts"

const interfacesHelp: HelpText = {
  introduction:
    "The system stands behind an access router, which is connected to LAN 2 or to LAN 1 (WAN). SIP and RTP listen on each address by itself, never on all at once.",
  fields: [
    {
      name: "LAN 1 (WAN)",
      text: "The interface toward a router of its own. It may be left unused.",
      warning:
        "The system must not be the access router itself, and the interface's own firewall (network address translation) must be off, or incoming SIP does not arrive.",
    },
    { name: "LAN 2", text: "The interface of the office network. The default is the one of the default route." },
    {
      name: "VoIP uses",
      text: "Which of the two carries VoIP to and from the internet.",
      warning: "All VoIP traffic must use the same interface: ITSP on one and phones on the other is not allowed.",
    },
    {
      name: "Further local networks",
      text: "Networks behind the office router whose phones count as inside the office, besides the interfaces' own.",
      range: "up to 64, such as 192.168.7.0/24",
    },
  ],
}

const dynDnsHelp: HelpText = {
  introduction:
    "Phones at home need a name that always leads to the office, even when its public address changes. With dynamic DNS the office router reports each new address.",
  fields: [
    {
      name: "Host name",
      text: "The public name that phones are given as their SIP server. Empty: phones are given the mapped address.",
      standard: "empty",
    },
    {
      name: "Where the name leads",
      text: "What the DNS of this machine says of the stored name, compared with the mapped address. It is looked up anew at most once a minute, and only while a page shows it.",
      warning: "If the name does not lead to the mapped address, phones at home do not find the office.",
    },
    {
      name: "Updated by",
      text: "Who tells the DNS provider about a new address: the office router, which is the usual way, or nobody, because the address never changes.",
      standard: "office router",
      warning: "Free accounts that expire at intervals cause outages that nobody in the office can explain.",
    },
  ],
}

export const interfaces = {
  title: "Interfaces",
  lead: "An interface is followed when its address changes; an address stays what it is.",
  lan1: "LAN 1 (WAN)",
  lan2: "LAN 2",
  unused: "not used",
  gone: (name: string) => `${name} (not there at the moment)`,
  option: (name: string, address: string) => `${name}: ${address}`,
  optionAddress: (address: string) => `Address ${address} only`,
  voip: "VoIP uses",
  voipHint: "All VoIP traffic must use the same interface.",
  localNetworks: "Further local networks",
  localNetworksHint: "One a line, such as 192.168.7.0/24. Phones there count as inside the office.",
  availableTitle: "What this machine has",
  name: "Interface",
  address: "Address",
  network: "Network",
  role: "Role",
  defaultRoute: "default route",
  loopback: "this machine only",
  lan1Warning:
    "Network address translation must be unchecked on LAN 1 (WAN), and this system must not be the access router.",
  help: interfacesHelp,
} as const

export const dynDns = {
  title: "Public name",
  hostName: "Host name",
  hostNameHint: "What phones at home are given as their SIP server. Empty: the mapped address.",
  updatedBy: "Updated by",
  updaters: { "office-router": "Office router", "fixed-address": "Nobody: the address is fixed" },
  updaterHints: {
    "office-router": "The DynDNS account is configured in the office router, which reports each new address.",
    "fixed-address": "The office has a public address that never changes.",
  },
  statusTitle: "Where the name leads",
  state: {
    "no-name": "No name",
    asking: "Asking",
    "not-resolved": "Not found",
    "unknown-mapped": "Not comparable",
    matches: "Leads here",
    differs: "Leads elsewhere",
  },
  consequence: {
    "no-name": "No host name is stored: phones are given the mapped address, and lose the office when it changes.",
    asking: "The name service is being asked.",
    "not-resolved":
      "The name cannot be resolved: phones at home find nobody. Check its spelling, the account that keeps it up to date, and the DNS of this machine.",
    "unknown-mapped":
      "The name exists. Whether it leads here cannot be told: the mapped address is unknown (Edit STUN Configuration).",
    matches: "Phones at home that go by the name arrive here.",
    differs:
      "The name does not lead to the mapped address: phones at home do not arrive here. Check the account that keeps it up to date. A new address takes a few minutes to be known.",
  },
  differsInside:
    "The name leads to an address that the internet cannot reach. If the DNS of the office answers differently from the one outside, phones at home may still arrive; otherwise they do not. Check it from outside.",
  storedName: "Stored host name",
  addresses: "Its IP addresses",
  mapped: "Mapped address",
  checked: "Last checked",
  never: "not yet",
  given: "Phones are given",
  givenUnknown: "nothing yet: neither a name nor a mapped address is known",
  freeAccounts: "Free DynDNS accounts that expire at intervals cause outages: phones at home then find nobody.",
  help: dynDnsHelp,
} as const
