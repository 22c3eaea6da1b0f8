/** `host:port`, as in URIs and Via: a name, an IPv4 address, or an IPv6 reference in brackets. RFC 3261 §25.1 (hostport). */
import { decimal, skipBlank, trimmedEnd } from "./lexical.ts"

export interface HostPort {
  /** Lower case; an IPv6 reference without its brackets. */
  readonly host: string
  readonly port?: number | undefined
}

/** The whole text; white space may stand around the colon (it can, in Via). */
export function parseHostPort(text: string): { host: string; port: number | undefined } | undefined {
  const bracket = text.charCodeAt(0) === 0x5b ? text.indexOf("]") : 0
  if (bracket < 0) return undefined
  const colon = text.indexOf(":", bracket)
  const hostEnd = trimmedEnd(text, 0, colon < 0 ? text.length : colon)
  const host = bracket === 0 ? text.slice(0, hostEnd) : text.slice(1, bracket)
  if (bracket === 0 ? !isName(host) : hostEnd !== bracket + 1 || !isIpv6(host)) return undefined
  if (colon < 0) return { host: host.toLowerCase(), port: undefined }
  const port = decimal(text.slice(skipBlank(text, colon + 1)), 65535)
  return port === undefined || port === 0 ? undefined : { host: host.toLowerCase(), port }
}

export function formatHostPort({ host, port }: HostPort): string {
  const reference = host.includes(":") ? `[${host}]` : host
  return port === undefined ? reference : `${reference}:${port}`
}

/** A host name or an IPv4 address. Underscores are no part of a host name, and are seen in offices all the same. */
function isName(host: string): boolean {
  if (host === "") return false
  for (let at = 0; at < host.length; at++) {
    const code = host.charCodeAt(at)
    const letter = code | 32
    if (letter >= 97 && letter <= 122) continue
    if (code >= 48 && code <= 57) continue
    if (code !== 0x2e && code !== 0x2d && code !== 0x5f) return false
  }
  return true
}

/** The characters of an IPv6 address; RFC 5118 §4.10 asks to bear with one colon too many, so no more is checked. */
function isIpv6(host: string): boolean {
  if (!host.includes(":")) return false
  for (let at = 0; at < host.length; at++) {
    const code = host.charCodeAt(at)
    const letter = code | 32
    if (letter >= 97 && letter <= 102) continue
    if (code < 46 || code > 58 || code === 47) return false
  }
  return true
}
