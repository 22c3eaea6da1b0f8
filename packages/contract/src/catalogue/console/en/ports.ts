import type { HelpText } from "../texts.ts"

const portsHelp: HelpText = {
  introduction:
    "Phones in the office use the internal ports, phones on the internet the external ones. Keeping them apart is what lets the system treat the two differently.",
  fields: [
    {
      name: "SIP_EXT, SIP_TLS_SUB_EXT",
      text: "The dedicated ports for external traffic. These, and only these, are forwarded in the office router.",
      range: "1–65535, each port once",
      standard: "5070 (UDP and TCP), 5071 (TLS)",
    },
    {
      name: "SIP, SIP_TLS_SIPQ, SIP_TLS_SUB",
      text: "The ports for phones in the office. SIP_TLS_SIPQ is reserved for trunks and never opened.",
      standard: "5060, 5061, 5062",
      warning: "Never forward these in the office router.",
    },
    {
      name: "RTP range",
      text: "Speech. Each call needs an even RTP port and the odd RTCP port above it on either side: four ports a channel.",
      standard: "29100–30530",
    },
    {
      name: "External UDP port at the office router",
      text: "Empty: the same as SIP_EXT. For TCP and TLS the external port must be the system's own.",
      warning: "Another port works for UDP only, and is advised against.",
    },
    {
      name: "The office router forwards the RTP range",
      text: "Tick it when the whole RTP range is forwarded to the same ports here. Then local port numbers are announced, and phones whose STUN is incomplete work too (NAT traversal By Homeport).",
      standard: "off",
    },
    {
      name: "Apply",
      text: "Ports are opened at once. If one is taken, nothing changes and the field says which. Running calls stay on the ports they began with.",
    },
  ],
}

const channelsHelp: HelpText = {
  introduction:
    "Every device that talks over the internet takes one RTP proxy channel from a pool that all kinds of calls share. When none is left, a further call over the internet is refused.",
  fields: [
    {
      name: "System variant",
      text: "How large the pool is.",
      range: "60 channels with X1/X3/X5/X8, 180 with S",
      standard: "X1/X3/X5/X8",
    },
    {
      name: "Who uses them",
      text: "An ITSP call takes 1 per call; SIP@Home and HFA@Home 1 per device; myPortal to go 1 per client; Circuit 1 per call. Two phones at two homes that call each other take 2.",
    },
    { name: "Peak today", text: "The most channels in use at once since midnight." },
  ],
}

export const ports = {
  tableTitle: "SIP ports",
  tableLead: "Each port may be used once. Apply opens them at once, or says which one is taken and changes nothing.",
  name: "Protocol name",
  port: "Port",
  portOf: (name: string) => `Port of ${name}`,
  transport: "Transport",
  reach: "Reach",
  state: "State",
  reaches: { inner: "Internal: office", outer: "External: internet" },
  states: {
    listening: "Open",
    failed: "Not open",
    draining: "Closing",
    reserved: "Reserved for trunks",
    closed: "Closed",
  },
  rtpTitle: "RTP ports",
  rtpLead: (pairs: number, channels: number) =>
    `The range holds ${pairs} pairs of RTP and RTCP ports: enough for ${channels} channels at once.`,
  rtpFrom: "First port",
  rtpTo: "Last port",
  routerTitle: "Office router",
  udpAtRouter: "External UDP port at the office router",
  udpAtRouterHint: "Empty: the same as SIP_EXT. Another one works for UDP only, and is advised against.",
  rtpForwarded: "The office router forwards the RTP range",
  rtpForwardedHint:
    "Tick this only if the whole range is forwarded to the same ports here. Phones whose STUN is incomplete then work as well.",
  forwardingTitle: "What the office router has to forward",
  forwardingLead: (address: string) => `To the address ${address} of this system, as it follows from the ports above:`,
  protocol: "Protocol",
  external: "External port",
  internal: "Port in system",
  note: "Note",
  mustEqual: "must be the same as the port in the system",
  notYet: "not needed yet: SIP over TLS is off",
  differs: "differs from the port in the system: advised against",
  never: "Never configure a forwarding to the internal ports",
  neverText: (numbers: string) =>
    `Ports ${numbers} are for phones in the office. Whoever reaches them from the internet gets past everything that protects the external ports.`,
  help: portsHelp,
} as const

export const channels = {
  poolTitle: "The pool now",
  used: "In use",
  free: "Free",
  total: "Channels",
  peak: "Peak today",
  gauge: (used: number, total: number) => `${used} of ${total} RTP proxy channels in use`,
  consumers: {
    itsp: "ITSP calls",
    "sip-at-home": "SIP@Home",
    "hfa-at-home": "HFA@Home",
    "mobile-client": "myPortal to go",
    circuit: "Circuit calls",
  },
  consumer: "Used by",
  full: "No channel is left: further calls over the internet are refused until one ends.",
  nearlyFull: "More than 80 % of the channels are in use.",
  usersTitle: "Who uses them",
  noUsers: "No channel is in use",
  noUsersText: "A channel is taken as soon as a device on the internet takes part in a call.",
  station: "Call number",
  since: "Since",
  duration: "Duration",
  settingsTitle: "System",
  variant: "System variant",
  variants: { x: "OpenScape Business X1/X3/X5/X8: 60 channels", s: "OpenScape Business S: 180 channels" },
  variantHint: "The RTP range in Port Management must hold four ports for each channel.",
  help: channelsHelp,
} as const
