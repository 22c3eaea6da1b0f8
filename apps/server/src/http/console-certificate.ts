/**
 * The console's own certificate, made at the first start on an address that others can reach: self-signed, EC P-256, for this
 * machine's names and addresses (RFC 5280). A browser asks once; the fingerprint on the terminal says whether it is ours.
 */
import { generateKeyPairSync, randomBytes, sign, X509Certificate } from "node:crypto"
import { isIPv4 } from "node:net"
import { bits, integer, octets, oid, sequence, set, tagged, taggedBytes, time, utf8, yes } from "./der.ts"

export interface ConsoleCertificate {
  /** PEM. */
  readonly certificate: string
  /** PEM, PKCS#8. */
  readonly privateKey: string
}

export function makeConsoleCertificate(names: readonly string[], from: Date): ConsoleCertificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const subject = sequence(set(sequence(oid(commonName), utf8(`Homeport ${names[0] ?? ""}`.trim()))))
  const until = new Date(from.getTime() + lifeInDays * day)
  // Yesterday: a browser's clock may be a little behind.
  const validity = sequence(time(new Date(from.getTime() - day)), time(until))
  const content = sequence(
    tagged(0, integer(Buffer.of(2))),
    integer(serialNumber()),
    sequence(oid(ecdsaWithSha256)),
    subject,
    validity,
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(3, extensions(names)),
  )
  const certificate = sequence(content, sequence(oid(ecdsaWithSha256)), bits(sign("sha256", content, privateKey)))
  return { certificate: pem(certificate), privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() }
}

/** Whether it is still good for a month. */
export function isFresh({ certificate }: ConsoleCertificate, at: Date): boolean {
  return new X509Certificate(certificate).validToDate.getTime() - at.getTime() > 30 * day
}

/** SHA-256, as browsers show it. */
export const fingerprintOf = ({ certificate }: ConsoleCertificate): string =>
  new X509Certificate(certificate).fingerprint256

function extensions(names: readonly string[]): Buffer {
  return sequence(
    sequence(oid(basicConstraints), yes, octets(sequence())),
    sequence(oid(keyUsage), yes, octets(bits(Buffer.of(digitalSignature), 7))),
    sequence(oid(extendedKeyUsage), octets(sequence(oid(serverAuth)))),
    sequence(oid(subjectAltName), octets(sequence(...names.map(generalName)))),
  )
}

/** RFC 5280 §4.2.1.6: dNSName [2] or iPAddress [7]. */
function generalName(name: string): Buffer {
  if (isIPv4(name)) return taggedBytes(7, Buffer.from(name.split(".").map(Number)))
  return taggedBytes(2, Buffer.from(name))
}

/** Positive and not zero (RFC 5280 §4.1.2.2). */
function serialNumber(): Buffer {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`
}

const day = 86_400_000
/** Apple's browsers refuse more than 825 days. */
const lifeInDays = 824
const digitalSignature = 0x80
const commonName = "2.5.4.3"
const ecdsaWithSha256 = "1.2.840.10045.4.3.2"
const basicConstraints = "2.5.29.19"
const keyUsage = "2.5.29.15"
const extendedKeyUsage = "2.5.29.37"
const subjectAltName = "2.5.29.17"
const serverAuth = "1.3.6.1.5.5.7.3.1"
