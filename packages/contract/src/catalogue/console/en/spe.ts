/** Security ▸ Signaling and Payload Encryption (SPE). */
import { type HelpText, plural } from "../texts.ts"

const help: HelpText = {
  introduction:
    "SIP over TLS: this system shows a certificate to every phone, and the phone checks that it comes from a CA that it trusts and is made out to the address it was given.",
  fields: [
    {
      name: "SIP over TLS",
      text: "The TLS ports are open only when SPE support is ticked in System Flags, a valid SPE certificate is installed, and VoIP uses a LAN interface, not LAN 1 (WAN). Whatever is missing is named here.",
    },
    {
      name: "SPE Certificate",
      text: "A server certificate with its private key. One of this system is taken with one click; one from elsewhere is imported as a PKCS#12 file with its pass-phrase.",
      range: "RSA from 2048 bits, or P-256, P-384; SHA-256 or better; not expired",
      warning: "There is only one: it serves all SIP interfaces.",
    },
    {
      name: "Preview",
      text: "Before anything is installed you see what it is, whether phones will find their address in it, and which stations would lose trust.",
    },
    {
      name: "Stations that lose trust",
      text: "They are registered over TLS and trust only a CA that has not signed the new certificate. Give their phones the new CA certificate first.",
    },
    {
      name: "Install",
      text: "New connections are shown the new certificate at once. Open connections and running calls stay.",
    },
  ],
}

const authoritiesHelp: HelpText = {
  introduction:
    "The CAs that the SPE certificate comes from. Phones have to be given one of them to trust this system; installing an SPE certificate brings its CA along.",
  fields: [
    {
      name: "Import CA Certificate",
      text: "A file (.crt, .cer, .pem), or a CA that is stored on this system.",
      range: "at most 16",
      warning: "Only a CA certificate is taken: one that may sign others.",
    },
    { name: "Export Certificate", text: "The file that the phones are given." },
    {
      name: "Remove Certificate",
      text: "Takes it out of SPE; it stays in Certificate Management. Refused while the SPE certificate comes from it.",
    },
  ],
}

export const spe = {
  title: "SPE Certificate",
  statusTitle: "SIP over TLS",
  support: "SPE support",
  publicName: "Public name or address",
  noPublicName: "none known",
  named: "named by the certificate",
  notNamed: "not named by the certificate",
  notNamedText: (name: string) =>
    `The SPE certificate is not made out to ${name}, the address that phones at home are given: most of them will refuse it. Generate a server certificate that names it.`,
  toDynDns: "DynDNS",
  overTls: "Stations registered over TLS",
  installedTitle: "Installed certificate",
  none: "No SPE certificate",
  noneText: "Until one is installed the TLS ports stay closed.",
  import: "Import certificate",
  wizard: "Set up with the wizard",
  view: "View Certificate",
  remove: "Remove Certificate",
  importTitle: "Import the SPE certificate",
  stored: "Certificates of this system",
  storedLead: "Server certificates whose private key is here. Taking one shows it before it is installed.",
  take: "Take this one",
  takeNamed: (name: string) => `Take this one: ${name}`,
  nothingStored: "There is no server certificate with its private key on this system.",
  alreadyInstalled: "installed",
  fromFile: "From a file",
  fromFileLead: "PKCS#12 (.p12, .pfx) with the certificate and its private key, best with its chain.",
  file: "Certificate file",
  passPhrase: "Pass-phrase",
  passPhraseHint: "The one that the file was protected with.",
  preview: "Preview",
  previewTitle: "This would be installed",
  previewLead: "Nothing has been changed yet.",
  fits: "Nothing speaks against it.",
  problems: "It cannot be installed:",
  issuer: {
    included: "The CA comes with the file, and becomes an SPE CA certificate.",
    installed: "The CA is an SPE CA certificate already.",
    stored: "The CA is stored on this system, and becomes an SPE CA certificate.",
    "self-signed": "It is self-signed: phones have to be given this very certificate.",
    missing: "The CA that signed it is neither in the file nor on this system.",
  },
  issuerFile: "CA certificate",
  issuerFileHint: (issuer: string) => `The certificate (.crt, .cer, .pem) of: ${issuer}`,
  previewAgain: "Preview with this CA",
  namesPublicName: (name: string) => `It names ${name}, the address that phones at home are given.`,
  misnames: (name: string) =>
    `It does not name ${name}, the address that phones at home are given: most of them will refuse it.`,
  losesTrust: (count: number) =>
    `${plural(count, "station that is", "stations that are")} registered over TLS would lose trust: it comes from another CA.`,
  losesTrustHint:
    "Give their phones the new CA certificate first. Otherwise they cannot register encrypted until they have it.",
  accept: "Install it all the same",
  chain: (number: number) => `CA ${number} of the chain`,
  everything: "Everything that the certificate says",
  install: "Install",
  back: "Choose another one",
  installed: (name: string) => `“${name}” is the SPE certificate now. New connections are shown it at once.`,
  removeTitle: "Take this certificate out of use",
  removeLead:
    "The TLS ports close, and phones can no longer register encrypted. The certificate stays in Certificate Management.",
  removeStations: (count: number) => `${plural(count, "station is", "stations are")} registered over TLS now.`,
  removeSubmit: "Remove",
  removeConfirm: (name: string) => `Take “${name}” out of use?`,
  removed: (name: string) => `“${name}” is no longer the SPE certificate.`,
  numbered: (node: string, number: number) => `${node} - ${number}`,
  help,
  authorities: {
    title: "SPE CA Certificate(s)",
    count: (count: number, most: number) => `${count} of ${most}`,
    number: "Number",
    open: (name: string) => `View ${name}`,
    forPhones: "For the phones",
    export: "Export",
    exportOf: (name: string) => `Export ${name}`,
    empty: "No SPE CA certificate",
    emptyText: "Installing an SPE certificate brings its CA along. Phones that are to trust this system need it.",
    import: "Import CA certificate",
    importTitle: "Import a CA certificate",
    stored: "CAs of this system",
    storedLead: "CA certificates that are stored here and not installed for SPE yet.",
    take: "Install this one",
    takeNamed: (name: string) => `Install this one: ${name}`,
    nothingStored: "Every CA certificate of this system is installed, or there is none.",
    fromFile: "From a file",
    file: "CA certificate file",
    fileHint: ".crt, .cer or .pem",
    submit: "Import",
    installed: (name: string) => `“${name}” is an SPE CA certificate now.`,
    removeTitle: "Take this CA certificate out of SPE",
    removeLead: "It stays in Certificate Management.",
    needed: "It cannot be removed: the SPE certificate comes from it. Install another SPE certificate first.",
    removeConfirm: (name: string) => `Take “${name}” out of SPE?`,
    removed: (name: string) => `“${name}” is no longer an SPE CA certificate.`,
    help: authoritiesHelp,
  },
}
