/** Setup ▸ Security ▸ Certificates for TLS: loaded with it. */
import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Phones register encrypted when this system shows them a certificate that they trust. Five steps lead there; each one does its work at once, so you can leave at any time and go on later where you were.",
  fields: [
    {
      name: "CA",
      text: "A certificate authority of this system's own. It signs the server certificate. Phones are given the CA certificate once; then they trust everything that this CA signs, also later ones.",
      standard: "SPE CA, ten years",
      warning: "A phone that knows another CA refuses the connection.",
    },
    {
      name: "Server certificate",
      text: "What phones are shown when they connect. It must name the address that they were given as their SIP server: the public name, or the mapped address.",
      standard: "the public name from DynDNS, 825 days",
      warning:
        "When the public name changes, a new server certificate is needed. The CA stays, and so does the phones' trust.",
    },
    {
      name: "PKCS#12",
      text: "A file with the certificate, its private key and the CA, under a pass-phrase. Installing does not need it: it is a copy for another system, or for a safe.",
      range: "pass-phrase of 8–128 characters",
    },
    {
      name: "I have a certificate",
      text: "A certificate of your company or provider, as PKCS#12 with its key. If the file does not hold the CA that signed it, the page asks for the CA certificate as well.",
      range: ".p12 or .pfx, at most 128 kB; RSA from 2048 bits, or elliptic curves P-256 and P-384",
    },
    {
      name: "SPE support",
      text: "The system flag that opens SIP over TLS. It can be switched off again in System Flags.",
      warning: "TLS works at a LAN interface only, not on LAN 1 (WAN).",
    },
  ],
}

export const wizard = {
  steps: {
    ca: "CA",
    export: "Export CA",
    server: "Server certificate",
    install: "Install for SPE",
    support: "SPE support",
    file: "Certificate file",
  },
  downloaded: (file: string) => `${file} was downloaded.`,
  now: {
    title: "SIP over TLS now",
    certificate: "SPE certificate",
    authorities: "SPE CA certificates",
    none: "none installed",
    stations: "Stations over TLS",
    phones: "What to enter on the phones",
  },
  start: {
    title: "Where should the certificate come from?",
    lead: "Five steps: a CA, its file for the phones, a server certificate, both installed for SPE, and SPE support switched on.",
    existing: (name: string) => `Use the CA “${name}”`,
    existingHint: (until: string) =>
      `It is on this system with its key and lasts until ${until}. Phones that know it need nothing new.`,
    make: "Make a CA",
    makeHint: "This system signs its own server certificate. Phones are given the CA certificate, once.",
    own: "I have a certificate",
    ownHint: "A PKCS#12 file (.p12, .pfx) with its pass-phrase, from your company or provider.",
  },
  details: "Details",
  ca: {
    title: "Generate a CA certificate",
    lead: "Good values are filled in. The name is what people see when they load the file into a phone.",
    generate: "Generate the CA",
    existsTitle: "The CA is there",
    existsLead:
      "It is stored on this system with its private key. To make another one, go back and choose “Make a CA”.",
  },
  validity: "Valid",
  validFrom: (from: string, until: string) => `${from} to ${until}`,
  generating: (bits: string) => `A key of ${bits} bits is being generated. Calls are not affected.`,
  export: {
    title: "Export the CA certificate",
    lead: "This file is for the phones: with it they recognise this system. It holds no secret. Keep it where you set up phones; it is offered again at the end.",
    pem: "Download the CA certificate",
    der: "Download as DER",
    fileHint: "X.509, PEM. A few phones want DER instead.",
  },
  server: {
    title: "Generate the server certificate",
    lead: (ca: string) => `Signed by “${ca}”. It must name the address that phones enter as their SIP server.`,
    generate: "Generate the server certificate",
    madeTitle: "The server certificate is there",
    madeLead: "It is stored on this system with its private key, and can be installed.",
    another: "Generate another one",
    fromDyndns: (name: string) => `${name} is what phones at home are given.`,
    noName:
      "Neither a public name nor a mapped address is known: the address in the office was filled in, which phones at home do not use. Enter the public name under DynDNS first, or type it here.",
    backup: "Keep a copy",
  },
  file: {
    title: "Your certificate",
    lead: "Nothing is changed yet: the next page shows what is in the file.",
    file: "PKCS#12 file",
    fileHint: ".p12 or .pfx, with the private key",
    passPhrase: "Pass-phrase of the file",
    issuer: "CA certificate",
    issuerHint: "PEM or DER (.crt, .cer, .pem)",
    issuerMissing: (issuer: string) =>
      `The file does not hold the CA that signed the certificate. Choose the CA certificate as well. It was issued by: ${issuer}`,
    check: "Look into the file",
    refused: "This certificate cannot be used for SPE:",
  },
  install: {
    title: "Install for SPE",
    lead: "One certificate serves all SIP interfaces. New connections are shown it at once; calls and connections that exist go on.",
    install: "Install",
    doneTitle: "Installed for SPE",
    doneLead: "New connections are shown this certificate.",
    certificate: "SPE certificate",
    authority: "SPE CA certificate",
    issuer: {
      included: "comes with the file",
      installed: "installed already",
      stored: "is installed with it",
      "self-signed": "none: the certificate signs itself",
      missing: "missing",
    },
    wrongName: (name: string) =>
      `The certificate does not name ${name}, which is what phones are given. Phones that check the name will refuse the connection.`,
    losesTitle: (count: number) => `${plural(count, "station loses", "stations lose")} trust`,
    losesText:
      "They are registered over TLS now and know another CA. They refuse the new certificate until their phones are given the new CA certificate:",
    accept: "Install all the same",
    acceptNeeded: "Give these phones the new CA certificate first, or tick that you accept the loss.",
    view: "All of the certificate",
  },
  support: {
    title: "Switch on SPE support",
    lead: "The last step opens the ports for SIP over TLS, in the office and for the internet.",
    doneTitle: "SPE support is on",
    switchOn: "Switch on SPE support",
    live: "SIP over TLS now",
    finish: "Finish",
  },
  phones: {
    title: "On the phones",
    lead: "Everything else stays as it was over UDP.",
    server: "SIP server",
    serverNote: "exactly as the certificate names it",
    port: "Port",
    portNote: "SIP_TLS_SUB_EXT; in the office SIP_TLS_SUB",
    portInner: (port: number) => `in the office ${port}`,
    transport: "Transport",
    transportValue: "TLS",
    transportNote: "TLS 1.2 or 1.3",
    ca: "CA certificate to load",
    noCa: "signs itself: load the certificate",
    user: "User and authentication name",
    userValue: "as in the station",
    stun: "STUN server",
    stunNone: "as before (none is entered here)",
    srtp: "SRTP",
    srtpValue: "off",
    srtpNote: "encrypted speech with SDES is not supported",
    t19p: "The Yealink T19P cannot do TLS 1.2: leave it on UDP.",
    nameMissing: (name: string) =>
      `The certificate does not name ${name}: phones that check the name refuse it. Generate a new server certificate.`,
  },
  router: {
    title: "At the office router",
    forward: (port: number, address: string) =>
      `Forward TCP port ${port} to port ${port} at ${address}. The external port must be the same as the port in the system.`,
    link: "All forwardings",
  },
  help,
} as const
