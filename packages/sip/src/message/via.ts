/** The Via header field. RFC 3261 §20.42, RFC 3581. */
import { formatHostPort, parseHostPort } from "./host-port.ts"
import { isBlank, skipBlank, tokenEnd, trimmedEnd } from "./lexical.ts"
import { formatParameters, type Parameters, parameter, parseParameters } from "./parameters.ts"

export interface Via {
  /** Upper case: "UDP", "TCP", "TLS", or whatever else was written. */
  readonly transport: string
  /** Lower case; an IPv6 reference without its brackets. */
  readonly host: string
  readonly port: number | undefined
  /** "" where there is none (RFC 2543 clients). */
  readonly branch: string
  readonly parameters: Parameters
}

/**
 * One value, not a list: `SIP / 2.0 / UDP host : port ;parameters`. Undefined where it is broken. By the grammar any token
 * may stand for SIP and 2.0: the answer to an unknown version needs its Via, too.
 */
export function parseVia(text: string): Via | undefined {
  const name = slashed(text, 0)
  const version = name < 0 ? -1 : slashed(text, name)
  if (version < 0) return undefined
  const transportEnd = tokenEnd(text, version)
  if (transportEnd === version || !isBlank(text.charCodeAt(transportEnd))) return undefined

  const placeBegin = skipBlank(text, transportEnd)
  const semicolon = text.indexOf(";", placeBegin)
  const placeEnd = semicolon < 0 ? text.length : semicolon
  const place = parseHostPort(text.slice(placeBegin, trimmedEnd(text, placeBegin, placeEnd)))
  const parameters = parseParameters(text, placeEnd)
  if (place === undefined || parameters === undefined) return undefined
  return {
    transport: text.slice(version, transportEnd).toUpperCase(),
    ...place,
    branch: parameter(parameters, "branch")?.value ?? "",
    parameters,
  }
}

/** `via.branch` counts, whatever stands in the parameters. */
export function formatVia(via: Via): string {
  const others = via.parameters.filter(({ name }) => name !== "branch")
  const branch = via.branch === "" ? "" : `;branch=${via.branch}`
  return `SIP/2.0/${via.transport} ${formatHostPort(via)}${branch}${formatParameters(others)}`
}

/** RFC 3261 §8.1.1.7: branches that begin so are unique, and identify the transaction. */
export const magicCookie = "z9hG4bK"

/** Behind the token at `from` and the slash after it (white space may stand around it); -1 where there is no such thing. */
function slashed(text: string, from: number): number {
  const end = tokenEnd(text, from)
  const slash = skipBlank(text, end)
  return end === from || text.charCodeAt(slash) !== 0x2f ? -1 : skipBlank(text, slash + 1)
}
