/**
 * Whether a request outside a dialog is admitted. core.md, Identity and admission. It only reads: what comes in (ingress.ts) and
 * what somebody tries on paper (registrar/registration-trial.ts) are judged by it alike.
 *
 *   outer port: always ──┐                   authentication off ── 403
 *                        ├─ 401 until proven ─▶ flag off, or over ─ 403 ─▶ REGISTER, of the right User-Agent ─▶ admitted
 *   inner port: where ───┘                   another than the     ─▶ else: no binding from that address, 403
 *   authentication is on                     fixed IP ──────────── 403
 *
 * All that can be said against a station is said after valid credentials, so that nobody learns by asking who exists.
 */
import type { StationConfig } from "../config.ts"
import type { NetworkName, RefusalCause } from "../events.ts"
import type { LocationService } from "../registrar/location-service.ts"
import type { Proof } from "./access-control.ts"
import { sameIpAddress } from "./ip-address.ts"

/** What counts of a request. */
export interface Asked {
  readonly method: string
  readonly network: NetworkName
  /** The IP address it comes from. */
  readonly source: string
  /** "" where the phone does not say. */
  readonly userAgent: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export type Verdict =
  | { readonly kind: "admitted"; readonly station: StationConfig }
  /** `cause`: undefined where nothing was proven and nothing was wrong. */
  | {
      readonly kind: "challenged"
      readonly proof: Extract<Proof, { ok: false }>
      readonly cause: RefusalCause | undefined
    }
  | { readonly kind: "refused"; readonly objection: Objection }

export interface Objection {
  readonly cause: RefusalCause | "not-registered-here"
  /** For the Warning of the 403, in English. */
  readonly explanation: string
}

/** `station`: whom the request claims to come from; undefined where there is no such one. `prove`: asked where proof is needed. */
export function judgeRequest(
  asked: Asked,
  station: StationConfig | undefined,
  locations: Pick<LocationService, "of">,
  prove: () => Proof,
): Verdict {
  if (asked.network === "outer" || station === undefined || station.authenticationActive) {
    const proof = prove()
    if (!proof.ok) {
      // A station without a password cannot prove anything; the operator is told what is really the matter.
      const off = station !== undefined && !station.authenticationActive && station.ha1 === undefined
      return { kind: "challenged", proof, cause: proof.failure && off ? "authentication-off" : proof.failure }
    }
  }
  // An unknown station never proves itself: the line only tells the compiler.
  if (station === undefined) return { kind: "refused", objection: unknown }
  const found = objection(station, asked, locations)
  return found === undefined ? { kind: "admitted", station } : { kind: "refused", objection: found }
}

function objection(
  station: StationConfig,
  { method, network, source, userAgent, at }: Asked,
  locations: Pick<LocationService, "of">,
): Objection | undefined {
  if (network === "outer" && !station.authenticationActive)
    return { cause: "authentication-off", explanation: "Authentication is not active for this station" }
  if (network === "outer" && !station.internetRegistration)
    return {
      cause: "internet-registration-off",
      explanation: "Internet Registration with internal SBC is off for this station",
    }
  if (network === "outer" && internetRegistrationOver(station, at))
    return { cause: "internet-registration-over", explanation: "The time for internet registration is over" }
  const fixed = station.fixedIpAddress
  if (fixed !== undefined && !sameIpAddress(fixed, source))
    return {
      cause: "fixed-ip-address",
      explanation: `This station may come from its fixed IP address only, not from ${source}`,
    }
  // Only of a REGISTER: phones leave User-Agent out of other requests.
  if (method === "REGISTER" && !userAgentAllowed(station, userAgent))
    return { cause: "user-agent", explanation: "This station may be used with another kind of phone only" }
  if (network === "inner" || method === "REGISTER") return undefined
  const here = locations
    .of(station.callNumber)
    .some(({ binding }) => binding.network === "outer" && sameIpAddress(binding.source.host, source))
  if (here) return undefined
  return { cause: "not-registered-here", explanation: `This station is not registered from ${source}` }
}

/** Whether the moment up to which the station may be on the internet has passed. */
export function internetRegistrationOver(
  { internetRegistrationUntil: until }: Pick<StationConfig, "internetRegistrationUntil">,
  at: number,
): boolean {
  return until !== undefined && at > until
}

/** Whether a phone that calls itself so may register. */
export function userAgentAllowed(
  { userAgentPrefix }: Pick<StationConfig, "userAgentPrefix">,
  userAgent: string,
): boolean {
  return userAgentPrefix === undefined || beginsWith(userAgent, userAgentPrefix)
}

/** But for the case of ASCII letters: `toLowerCase` would take the Kelvin sign for a k. */
function beginsWith(text: string, prefix: string): boolean {
  if (text.length < prefix.length) return false
  for (let index = 0; index < prefix.length; index++) {
    if (lower(text.charCodeAt(index)) !== lower(prefix.charCodeAt(index))) return false
  }
  return true
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

const unknown: Objection = { cause: "unknown-user", explanation: "There is no such station" }
