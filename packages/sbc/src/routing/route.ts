/** Where a call goes: the number that was dialled, and the contacts that may be rung for it. */
import { type Flow, parseUri, type Request, scheme } from "@homeport/sip"
import type { StationConfig } from "../config.ts"
import type { CallRefusal, NetworkName } from "../events.ts"

/** A contact of a station that can be rung. */
export interface Target {
  readonly station: StationConfig
  readonly network: NetworkName
  readonly flow: Flow
  /** The Contact URI as registered. */
  readonly contact: string
  /** Over TLS, and by a sips URI: ours toward it are sips URIs too. */
  readonly sips: boolean
  /** On the outer port, from inside the office. */
  readonly hairpin: boolean
  /** The local address for its media. */
  readonly local: string
}

/** The phone an INVITE comes from. */
export type Caller = Omit<Target, "contact">

export type Dialled =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly status: 400 | 404 | 416; readonly why: CallRefusal }

/** The user part alone counts; the host is not compared (core.md, Identity and admission). */
export function dialledNumber(request: Request): Dialled {
  const name = scheme(request.uri)
  if (name !== "sip" && name !== "sips") return { ok: false, status: 416, why: "unsupported-uri" }
  const uri = parseUri(request.uri)
  if (uri === undefined) return { ok: false, status: 400, why: "unsupported-uri" }
  if (uri.user === undefined || uri.user === "") return { ok: false, status: 404, why: "unknown-number" }
  return { ok: true, number: uri.user }
}
