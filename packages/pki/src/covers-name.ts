/**
 * Whether a certificate is for this name: what a phone asks before it goes on. RFC 9525 §6.
 *
 * Only subjectAltName counts, never the Common Name (RFC 9525 §2); "*" stands for one whole left-most label (§6.3).
 */
import { certificateOf, valueIn } from "./certificate.ts"
import { extensionIds } from "./der/object-identifiers.ts"
import { parseDer } from "./der/read.ts"
import { asciiHostName, readGeneralNames } from "./general-name.ts"
import { addressBytes, addressText } from "./ip-address.ts"
import { orDamaged } from "./pki-error.ts"

/** A host name, or an IP address, which must stand in an iPAddress (RFC 9525 §6.5). Throws what reading the certificate throws. */
export function coversName(certificatePem: string, nameOrIp: string): boolean {
  const certificate = certificateOf(certificatePem)
  const value = valueIn(certificate.extensions, extensionIds.subjectAltName)
  const names = value ? orDamaged(() => readGeneralNames(parseDer(value))) : []
  const address = addressBytes(nameOrIp)
  if (address !== undefined) {
    const text = addressText(address)
    return names.some((name) => name.type === "ip" && name.value === text)
  }
  const host = asciiHostName(nameOrIp)
  if (host === undefined || host.startsWith("*")) return false
  return names.some((name) => name.type === "dns" && matches(name.value.toLowerCase().replace(/\.$/, ""), host))
}

function matches(presented: string, host: string): boolean {
  if (!presented.startsWith("*.")) return presented === host
  const dot = host.indexOf(".")
  return dot > 0 && host.slice(dot) === presented.slice(1)
}
