import type { HelpText } from "../texts.ts"

const help: HelpText = {
  introduction:
    "A phone at home must learn where to send SIP and speech. The system finds out its own public address and SIP port with a STUN server and watches them all the time.",
  fields: [
    {
      name: "STUN mode",
      text: "When the system asks, and what it announces. Use static IP is for an office with a fixed public address whose STUN is not possible or not wanted.",
      standard: "Automatic",
    },
    {
      name: "Default STUN server",
      text: "Host name or address of a STUN server on the internet. It is used only if no ITSP has one of its own.",
      standard: "none",
      warning: "Without a STUN server phones at home cannot make calls, unless a static address is entered.",
    },
    { name: "Port", text: "Where the STUN server listens.", range: "1–65535", standard: "3478" },
    {
      name: "STUN server for phones",
      text: "Which STUN server is entered into phones. It must be reachable from their homes.",
      standard: "the default STUN server",
    },
    {
      name: "Public IP address, Public SIP port",
      text: "Only with Use static IP: what phones are told. The address must be public.",
      warning: "Nothing opens the RTP ports in this mode: the office router has to forward the RTP range.",
    },
    {
      name: "Mapped address",
      text: "What the STUN server sees. If its port differs from the local one, the office router does not keep ports: forward the external port to the same number.",
    },
  ],
}

export const stun = {
  title: "Internet Telephony Service Provider",
  statusTitle: "What STUN says now",
  settingsTitle: "STUN configuration",
  lead: "The system must know its public address and SIP port to announce them to phones on the internet. It asks a STUN server, every 15 seconds.",
  mode: "STUN mode",
  modes: {
    automatic: "Automatic",
    always: "Always",
    static: "Use static IP",
    "port-preserving": "Port Preserving router",
  },
  modeHints: {
    automatic: "Asks as soon as a station may register over the internet.",
    always: "Asks even while no station needs it.",
    static: "Asks nobody: the public address and SIP port entered here are announced.",
    "port-preserving": "Asks for the address; the local port number is announced.",
  },
  server: "Default STUN server",
  serverHint: "Used only if no ITSP has a STUN server. None is filled in: whom the system asks is your choice.",
  port: "Port",
  phonesServer: "STUN server for phones",
  phonesServerHint: "Empty: the same as the default STUN server.",
  phonesPort: "Port for phones",
  staticIpAddress: "Public IP address",
  staticPort: "Public SIP port",
  staticWarning:
    "With a static address nothing opens the RTP ports in the office router: forward the whole RTP range as well (Port Management).",
  state: {
    mapped: "Address known",
    static: "As entered",
    asking: "Asking",
    lost: "No answer any more",
    off: "Not in use",
  },
  mappedAddress: "Mapped address of the SIP port",
  localPort: "Local port",
  roundTrip: "Round-trip time",
  milliseconds: (value: string) => `${value} ms`,
  checked: "Last checked",
  changed: "Last change",
  never: "not yet",
  behaviour: "NAT of the office router",
  mapping: "Mapping",
  filtering: "Filtering",
  behaviours: {
    "endpoint-independent": "the same for every destination",
    "address-dependent": "depends on the destination's address",
    "address-and-port-dependent": "depends on the destination's address and port",
  },
  behaviourUnknown: "the STUN server cannot tell",
  offText: "STUN is not needed at the moment: no station may register over the internet.",
  problems: {
    "no-server":
      "No STUN server is set. Without one the public address is unknown, and calls over the internet are refused.",
    "no-answer": "The STUN server does not answer. Check its name and port, and the office's internet access.",
    "name-not-resolved": "The name of the STUN server cannot be resolved. Check the name, and the DNS of this machine.",
  },
  portDiffers: (mapped: number, local: number) =>
    `The router shows port ${local} to the internet as port ${mapped}. Phones reach only the forwarded port: forward external port ${local} to port ${local} of this system.`,
  notPublic:
    "This address is not a public one: there is a second NAT before the internet (double NAT or DS-Lite). Phones at home cannot reach this system.",
  reachable: "Phones on the internet are told this address.",
  help,
} as const
