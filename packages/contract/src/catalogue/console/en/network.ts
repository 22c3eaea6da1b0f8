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
  setUps: {
    title: "Set-ups",
    lead: "How Homeport may stand between the internet and the office, and how not.",
    supported: "supported",
    unsupported: "not supported",
    present: "this system",
    nodes: {
      internet: "Internet",
      router: "Router",
      modem: "Modem",
      homeport: "Homeport",
      office: "Office",
      provider: "ITSP",
    },
    kinds: {
      lan2: {
        title: "Behind the access router, at LAN 2",
        text: "The usual one. LAN 1 (WAN) stays unused.",
      },
      lan1: {
        title: "Behind the access router, at LAN 1 (WAN)",
        text: "Network address translation on LAN 1 must be unchecked. SIP over TLS is not possible there.",
      },
      accessRouter: {
        title: "As the access router behind a modem",
        text: "Homeport would stand on the internet by itself. Put a router between them.",
      },
      split: {
        title: "ITSP and SIP@Home at different interfaces",
        text: "All VoIP traffic must use the same interface.",
      },
    },
  },
  help: interfacesHelp,
} as const
