import type { channels as enChannels, ports as enPorts } from "../en/ports.ts"
import type { HelpText, Texts } from "../texts.ts"

const portsHelp: HelpText = {
  introduction:
    "Telefone im Büro benutzen die internen Ports, Telefone im Internet die externen. Erst diese Trennung erlaubt dem System, beide verschieden zu behandeln.",
  fields: [
    {
      name: "SIP_EXT, SIP_TLS_SUB_EXT",
      text: "Die eigenen Ports für den externen Verkehr. Diese, und nur diese, leitet der Büro-Router weiter.",
      range: "1–65535, jeder Port einmal",
      standard: "5070 (UDP und TCP), 5071 (TLS)",
    },
    {
      name: "SIP, SIP_TLS_SIPQ, SIP_TLS_SUB",
      text: "Die Ports für Telefone im Büro. SIP_TLS_SIPQ ist für Querverbindungen reserviert und wird nie geöffnet.",
      standard: "5060, 5061, 5062",
      warning: "Leiten Sie diese im Büro-Router niemals weiter.",
    },
    {
      name: "RTP-Bereich",
      text: "Sprache. Jedes Gespräch braucht auf jeder Seite einen geraden RTP-Port und den ungeraden RTCP-Port darüber: vier Ports je Kanal.",
      standard: "29100–30530",
    },
    {
      name: "Externer UDP-Port am Büro-Router",
      text: "Leer: derselbe wie SIP_EXT. Für TCP und TLS muss der externe Port der des Systems sein.",
      warning: "Ein anderer Port geht nur mit UDP, und davon wird abgeraten.",
    },
    {
      name: "Der Büro-Router leitet den RTP-Bereich weiter",
      text: "Ankreuzen, wenn der ganze RTP-Bereich auf dieselben Ports hier weitergeleitet wird. Dann werden lokale Portnummern angekündigt, und auch Telefone mit unvollständigem STUN gehen (NAT-Überwindung durch Homeport).",
      standard: "aus",
    },
    {
      name: "Übernehmen",
      text: "Ports werden sofort geöffnet. Ist einer belegt, ändert sich nichts, und das Feld sagt, welcher. Laufende Gespräche bleiben auf ihren Ports.",
    },
  ],
}

const channelsHelp: HelpText = {
  introduction:
    "Jedes Gerät, das über das Internet spricht, nimmt einen RTP-Proxy-Kanal aus einem Vorrat, den alle Arten von Gesprächen teilen. Ist keiner mehr frei, wird ein weiteres Gespräch über das Internet abgewiesen.",
  fields: [
    {
      name: "Systemvariante",
      text: "Wie groß der Vorrat ist.",
      range: "60 Kanäle bei X1/X3/X5/X8, 180 bei S",
      standard: "X1/X3/X5/X8",
    },
    {
      name: "Wer sie benutzt",
      text: "Ein ITSP-Gespräch nimmt 1 je Gespräch; SIP@Home und HFA@Home 1 je Gerät; myPortal to go 1 je Client; Circuit 1 je Gespräch. Zwei Telefone in zwei Wohnungen, die einander anrufen, nehmen 2.",
    },
    { name: "Höchststand heute", text: "Die meisten Kanäle, die seit Mitternacht zugleich belegt waren." },
  ],
}

export const ports: Texts<typeof enPorts> = {
  tableTitle: "SIP-Ports",
  tableLead:
    "Jeder Port darf einmal vorkommen. Übernehmen öffnet sie sofort, oder sagt, welcher belegt ist, und ändert nichts.",
  name: "Protokollname",
  port: "Port",
  portOf: (name) => `Port von ${name}`,
  transport: "Transport",
  reach: "Reichweite",
  state: "Zustand",
  reaches: { inner: "Intern: Büro", outer: "Extern: Internet" },
  states: {
    listening: "Offen",
    failed: "Nicht offen",
    draining: "Schließt",
    reserved: "Für Querverbindungen reserviert",
    closed: "Geschlossen",
  },
  rtpTitle: "RTP-Ports",
  rtpLead: (pairs, channels) =>
    `Der Bereich enthält ${pairs} Paare aus RTP- und RTCP-Port: genug für ${channels} Kanäle zugleich.`,
  rtpFrom: "Erster Port",
  rtpTo: "Letzter Port",
  routerTitle: "Büro-Router",
  udpAtRouter: "Externer UDP-Port am Büro-Router",
  udpAtRouterHint: "Leer: derselbe wie SIP_EXT. Ein anderer geht nur mit UDP, und davon wird abgeraten.",
  rtpForwarded: "Der Büro-Router leitet den RTP-Bereich weiter",
  rtpForwardedHint:
    "Nur ankreuzen, wenn der ganze Bereich auf dieselben Ports hier weitergeleitet wird. Dann gehen auch Telefone mit unvollständigem STUN.",
  forwardingTitle: "Was der Büro-Router weiterleiten muss",
  forwardingLead: (address) => `An die Adresse ${address} dieses Systems, wie es aus den Ports oben folgt:`,
  protocol: "Protokoll",
  external: "Externer Port",
  internal: "Port im System",
  note: "Anmerkung",
  mustEqual: "muss derselbe sein wie der Port im System",
  notYet: "noch nicht nötig: SIP über TLS ist aus",
  differs: "weicht vom Port im System ab: davon wird abgeraten",
  never: "Niemals eine Weiterleitung auf die internen Ports einrichten",
  neverText: (numbers) =>
    `Die Ports ${numbers} sind für Telefone im Büro. Wer sie aus dem Internet erreicht, umgeht alles, was die externen Ports schützt.`,
  help: portsHelp,
}

export const channels: Texts<typeof enChannels> = {
  poolTitle: "Der Vorrat jetzt",
  used: "Belegt",
  free: "Frei",
  total: "Kanäle",
  peak: "Höchststand heute",
  gauge: (used, total) => `${used} von ${total} RTP-Proxy-Kanälen belegt`,
  consumers: {
    itsp: "ITSP-Gespräche",
    "sip-at-home": "SIP@Home",
    "hfa-at-home": "HFA@Home",
    "mobile-client": "myPortal to go",
    circuit: "Circuit-Gespräche",
  },
  consumer: "Benutzt von",
  full: "Kein Kanal ist mehr frei: Weitere Gespräche über das Internet werden abgewiesen, bis eines endet.",
  nearlyFull: "Mehr als 80 % der Kanäle sind belegt.",
  usersTitle: "Wer sie benutzt",
  noUsers: "Kein Kanal ist belegt",
  noUsersText: "Ein Kanal wird belegt, sobald ein Gerät im Internet an einem Gespräch teilnimmt.",
  station: "Rufnummer",
  since: "Seit",
  duration: "Dauer",
  settingsTitle: "System",
  variant: "Systemvariante",
  variants: { x: "OpenScape Business X1/X3/X5/X8: 60 Kanäle", s: "OpenScape Business S: 180 Kanäle" },
  variantHint: "Der RTP-Bereich in der Portverwaltung muss vier Ports für jeden Kanal enthalten.",
  help: channelsHelp,
}
