/**
 * A new INVITE of an admitted station: refused with its reason, or the beginning of a call. RFC 3261 §8.2, §16.3; RFC 7332.
 *
 * The checks stand in the order in which the RFC makes them.
 */
import { decimal, type Field, first, listOf, type Request, response, type ServerTransaction } from "@homeport/sip"
import type { StationConfig } from "../config.ts"
import type { CallRefusal } from "../events.ts"
import { type Caller, dialledNumber, type Target } from "../routing/route.ts"
import type { Answer } from "./answer.ts"
import type { Calls } from "./calls.ts"
import type { CallCore } from "./core.ts"
import { USER_AGENT } from "./leg.ts"
import { acceptTimer, LEAST, readTimer } from "./session-timer.ts"

export interface InvitationOptions {
  readonly core: CallCore
  readonly calls: Calls
  readonly station: (callNumber: string) => StationConfig | undefined
  /** Everything registered for the number; `usable` where it can be rung now. */
  readonly contacts: (callNumber: string) => {
    readonly registered: boolean
    readonly usable: readonly Target[]
    readonly loops: boolean
  }
}

export type Invite = (transaction: ServerTransaction, caller: Caller) => void

export function createInvitation({ core, calls, station, contacts }: InvitationOptions): Invite {
  return (transaction, caller) => {
    const { request, flow } = transaction
    const refuse = (status: number, why?: CallRefusal, fields: readonly { name: string; value: string }[] = []) => {
      transaction.respond(response(request, status, { toTag: core.token(), fields: [...fields, USER_AGENT] }))
      if (why === undefined) return
      const dialled = dialledNumber(request)
      const to = dialled.ok ? dialled.number : request.uri
      core.emit({ type: "call.refused", from: caller.station.callNumber, to, source: flow.remote.host, status, why })
    }

    const dialled = dialledNumber(request)
    if (!dialled.ok) return refuse(dialled.status, dialled.why)
    const required = unsupported(request)
    if (required !== undefined) return refuse(420, undefined, [required])
    // Taking over a call by its identifiers is not offered (RFC 3891 §3: no such dialog).
    if (first(request, "Replaces") !== undefined) return refuse(481)
    const forwards = decimal(first(request, "Max-Forwards") ?? "70", 255)
    if (forwards === undefined) return refuse(400)
    if (forwards === 0) return refuse(483, "loop")
    const timer = acceptTimer(readTimer(request))
    if (timer === "too-small") return refuse(422, undefined, [{ name: "Min-SE", value: String(LEAST) }])

    const called = station(dialled.number)
    if (called === undefined) return refuse(404, "unknown-number")
    const { registered, usable, loops } = contacts(called.callNumber)
    if (usable.length === 0)
      return loops ? refuse(482, "loop") : refuse(480, registered ? "unreachable" : "not-registered")

    calls.begin(
      {
        config: core.config(),
        transaction,
        caller,
        called,
        maxForwards: forwards - 1,
        reliability: reliabilityOf(request),
        timer,
      },
      usable,
    )
  }
}

/** The Unsupported field of a 420, where the request requires an extension that we do not know. RFC 3261 §8.2.2.3. */
export function unsupported(request: Request): Field | undefined {
  const unknown = listOf(request, "Require").filter((tag) => !KNOWN.has(tag.toLowerCase()))
  return unknown.length === 0 ? undefined : { name: "Unsupported", value: unknown.join(", ") }
}

function reliabilityOf(request: Request): Answer["reliability"] {
  const names = (field: string) => listOf(request, field).some((tag) => tag.toLowerCase() === "100rel")
  if (names("Require")) return "required"
  return names("Supported") ? "supported" : "none"
}

/** Extensions that may be required of us. */
const KNOWN = new Set(["100rel", "timer"])
