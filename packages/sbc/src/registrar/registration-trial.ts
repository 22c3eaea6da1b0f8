/**
 * What would come of a registration, without a phone: the same questions, asked of the same functions, and nothing is changed,
 * told or counted.
 *
 *   socket? ──▶ which network? ──▶ border/admission.ts ──▶ registrar.ts, `judgeRegistration` ──▶ admitted
 *   not-open                        401, 403                403
 */
import { type Flow, flowOf, formatHostPort, formatUri, type Request, request, type TransportName } from "@homeport/sip"
import { proofByPassword } from "../border/access-control.ts"
import { judgeRequest } from "../border/admission.ts"
import type { NetworkName, RefusalCause } from "../events.ts"
import type { Listeners } from "../listeners.ts"
import type { LocationService } from "./location-service.ts"
import { judgeRegistration } from "./registrar.ts"
import type { StationDirectory } from "./station-directory.ts"

export interface RegistrationAttempt {
  /** Where the phone's packets would come from, an IP address. */
  readonly source: { readonly host: string; readonly port: number }
  readonly transport: TransportName
  /** Ours, that they would come to. */
  readonly port: number
  /** What the phone would call itself: a call number. */
  readonly user: string
  readonly userAgent: string
  /** What it would write into its Contact; undefined: its source. */
  readonly contact: { readonly host: string; readonly port: number } | undefined
}

export type RegistrationTrial =
  | {
      readonly outcome: "admitted"
      readonly network: NetworkName
      /** Whether the station has to prove its password there. */
      readonly challenged: boolean
      /** How many contacts of the station it would take the place of. */
      readonly replaced: number
    }
  | {
      readonly outcome: "refused"
      readonly network: NetworkName
      readonly status: 401 | 403
      readonly cause: RefusalCause
    }
  /** None of our sockets would take it: no such port, or it only serves what began on it. */
  | { readonly outcome: "not-open" }

export interface TrialOptions {
  readonly listeners: Pick<Listeners, "views" | "networkOf" | "takes">
  readonly directory: StationDirectory
  readonly locations: Pick<LocationService, "of">
  /** Our own public address, while it is known. */
  readonly mapped: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

export function tryRegistration(attempt: RegistrationAttempt, options: TrialOptions): RegistrationTrial {
  const { directory, locations, mapped, now } = options
  const flow = flowTo(attempt, options)
  const network = flow && options.listeners.networkOf(flow)
  if (flow === undefined || network === undefined) return { outcome: "not-open" }

  const register = registerOf(attempt, flow)
  const { user, userAgent } = attempt
  const asked = { method: register.method, network, source: flow.remote.host, userAgent, at: now }
  let challenged = false
  const verdict = judgeRequest(asked, directory.station(user), locations, () => {
    challenged = true
    return proofByPassword(directory.station(user))
  })
  const refused = (status: 401 | 403, cause: RefusalCause) => ({ outcome: "refused", network, status, cause }) as const
  if (verdict.kind === "challenged") return refused(401, verdict.cause ?? "wrong-password")
  if (verdict.kind === "refused") {
    const { cause } = verdict.objection
    // It is said of what is no REGISTER alone.
    if (cause === "not-registered-here") throw new Error("a REGISTER was refused for lack of a registration")
    return refused(403, cause)
  }
  const { station } = verdict
  const known = locations.of(station.callNumber)
  const decision = judgeRegistration({ request: register, flow, network, station }, known, directory.local, mapped)
  if (decision.ok) return { outcome: "admitted", network, challenged, replaced: decision.removed.length }
  // Nothing else can be wrong with a request that we wrote.
  if (decision.problem === undefined) throw new Error(`a REGISTER of our own was answered ${decision.status}`)
  return refused(403, decision.problem.cause)
}

/** To a socket of ours that takes new registrations, as the packet would come. */
function flowTo({ transport, port, source }: RegistrationAttempt, { listeners }: TrialOptions): Flow | undefined {
  const open = listeners.views().filter((view) => view.transport === transport && view.port === port)
  return open
    .map(({ address }) => flowOf(transport, { host: address, port }, source))
    .find((flow) => listeners.takes(flow) === "everything")
}

function registerOf({ user, userAgent, contact, transport }: RegistrationAttempt, { local, remote }: Flow): Request {
  const aor = formatUri({ user, host: local.host })
  const fields = [
    { name: "Via", value: `SIP/2.0/${transport} ${formatHostPort(remote)};branch=z9hG4bKtrial` },
    { name: "From", value: `<${aor}>;tag=trial` },
    { name: "To", value: `<${aor}>` },
    // No phone's: it repeats nobody's registration.
    { name: "Call-ID", value: "trial" },
    { name: "CSeq", value: "1 REGISTER" },
    { name: "Contact", value: `<${formatUri({ user, ...(contact ?? remote) })}>` },
    { name: "User-Agent", value: userAgent },
  ]
  return request({ method: "REGISTER", uri: formatUri({ host: local.host }), fields })
}
