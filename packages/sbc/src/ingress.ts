/**
 * The first look at a request outside a dialog: which station is it, and may it do that here? border/admission.ts decides; this
 * answers, and tells. ACK and CANCEL do not come here: the one is never answered, the other belongs to a transaction that did.
 */
import { type Flow, first, type Nonces, parseUri, type Request, type Response, response } from "@homeport/sip"
import { checkCredentials } from "./border/access-control.ts"
import { judgeRequest, type Objection } from "./border/admission.ts"
import { warning } from "./border/warning.ts"
import type { StationConfig } from "./config.ts"
import type { FailureCause, NetworkName, SbcEvent } from "./events.ts"
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
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** A fresh tag. */
  readonly token: () => string
  readonly onEvent: (event: SbcEvent) => void
  /** Credentials of this source were wrong, or it named a station that does not exist. */
  readonly onFailure?: (source: string, cause: FailureCause) => void
}

export function createIngress(options: IngressOptions): Ingress {
  const { directory, locations, nonces, wallClock, token, onEvent, onFailure } = options
  return {
    admit(request, flow, network) {
      const user = claimedUser(request)
      const station = directory().station(user)
      const userAgent = first(request, "User-Agent") ?? ""
      const asked = { method: request.method, network, source: flow.remote.host, userAgent, at: wallClock() }
      const verdict = judgeRequest(asked, station, locations, () =>
        checkCredentials(request, station, directory().config.realm, nonces),
      )
      const told = { request, flow, network, user }
      switch (verdict.kind) {
        case "admitted":
          return verdict
        case "challenged": {
          const { cause, proof } = verdict
          if (station === undefined) onFailure?.(flow.remote.host, "unknown-user")
          else if (proof.failure !== undefined) onFailure?.(flow.remote.host, "wrong-password")
          if (cause !== undefined) tell(onEvent, told, 401, cause)
          return { kind: "respond", response: response(request, 401, { toTag: token(), fields: proof.challenge }) }
        }
        case "refused": {
          const { cause, explanation } = verdict.objection
          tell(onEvent, told, 403, cause)
          return {
            kind: "respond",
            response: response(request, 403, { toTag: token(), fields: [warning(explanation)] }),
          }
        }
      }
    },
  }
}

/** The user part alone identifies a station: To in a REGISTER, else From. "" where there is none. */
function claimedUser(request: Request): string {
  const { uri } = request.method === "REGISTER" ? request.to : request.from
  return parseUri(uri)?.user ?? ""
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
