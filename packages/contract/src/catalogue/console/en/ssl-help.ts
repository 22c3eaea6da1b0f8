/** Help on the pages of Security ▸ SSL. */
import type { HelpField, HelpText } from "../texts.ts"

const requestFields: readonly HelpField[] = [
  {
    name: "Name of the Certificate",
    text: "What it is called on this system; no other one may have the name.",
    range: "1–64 characters",
  },
  {
    name: "Serial Number of Certificate",
    text: "Tells the certificates of one CA apart. A random one is proposed, so that nobody can guess the next.",
    range: "positive, at most 20 octets",
  },
  {
    name: "Type of Signature Algorithm",
    text: "How the certificate is signed.",
    range: "sha256RSA, sha384RSA, sha512RSA",
    standard: "sha256RSA",
    warning: "sha1RSA stands in the list as on older systems, but cannot be chosen: today's TLS libraries refuse it.",
  },
  {
    name: "Public Key Length",
    text: "A longer key is safer and slower. 1536 bits are refused by today's TLS libraries and cannot be chosen.",
    range: "2048, 3072, 4096",
    standard: "2048",
  },
  {
    name: "Start and End Time of Validity Period",
    text: "In GMT, not in local time. The start is proposed a day early, for phones whose clock is slow.",
    standard: "a CA 10 years, a server certificate 825 days",
    warning:
      "A server certificate cannot outlive its CA. When it has expired, phones no longer register encrypted: Home warns 60 days before.",
  },
  {
    name: "Subject Name",
    text: "Whom the certificate is made out to. The Common Name is needed: the exported files are named after it.",
    range: "country: two letters; the others at most 64 characters",
  },
  {
    name: "Subject Alternative Name",
    text: "The names and addresses that phones compare with the one they were given. Other Format: a DNS name, an IP address or an e-mail address. Distinguished Name: such as CN=sip.example.net, O=Example.",
    warning: "Most phones refuse a server certificate that does not name the address they call.",
  },
  {
    name: "CRL Distribution Point",
    text: "Where the list of revoked certificates can be fetched: a host name, an address or a URL. Optional.",
  },
]

export const sslHelp: Readonly<Record<"generation" | "generate" | "management" | "import" | "stored", HelpText>> = {
  generation: {
    introduction:
      "This system acts as a TLS server for SIP phones and needs a server certificate for that. You may install one that you have, or generate one here: first a CA, then a server certificate that the CA signs.",
    fields: [
      {
        name: "Generate CA Certificate",
        text: "Makes a CA and stores it here. Afterwards it appears below Certificate Generation, with its own actions.",
      },
      {
        name: "Generate Self-Signed Certificate",
        text: "Makes a server certificate without a CA, for a few phones or a test.",
      },
      {
        name: "The actions of a CA",
        text: "View it, export it for the phones, sign a server certificate with it, renew it, see which certificates it has revoked, remove it.",
        warning: "Only one certificate serves all SIP interfaces of the system.",
      },
    ],
  },
  generate: {
    introduction:
      "Everything is filled with good values; usually the names are all there is to look at. The key pair is made when you press Apply; a long one takes some seconds.",
    fields: requestFields,
  },
  management: {
    introduction:
      "All certificates that are stored on this system, whatever they are used for. The list is filtered and sorted by the system; both stand in the address, so that they can be bookmarked.",
    fields: [
      {
        name: "Validity",
        text: "How many days are left. Amber from 60 days on, red from 7 days on and when it has expired or was revoked.",
      },
      {
        name: "Used by",
        text: "What would fail without it: SPE, this console, or certificates that it has signed.",
        warning: "What is in use cannot be removed.",
      },
      { name: "Import", text: "Takes in a file in any of the usual formats." },
    ],
  },
  import: {
    introduction:
      "A certificate from elsewhere, with its private key if the file holds one. It is only stored; SPE and the console are given it on their own pages.",
    fields: [
      { name: "Name of the Certificate", text: "What it is called on this system.", range: "1–64 characters" },
      {
        name: "Certificate file",
        text: "PEM, DER, PKCS#12 (.p12, .pfx) or PKCS#7 (.p7b), encrypted or not, its chain in any order.",
        range: "at most 128 kB",
      },
      { name: "Pass-phrase", text: "The one that the file was protected with when it was exported." },
    ],
  },
  stored: {
    introduction: "One stored certificate: what it says, and what can be done with it.",
    fields: [
      {
        name: "View Certificate",
        text: "Everything that the certificate says, its SHA-256 fingerprint, how long it lasts, the CAs above it and what uses it. Times are GMT.",
      },
      {
        name: "Export Certificate",
        text: "X.509 (PEM or DER) is the certificate alone and may be given to anybody. PKCS#12 holds the private key too, under a pass-phrase.",
        warning: "Whoever has a PKCS#12 file and its pass-phrase can pose as this system.",
      },
      {
        name: "Renew as a Copy",
        text: "Makes a certificate with the same names, a new serial number and new dates. With the same key, what trusted the old one trusts the copy.",
        standard: "the same key",
      },
      {
        name: "Revoke Certificate",
        text: "Declares a certificate invalid before its end. Its CA's revocation list names it.",
        warning: "This cannot be taken back.",
      },
      { name: "Display CRL", text: "The revocation list of a CA whose key is here, and where phones fetch it." },
      {
        name: "Use for this Console",
        text: "Shows this certificate to browsers that open the console over HTTPS, instead of the one that Homeport made for itself.",
      },
      { name: "Remove Certificate", text: "Deletes certificate and key. What is in use stays." },
    ],
  },
}
