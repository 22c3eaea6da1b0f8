/** What is said of devices on their pages and sheets alone: why there is no file, what to know, why a fetch was refused. */
export const provisioningEn = {
  /** `RefusalCode` of packages/provisioning. */
  refusal: {
    NoTls12:
      "The {model} speaks no TLS 1.2, the least that Homeport accepts: it cannot be used over TLS. Choose UDP or TCP, or another device.",
    NoStun:
      "The {model} cannot find out its own public address, because it has no STUN: it cannot be used over the internet.",
    TransportNotSupported: "The {model} does not speak this transport. Choose another.",
    StunServerMissing:
      "A phone at home needs a STUN server, and none is entered. Enter the STUN server for phones in Edit STUN Configuration.",
    AuthorityMissing:
      "Over TLS the device needs our CA certificate, and none is installed. Setup ▸ Security ▸ Certificates for TLS leads there.",
    ValueNotCarried:
      "The settings file of the {model} cannot carry what the station has in this field: {field}. Change it.",
    DigestNotSupported:
      "The {model} knows no other digest than MD5, and the station demands SHA-256. Choose a digest with MD5 at the station.",
    TlsClosed: "SIP over TLS is off: a device could not register over it. Security ▸ SPE says why.",
    PublicNameUnknown:
      "No public name or address is known that the device could register at. Enter the name under DynDNS, or a STUN server.",
  },
  note: {
    TestedFirmware:
      "The guide has tested this device with firmware {firmware} alone. Compare it with what the device shows.",
    LoadAuthorityFirst:
      "The device refuses an authority that it does not know: load our CA certificate in the office first, or enter everything by hand.",
    ThirdPartyLearnsPassword:
      "A server of the app's maker would learn the password, for push messages or its portal. Switch that off where it must not.",
    LabelsMayDiffer: "The labels are those of an older version: today's may read a little different.",
    NotProven: "Nobody has tried this file on such a device yet. Check the first one with care.",
    StunForMediaOnly:
      "The device uses STUN for speech alone and registers with a private address: choose NAT traversal By Homeport at the station.",
    Tls12NotProven:
      "Nobody has shown that this device, with this firmware, speaks TLS 1.2. Try one before you rely on it.",
    DigestNotProven:
      "The station asks for SHA-256, and nobody has shown that this device answers it. Choose a digest with MD5 if it does not register.",
    SecondServerLeftOut:
      "The station has a Secondary system ID, and there is no known way to tell this device of a second server.",
    SecondarySystemIdUnused:
      "The station's Secondary system ID is neither a host name nor an address, so the device is told of no second server.",
    StunByHand: "The code does not carry STUN: switch it on by hand after the code was read.",
  },
  /** `fetchRefusals` of device.ts. */
  fetch: {
    "unknown-token": "No link has this token (any more).",
    expired: "The time of the link was over.",
    "used-up": "All fetches of the link were used.",
    "other-device": "The link is bound to another device.",
    "wrong-file": "Not a file of this device.",
    "not-the-device": "A browser or link preview, not the device.",
    "part-of-file": "Only a part of the file was asked for.",
    "not-served": "The device cannot do what its station needs.",
    "no-token": "Asked without a link.",
    "too-many": "Too many requests from this address.",
  },
  verdict: {
    tested: "The guide names this firmware.",
    excluded: "The guide excludes this firmware: update the device.",
    newer: "The guide tested an older firmware; this one should do, and nobody has shown it.",
    unknown: "The guide does not speak of this firmware.",
  },
  /** `phonesReasons` of phones.ts. */
  phones: {
    off: "The listener for phones is off, so nothing can be fetched. Start Homeport with HOMEPORT_PHONES, such as 0.0.0.0:8443, and forward that port in the office router.",
    "public-name-unknown":
      "No public name or address is known that phones could fetch from. Enter the name under DynDNS, or a STUN server.",
  },
  refusing: {
    "unknown-authority":
      "It refuses a certificate whose CA it does not know, so it cannot fetch that CA from here either. Stage it in the office over HTTP, or enter the sheet by hand.",
    "no-tls12":
      "It speaks no TLS 1.2 and never reaches the listener for phones. Stage it in the office over HTTP, or enter the sheet by hand.",
  },
} as const
