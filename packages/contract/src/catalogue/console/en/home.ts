import { plural } from "../texts.ts"

export const home = {
  title: "Home",
  status: "State of the system",
  publicAddress: "Public address",
  publicPort: (port: number) => `SIP port ${port}`,
  stun: {
    mapped: "Known by STUN",
    static: "As entered",
    asking: "Asking",
    lost: "STUN server silent",
    off: "STUN not in use",
  },
  unknown: "unknown",
  stations: "Stations",
  stationsRegistered: (registered: number, total: number) => `${registered} of ${total} registered`,
  stationsInternet: (count: number) => `${count} may use the internet`,
  calls: "Calls",
  callsNow: (count: number) => (count === 0 ? "none now" : `${count} now`),
  callsInternet: (count: number) => `${count} over the internet`,
  channels: "RTP proxy channels",
  channelsUsed: (used: number, total: number) => `${used} of ${total} in use`,
  channelsPeak: (peak: number) => `Peak today: ${peak}`,
  ports: "SIP ports",
  portsOpen: (open: number, total: number) => `${open} of ${total} open`,
  portsWhere: (inner: number, outer: number) => `Office ${inner} · internet ${outer}`,
  tlsStates: { open: "Open", opening: "Being opened", failed: "Not open", closed: "Closed" },
  tlsOff: "Off",
  noCertificate: "No certificate",
  daysLeft: (days: number) =>
    days < 0 ? "Certificate expired" : `Certificate: ${plural(days, "day left", "days left")}`,
  attention: "What needs attention",
  fine: "Nothing needs attention.",
  mend: (page: string) => `Go to ${page}`,
  warnings: {
    loopbackOnly: "SIP listens on this machine only: no phone can reach it. Choose the address that carries VoIP.",
    noServer: (count: number) =>
      `${plural(count, "station", "stations")} may register over the internet, but no STUN server is set: the public address is unknown, and calls over the internet are refused.`,
    noAnswer: (server: string) =>
      `The STUN server ${server} does not answer: the public address is unknown, and calls over the internet are refused.`,
    notResolved: (server: string) => `The name of the STUN server, ${server}, cannot be resolved.`,
    lost: (server: string) => `The STUN server ${server} no longer answers. The last known address is used.`,
    portDiffers: (mapped: number, local: number) =>
      `The office router shows the SIP port ${local} as ${mapped} to the internet. Phones reach only a port that is forwarded to the same number.`,
    notPublic: (address: string) =>
      `The mapped address ${address} is not public: there is a second NAT before the internet (double NAT or DS-Lite).`,
    nameNotResolved: (name: string) =>
      `The public name ${name} cannot be resolved: phones at home that go by it find nobody.`,
    nameDiffers: (name: string, addresses: string, mapped: string) =>
      `The public name ${name} leads to ${addresses}, but the public address is ${mapped}: phones at home that go by the name do not arrive here.`,
    dynDnsStopped: (name: string) =>
      `The DynDNS provider refuses the updates of ${name}, and nothing more is sent: phones at home may not find the office.`,
    tlsClosed: (why: string) => `SPE support is on, but SIP over TLS is closed. ${why}`,
    nameNotIn: (name: string) =>
      `The SPE certificate is not made out to the public name ${name}: phones that check it refuse the connection. A changed public name asks for a new server certificate.`,
    certificateEnds: (name: string, uses: string, days: number) =>
      `The certificate “${name}” (${uses}) ends ${days === 0 ? "today" : `in ${plural(days, "day", "days")}`}. Renew it as a copy before phones and browsers refuse it.`,
    certificateExpired: (name: string, uses: string) =>
      `The certificate “${name}” (${uses}) has expired: phones and browsers refuse it.`,
    channels: (used: number, total: number) => `${used} of ${total} RTP proxy channels are in use: more than 80 %.`,
    listener: (name: string, transport: string, address: string, port: number, why: string) =>
      `${name}: ${transport} port ${port} at ${address} is not open (${why}). It is tried again every 5 seconds.`,
  },
  listenerProblem: {
    "address-in-use": "another program uses it",
    "address-not-available": "this machine does not have the address",
    "permission-denied": "the operating system does not allow it",
    certificate: "its certificate cannot be used",
    failed: "it failed",
  },
  callsTitle: "Calls now",
  noCalls: "No call at the moment",
  noCallsText: "As soon as somebody dials, the call appears here with its packets in both directions.",
  call: {
    from: "From",
    to: "To",
    state: "State",
    duration: "Duration",
    packets: "Packets",
    states: { calling: "Calling", ringing: "Ringing", answered: "Talking", ended: "Ended" },
    onHold: "on hold",
    channel: "channel",
    received: "received",
    sent: "sent",
    lost: (count: number) => `${count} lost`,
    silent: (seconds: number) => `silent for ${seconds} s`,
    noMedia: "no speech yet",
  },
  registrationsTitle: "Registrations now",
  noStations: "No station yet",
  noStationsText: "Add the first one: a call number, a name and a strong password are all it needs.",
  addStation: "Add SIP client",
  noRegistrations: "No phone is registered",
  noRegistrationsText: (host: string) =>
    `Enter a station's SIP User ID and password at a phone, with ${host} as its SIP server.`,
  allStations: "All SIP clients",
  shownOf: (shown: number, total: number) => `${shown} of ${total} are shown.`,
  station: "Station",
} as const
