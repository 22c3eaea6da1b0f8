/** Network Interfaces ▸ Office router: the hand-out, the home router's sheet, automatic mapping. */
import type { MappingProblem, RedFlag } from "../../../office-router.ts"
import type { HelpText } from "../texts.ts"

/** Of the one kind of red flag. */
type Flag<C extends RedFlag["code"]> = Extract<RedFlag, { code: C }>

const handOutHelp: HelpText = {
  introduction:
    "Everything that whoever looks after the office router needs, filled with this system's values. Print it, or send it as a PDF: the browser's print window can save one.",
  fields: [
    {
      name: "What this system sees",
      text: "Compares what STUN, the name service and the router say. Nothing wrong here is no proof that the forwarding is right: only a phone outside the office shows that.",
    },
    {
      name: "Forwardings",
      text: "As they follow from Port Management. For TCP and TLS the external port must be the same as the port in the system.",
      warning: "Never forward the internal ports.",
    },
    {
      name: "Router",
      text: "Steps for the chosen make. They come from the makers' own documents, and menus differ between versions. What we could not check there says so.",
    },
  ],
}

const homeHelp: HelpText = {
  introduction:
    "What the router at home must be able to do. As a rule nothing has to be set there; the sheet helps where speech is missing or breaks off.",
  fields: [],
}

const mappingHelp: HelpText = {
  introduction:
    "Many routers open ports when a program in their network asks for it, by NAT-PMP or UPnP. This system can ask for the outer SIP ports, instead of somebody entering them.",
  fields: [
    {
      name: "Ask the router",
      text: "The outer SIP ports for UDP and TCP, and the one for TLS while SIP over TLS is open. Each for an hour, renewed in good time; given back when this is switched off and when the system stops.",
      standard: "off",
      warning:
        "A router that lets this system open ports lets every program in its network do the same. Many administrators do not want that: then forward the ports by hand.",
    },
    {
      name: "What is never asked for",
      text: "The internal ports 5060, 5061 and 5062; another outside port than the one inside; the RTP ports, because STUN opens them call by call and routers hold only few mappings; the port from which phones fetch their configuration.",
    },
  ],
}

const flags = {
  "carrier-nat": ({ address }: Flag<"carrier-nat">) =>
    `The mapped address ${address} belongs to the internet provider's own NAT (100.64.0.0/10): nobody can reach the office from outside, and no forwarding helps. Ask the provider for a public IPv4 address.`,
  "private-address": ({ address }: Flag<"private-address">) =>
    `The mapped address ${address} is private: a second router stands before the internet. It must forward as well, or the first one must work as a modem.`,
  "second-router": ({ address, router }: Flag<"second-router">) =>
    `The router says that its address on the internet is ${router}, but STUN sees ${address}: a second NAT lies between. It must forward as well.`,
  symmetric: () =>
    "The router shows another port to each destination (symmetric mapping): what STUN finds out is of no use to phones. Let the router keep source ports (on some: static port) for this system.",
  "port-differs": ({ mapped, expected }: Flag<"port-differs">) =>
    `The router shows the SIP port as ${mapped} and not as ${expected}: it rewrites source ports. Forward ${expected}, and let the router keep source ports for this system.`,
  "name-differs": ({ name, addresses, mapped }: Flag<"name-differs">) =>
    `The public name ${name} leads to ${addresses || "nowhere"} and not to ${mapped}: phones that go by it do not arrive here. Check who keeps it up to date.`,
  "name-not-resolved": ({ name }: Flag<"name-not-resolved">) =>
    `The public name ${name} cannot be resolved from here. Check its spelling and its account.`,
}

const problems = {
  "no-gateway": "This machine does not say which router its default route leads to, so none can be asked.",
  "no-answer":
    "The router answers neither NAT-PMP nor UPnP. Switch one of them on in the router, or forward the port by hand.",
  "not-authorized":
    "The router refuses: it does not allow this system to open ports. Allow it for this device in the router, or forward the port by hand.",
  "port-taken":
    "The router has given this port away already: to another device, or by a forwarding that somebody made by hand. If it leads here, automatic mapping is not needed.",
  "other-port":
    "The router offered another outside port, which was given back: outside and inside must be the same. Find out what holds the port in the router.",
  "only-permanent":
    "The router opens ports only for ever, which this system does not ask for. Forward the port by hand.",
  "internal-port": "This is a port for phones in the office: it is never opened to the internet.",
  "other-port-chosen":
    "Port Management says that the router shows another UDP port: only the same number can be mapped automatically.",
  failed: "The router could not open the port. Its log may say why; it is tried again.",
} as const satisfies Record<MappingProblem, string>

export const router = {
  title: "Office router",
  lead: "For whoever looks after the router that connects the office to the internet. Phones at home reach the telephone system through it.",
  seenTitle: "What this system sees of the way to the internet",
  seenNothing: "Nothing wrong is to be seen from here.",
  seenUnknown: "Not known yet: no STUN server has answered. Nothing can be said about the router's NAT.",
  seenStatic: "The public address was entered by hand (Use static IP): nothing of the router's NAT is observed.",
  flags,
  factsTitle: "This office",
  facts: {
    publicAddress: "Public address",
    publicName: "Public name",
    noName: "none: phones are given the public address",
    system: "Telephone system (Homeport)",
    gateway: "Office router, inside",
    reserve: (address: string) =>
      `Reserve ${address} for the telephone system in the router's DHCP, so that the forwardings keep leading to it.`,
    seen: (port: number) => `SIP port as seen outside: ${port}`,
    unknown: "not known",
  },
  tableTitle: "Forwardings",
  tableLead: (address: string) =>
    `To ${address}. External and internal port are the same: for TCP and TLS they must be.`,
  protocol: "Protocol",
  external: "External port",
  internal: "Port in system",
  purpose: "For",
  purposes: {
    sip: "SIP",
    "sip-tls": "SIP over TLS",
    rtp: "Speech (RTP)",
    phones: "Configuration of phones (HTTPS)",
  },
  notYet: "not needed yet: SIP over TLS is off",
  neverTitle: "Never forward",
  never: (numbers: string) =>
    `NEVER forward ${numbers}: these ports are for phones in the office. Whoever reaches them from the internet gets past everything that protects the external ports.`,
  settingsTitle: "Other settings of the router",
  settings: {
    alg: "Switch SIP ALG off (also: SIP helper, SIP passthrough, VoIP inspection). It rewrites addresses that are right already, and calls fail in odd ways.",
    algPorts: "Many an ALG looks at port 5060 only, so port 5070 avoids some of the trouble, but not all of it.",
    timeout: "Let the router remember UDP connections for two minutes or longer.",
    hairpin:
      "A phone app in the office's own Wi-Fi goes by the public name as well. It needs NAT reflection (hairpin NAT), or a name server in the office that answers with the inside address. Try it with an app in the Wi-Fi.",
  },
  dyndnsTitle: "Dynamic DNS",
  dyndns: {
    "office-router": (name: string) =>
      `The router reports each new public address for ${name}: enter the DynDNS account there. An account that expires at intervals, as free ones do, causes outages.`,
    "fixed-address": (name: string) => `Nothing to do: the public address is fixed, and ${name} leads to it.`,
    homeport: (name: string) => `Nothing to do in the router: the telephone system itself keeps ${name} up to date.`,
    none: "No public name is stored. If the public address changes now and then, phones at home lose the office: set up dynamic DNS, and enter the name in the telephone system.",
  },
  stepsTitle: (brand: string) => `Steps: ${brand}`,
  chooseBrand: "Router",
  otherBrand: "Another router",
  stepsLead: "From the makers' documents; menus differ between versions, and we have not tried them on every device.",
  unchecked: "not checked by us",
  commands: "Commands",
  configLines: (file: string) => `Lines for ${file}`,
  steps: {
    otherForward:
      "Open port forwarding (also: virtual server, NAT, permit access) and add each line of the table above.",
    otherAlg: "Look for SIP ALG among NAT, firewall or VoIP, and switch it off.",
    otherManual: "The maker's page for the very model shows where these are.",
    fritzboxForward:
      "Internet > Permit Access > Port Sharing: choose the telephone system as the device, and add a sharing for each line of the table, with the same port “to device” and “external”.",
    fritzboxOnce: "An external port can be given once only: if it is refused, another device has it.",
    fritzboxSip: "Port 5060 is in use by the box itself when it has telephone numbers of its own. Leave it as it is.",
    fritzboxAlg: "There is no switch for SIP ALG.",
    fritzboxAutomatic:
      "For automatic mapping: allow “independent port sharing” for the telephone system's device; it allows PCP or UPnP.",
    fritzboxDyndns: "Dynamic DNS: Internet > Permit Access > DynDNS, provider “User-defined” with its update URL.",
    openwrtForward: "Add these lines to /etc/config/firewall and reload the firewall.",
    openwrtAlg:
      "A SIP helper is there only with the package kmod-nf-nathelper-extra. Remove it, or set auto_helper 0 in the zones.",
    openwrtTimeout:
      "UDP timeouts: net.netfilter.nf_conntrack_udp_timeout and nf_conntrack_udp_timeout_stream, by sysctl.",
    openwrtDyndns: "Dynamic DNS: the package ddns-scripts.",
    nftablesForward:
      "Add this table; “wan” stands for the interface toward the internet. It is how the router of our own tests forwards.",
    nftablesAccept: "In the chain that filters forwarded packets, before it drops them:",
    nftablesAlg:
      "Do not load nf_nat_sip or nf_conntrack_sip, and assign no “sip” helper; some instructions show that very line as the way to switch SIP on.",
    pfsenseForward: "Firewall > NAT > Port Forward: a rule for each line of the table.",
    pfsenseAlg: "There is no SIP ALG by default.",
    pfsenseStatic:
      "Firewall > NAT > Outbound: Hybrid, and a rule for the telephone system with Static Port. Without it source ports are rewritten, and STUN learns a port that leads nowhere.",
    pfsenseTimeout: "System > Advanced > Firewall & NAT: Firewall Optimization Conservative.",
    pfsenseHairpin: "NAT reflection is on the same page.",
    opnsenseForward: "Firewall > NAT > Port Forward: a rule for each line of the table.",
    opnsenseStatic: "Firewall > NAT > Outbound: Hybrid, and a rule for the telephone system with static port.",
    opnsenseAlg: "It has no SIP inspection.",
    opnsenseTimeout: "Firewall > Settings > Advanced: optimization conservative.",
    mikrotikForward: "Enter these commands; WAN is the interface list toward the internet.",
    mikrotikAlg: "The SIP helper stands in /ip firewall service-port.",
    mikrotikAlgOff: "Switch it off with the last command.",
    mikrotikTimeout:
      "By default UDP is remembered for 10 seconds, and for 3 minutes once packets go both ways. Phones must keep their connection alive well below that.",
    mikrotikHairpin: "Phone apps in the office's own network need a hairpin rule.",
    lancomForward: "IP-Router > Masq. > port forwarding table: an entry for each line of the table.",
    lancomAlg: "LCOS has a SIP ALG: switch it off.",
    lancomAlgPath: "The setting is /Setup/SIP-ALG/Operating no.",
    lancomManager: "Check whether the Voice Call Manager holds port 5060; 5070 is not its own.",
    keeneticForward: "Port forwarding page: a rule for each line of the table.",
    keeneticAlg: "SIP ALG is an optional component. It must be off where phones use STUN.",
    fortigateForward:
      "A virtual IP (VIP) with port forwarding for each line of the table, and a policy that allows it.",
    fortigateAlg: "SIP ALG and SIP helper are off with these commands:",
    ciscoForward: "A static NAT entry for each line of the table.",
    ciscoAlg: "SIP inspection in NAT is off with this command:",
    juniperForward: "A destination NAT rule for each line of the table, and a policy that allows it.",
    juniperAlg: "SIP ALG is off with this command:",
  },
  testTitle: "How to test",
  tests: [
    "On a mobile phone with a SIP app, switch Wi-Fi off: it must come from outside. Register a station whose internet registration is on.",
    "In the telephone system the station's line on Home shows the registration as coming from the internet.",
    "Call in both directions and talk for more than two minutes: both hear each other all the time.",
    "From outside, ports 5060, 5061 and 5062 must not answer.",
  ],
  undoTitle: "How to undo",
  undo: [
    "Delete the forwardings of the table from the router. Phones at home are then cut off, phones in the office are not.",
    "If automatic mapping is on, switch it off in the telephone system: the router is asked to close the ports.",
    "Set SIP ALG and timeouts back only if something else needs them.",
  ],
  handOutHelp,
  home: {
    title: "Home router",
    lead: "For a telephone at home that belongs to the office. As a rule nothing has to be set in the home router, and nothing has to be forwarded.",
    mustTitle: "What the router must do",
    must: [
      "NAT that suits VoIP: the same external port toward every destination. A router with symmetric NAT cannot be used.",
      "SIP ALG switched off, where the router has one (also: SIP helper, SIP passthrough, VoIP inspection).",
      "UDP connections remembered for longer than the telephone's keep-alive, best two minutes or more.",
    ],
    reachTitle: "What the telephone reaches",
    office: "Telephone system",
    ports: "Ports there",
    portsText: (udp: number, tcp: number, tls: number | undefined) => {
      const plain = udp === tcp ? `${udp} (UDP or TCP)` : `${udp} (UDP), ${tcp} (TCP)`
      return tls === undefined ? plain : `${plain}, ${tls} (TLS)`
    },
    stun: "STUN server",
    noStun: "none is set",
    outgoing:
      "All of these are connections from inside to outside: the router's firewall lets them pass unless somebody has forbidden them.",
    bandwidthTitle: "Bandwidth",
    bandwidth:
      "Each call needs about 90 kbit/s in each direction at the same time (G.711), all the time and without waiting for anything else.",
    bandwidthReason:
      "Speech alone is 64 kbit/s. It travels in 50 packets a second, each with 160 bytes of speech, 40 bytes of RTP, UDP and IP, and 18 or more bytes of the line itself: 218 × 8 × 50 = 87 200 bit/s.",
    bandwidthUpload:
      "What is scarce is the upload: with asymmetric DSL it is a fraction of the download. Uploads and video calls at the same time break speech; a router that gives telephony precedence helps.",
    calls: "Calls at once",
    upload: "Upload and download, each",
    kilobits: (count: number) => `${count} kbit/s`,
    helpTitle: "When something is wrong",
    troubles: [
      "It does not register: check name, port and password in the telephone. Then switch SIP ALG off.",
      "It registers, and speech is heard in one direction only, or not at all: the router's NAT is symmetric, or SIP ALG is on. Check that STUN is on in the telephone.",
      "It can call and is not reached after some minutes: the router forgets UDP connections too soon. Shorten the telephone's keep-alive.",
      "Speech breaks off while others use the line: the upload is too small.",
    ],
    help: homeHelp,
  },
  mapping: {
    title: "Automatic mapping",
    settingsTitle: "Ask the router to open the ports",
    settingsLead:
      "Instead of entering the forwardings by hand, this system can ask the router for them: by NAT-PMP, or by UPnP.",
    automatic: "Ask the router for the outer SIP ports",
    consent:
      "By switching this on you agree that this system opens its outer SIP ports to the internet by itself, without anybody at the router. A router that allows this allows it to every program in its network. Each opening is a line of the log. The internal ports and the RTP ports are never opened.",
    statusTitle: "What the router has opened",
    off: "Off",
    on: "On",
    router: "Office router",
    protocol: "Spoken",
    protocols: { "nat-pmp": "NAT-PMP", "upnp-igd": "UPnP" },
    notSpoken: "nothing yet",
    external: "Its address on the internet",
    next: "Asked next",
    offTitle: "The router is asked for nothing",
    offText: "Forward the ports by hand, as the hand-out says, or switch automatic mapping on below.",
    port: "Port",
    state: "State",
    until: "Held until",
    states: { asking: "Asking", mapped: "Open", failed: "Not opened" },
    problems,
    events: "Every opening, closing and failure is in Events.",
    eventsLink: "Show them",
    help: mappingHelp,
  },
} as const
