/**
 * General names: what a certificate is for, and where its CRL lies. RFC 5280 §4.2.1.6, §4.2.1.13.
 *
 *     [1] rfc822Name   [2] dNSName   [4] directoryName   [6] uniformResourceIdentifier   [7] iPAddress
 */
import { context, contextBytes, type Element, inside, partsOf, tags } from "./der/read.ts"
import { element, sequence } from "./der/write.ts"
import { nameOfText, nameText } from "./distinguished-name.ts"
import { addressBytes, addressText } from "./ip-address.ts"
import { PkiError } from "./pki-error.ts"

export interface GeneralName {
  readonly type: "dns" | "ip" | "email" | "uri" | "dn"
  /**
   * dns: "sip.example.com", "*.example.com"; other letters than ASCII become A-labels (RFC 5890). ip: IPv4 or IPv6.
   * email: "a@example.com". uri: absolute, ASCII. dn: "CN=…, O=…".
   */
  readonly value: string
}

/** The extension value GeneralNames. Throws "bad-alternative-name". */
export function encodeGeneralNames(names: readonly GeneralName[]): Uint8Array {
  return sequence(...names.map((name) => encodeGeneralName(name, "bad-alternative-name")))
}

export function encodeGeneralName(
  { type, value }: GeneralName,
  code: "bad-alternative-name" | "bad-distribution-point",
): Uint8Array {
  const encoded = value.length > longest ? undefined : encoders[type](value)
  if (encoded === undefined) throw new PkiError(code, { type, value: value.slice(0, longest) })
  return encoded
}

/** Those of the five types; others (a user principal name, a registered identifier) are passed over. */
export function readGeneralNames(names: Element, tag: number = tags.sequence): readonly GeneralName[] {
  return partsOf(names, tag).flatMap((name): GeneralName[] => {
    const value = Buffer.from(name.content).toString("latin1")
    if (name.tag === contextBytes(1)) return [{ type: "email", value }]
    if (name.tag === contextBytes(2)) return [{ type: "dns", value }]
    if (name.tag === contextBytes(6)) return [{ type: "uri", value }]
    // Name is a CHOICE, and so this tag is explicit: X.680 §31.2.7.
    if (name.tag === context(4)) return [{ type: "dn", value: nameText(inside(name)) }]
    const address = name.tag === contextBytes(7) ? addressText(name.content) : undefined
    return address === undefined ? [] : [{ type: "ip", value: address }]
  })
}

/** A host name in ASCII, in lower case and without the root's dot; undefined if it is none. The left-most label may be "*". */
export function asciiHostName(text: string): string | undefined {
  const wild = text.startsWith("*.")
  const host = (wild ? text.slice(2) : text).replace(/\.$/, "")
  const ascii = /^[\0-\x7f]*$/.test(host) ? host : URL.parse(`http://${host}/`)?.hostname
  const labels = ascii?.toLowerCase().split(".") ?? [""]
  const fits = labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  const name = `${wild ? "*." : ""}${labels.join(".")}`
  return fits && name.length <= 253 ? name : undefined
}

const encoders: Readonly<Record<GeneralName["type"], (value: string) => Uint8Array | undefined>> = {
  email(value) {
    const [, local = "", domain = ""] = /^([^\s@]+)@([^\s@]+)$/.exec(value) ?? []
    const host = asciiHostName(domain)
    return /^[!-~]+$/.test(local) && host !== undefined && !host.startsWith("*")
      ? ascii(1, `${local}@${host}`)
      : undefined
  },
  dns(value) {
    const host = asciiHostName(value)
    return host === undefined ? undefined : ascii(2, host)
  },
  dn(value) {
    const name = nameOfText(value)
    return name === undefined ? undefined : element(context(4), name)
  },
  /** RFC 5280 §4.2.1.6: absolute, with a scheme. */
  uri: (value) => (/^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/.test(value) ? ascii(6, value) : undefined),
  ip(value) {
    const bytes = addressBytes(value)
    return bytes === undefined ? undefined : element(contextBytes(7), bytes)
  },
}

const ascii = (number: number, value: string): Uint8Array => element(contextBytes(number), Buffer.from(value, "latin1"))
const longest = 2048
