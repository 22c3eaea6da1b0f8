import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "What would come of a registration now, without a phone: the same rules are asked as for a real one, and nothing is changed. The answer follows when a setting changes, and its address can be sent to somebody.",
  fields: [
    {
      name: "User",
      text: "What the phone gives as its user name: the station's call number. The password is taken to be right and is not asked for.",
    },
    {
      name: "Comes from",
      text: "The address that the phone's packets come from: for a phone at home the public address of its home router, for one in the office its own.",
    },
    {
      name: "Port at Homeport",
      text: "Where the packets arrive. It decides whether the phone counts as office or internet.",
    },
    {
      name: "Phone calls itself",
      text: "The User-Agent of the registration. It counts only at stations that are for one kind of phone.",
    },
    {
      name: "Contact",
      text: "What the phone writes as its own address. Empty: where its packets come from, as a phone with STUN does. A private address here is a phone without STUN; the right address with another port, a symmetric NAT.",
    },
  ],
}

export const registrationTrial = {
  title: "Try a registration",
  lead: "Describe how the phone would come. Nothing is changed, and no phone is needed.",
  user: "User",
  userHint: "The call number, as the phone gives it.",
  address: "Comes from",
  addressHint: "IP address of the phone, as Homeport would see it.",
  sourcePort: "From port",
  transport: "Transport",
  port: "Port at Homeport",
  portHint: (ports: string) => `Open now: ${ports}`,
  networks: { inner: "office", outer: "internet" },
  userAgent: "Phone calls itself",
  userAgentHint: "Its User-Agent. Empty: it says nothing.",
  contact: "Contact: address",
  contactHint: "What the phone writes as its own address. Empty: where its packets come from.",
  contactPort: "Contact: port",
  try: "Try",
  result: "Result",
  admitted: {
    inner: "It would be admitted, as a phone in the office.",
    outer: "It would be admitted, as a phone on the internet.",
  },
  challenged: "It has to prove the station's password, which was not tried here.",
  unchallenged: "No password is asked for: the station's authentication is not active.",
  replaces: (count: number) =>
    `It would take the place of ${plural(count, "phone that is", "phones that are")} registered now.`,
  refused: (status: number) => `It would be refused with ${status}.`,
  notOpen: "No SIP port of Homeport would take it: this port is not open over this transport.",
  decides: "Decided by:",
  station: (callNumber: string, name: string) => `Station ${callNumber} ${name}`,
  causes: {
    "unknown-user": "No station has this call number.",
    "wrong-password": "The station has no password, so no phone can prove itself.",
    "internet-registration-off": "Internet Registration with internal SBC is off at the station.",
    "internet-registration-over": "The last day of the station's internet registration has passed.",
    "authentication-off": "The station's authentication is not active, and over the internet it must be.",
    "fixed-ip-address": "The station may register from its Fixed IP address only.",
    "user-agent": "The station is for another kind of phone: this User-Agent does not begin as it must.",
    "no-stun": "The Contact is an address that the internet cannot reach: the phone does not use STUN.",
    "symmetric-nat": "The Contact has another port than the packets: the home router is a symmetric NAT.",
    "sip-alg": "The Contact is another public address than the packets': a router on the way rewrites SIP (ALG).",
    "router-rewrites-source":
      "The packets come to the external port from a local address, the Contact is public: the office router hides who is calling.",
    "contact-host-name": "The Contact is a name: the phone must write its public IP address.",
    "contact-not-sip": "The Contact is not a sip: URI.",
    "too-many-contacts": "The station has as many phones registered as are allowed.",
  },
  help,
} as const
