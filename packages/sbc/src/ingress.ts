/**
 * The first look at a request outside a dialog: which station is it, and may it do that here? core.md, Identity and admission.
 *
 *   outer port: always ──┐                   authentication off ── 403
 *                        ├─ 401 until proven ─▶ flag off ───────── 403 ─▶ REGISTER ────────────────────────▶ admitted
 *   inner port: where ───┘                   another than the     ─▶ else: no binding from that address, 403
 *   authentication is on                     fixed IP ──────────── 403
 *
 * All that can be said against a station is said after valid credentials, so that nobody learns by asking who exists. ACK and
 * CANCEL do not come here: the one is never answered, the other belongs to a transaction that did.
 */
import { type Flow, first, type Nonces, parseUri, type Request, type Response, response } from "@homeport/sip"
import { checkCredentials } from "./border/access-control.ts"
import { sameIpAddress } from "./border/ip-address.ts"
import { warning } from "./border/warning.ts"
import type { StationConfig } from "./config.ts"
import type { FailureCause, NetworkName, RefusalCause, SbcEvent } from "./events.ts"
import type { LocationService } from "./registrar/location-service.ts"
import type { StationDirectory } from "./registrar/station-directory.ts"

export type Admission =
  | { readonly kind: "admitted"; readonly station: StationConfig }
  /** 401 or 403; what there is to tell about it has been told. */
  | { readonly kind: "respond"; readonly response: Response }

export interface Ingress {
  admit(request: Request, flow: Flow, network: NetworkName): Admission
}

export interface IngressOptions {
  readonly directory: () => StationDirectory
  readonly locations: LocationService
  readonly nonces: Nonces
  /** A fresh tag. */
  readonly token: () => string
  readonly onEvent: (event: SbcEvent) => void
  /** Credentials of this source were wrong, or it named a station that does not exist. */
  readonly onFailure?: (source: string, cause: FailureCause) => void
}

export function createIngress({ directory, locations, nonces, token, onEvent, onFailure }: IngressOptions): Ingress {
  return {
    admit(request, flow, network) {
      const user = claimedUser(request)
      const station = directory().station(user)
      const told = { request, flow, network, user }

      if (network === "outer" || station === undefined || station.authenticationActive) {
        const proof = checkCredentials(request, station, directory().config.realm, nonces)
        if (!proof.ok) {
          if (station === undefined || proof.failure !== undefined)
            onFailure?.(flow.remote.host, station === undefined ? "unknown-user" : "wrong-password")
          // A station without a password cannot prove anything; the operator is told what is really the matter.
          const off = station !== undefined && !station.authenticationActive && station.ha1 === undefined
          if (proof.failure !== undefined) tell(onEvent, told, 401, off ? "authentication-off" : proof.failure)
          return { kind: "respond", response: response(request, 401, { toTag: token(), fields: proof.challenge }) }
        }
      }
      // An unknown station never proves itself: the line only tells the compiler.
      const problem = station === undefined ? unknown : objection(station, request, flow, network, locations)
      if (station !== undefined && problem === undefined) return { kind: "admitted", station }
      const { cause, explanation } = problem ?? unknown
      tell(onEvent, told, 403, cause)
      return {
        kind: "respond",
        response: response(request, 403, { toTag: token(), fields: [warning(explanation)] }),
      }
    },
  }
}

/** The user part alone identifies a station: To in a REGISTER, else From. "" where there is none. */
function claimedUser(request: Request): string {
  const { uri } = request.method === "REGISTER" ? request.to : request.from
  return parseUri(uri)?.user ?? ""
}

interface Objection {
  readonly cause: RefusalCause | "not-registered-here"
  readonly explanation: string
}

function objection(
  station: StationConfig,
  { method }: Request,
  { remote }: Flow,
  network: NetworkName,
  locations: LocationService,
): Objection | undefined {
  if (network === "outer" && !station.authenticationActive)
    return { cause: "authentication-off", explanation: "Authentication is not active for this station" }
  if (network === "outer" && !station.internetRegistration)
    return {
      cause: "internet-registration-off",
      explanation: "Internet Registration with internal SBC is off for this station",
    }
  const fixed = station.fixedIpAddress
  if (fixed !== undefined && !sameIpAddress(fixed, remote.host))
    return {
      cause: "fixed-ip-address",
      explanation: `This station may come from its fixed IP address only, not from ${remote.host}`,
    }
  if (network === "inner" || method === "REGISTER") return undefined
  const here = locations
    .of(station.callNumber)
    .some(({ binding }) => binding.network === "outer" && sameIpAddress(binding.source.host, remote.host))
  if (here) return undefined
  return { cause: "not-registered-here", explanation: `This station is not registered from ${remote.host}` }
}

interface Told {
  readonly request: Request
  readonly flow: Flow
  readonly network: NetworkName
  readonly user: string
}

function tell(
  onEvent: (event: SbcEvent) => void,
  { request, flow, network, user }: Told,
  status: number,
  cause: Objection["cause"],
): void {
  const { transport, remote: source } = flow
  const userAgent = first(request, "User-Agent") ?? ""
  if (request.method === "REGISTER") {
    // Registering is how one comes to be registered: it is never refused for lack of it.
    if (cause === "not-registered-here") return
    onEvent({
      type: "registration.refused",
      refusal: { cause, network, transport, source, user, contact: undefined, userAgent },
    })
  } else if (request.method === "INVITE") {
    const to = parseUri(request.uri)?.user ?? request.uri
    // To a caller all other objections mean the same: no registration of theirs could stand.
    const why = cause === "wrong-password" || cause === "unknown-user" ? "wrong-password" : "not-registered-here"
    onEvent({ type: "call.refused", from: user, to, source: source.host, status, why })
  }
}

const unknown: Objection = { cause: "unknown-user", explanation: "There is no such station" }
