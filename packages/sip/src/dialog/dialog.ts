/**
 * A dialog: the lasting relation between two user agents that an INVITE begins. RFC 3261 §12; targets as RFC 6141 §4 corrects them.
 *
 *   caller: INVITE sent ── 101–199 with To-tag ──▶ early ── 2xx ──▶ confirmed      one per To-tag: a forked INVITE has several
 *   callee: INVITE came ── our 101–199 ──────────▶ early ── 2xx ──▶ confirmed
 *
 * It makes requests and keeps count; it sends nothing. When it ends (BYE, a failure before confirmation) its owner drops it.
 */
import type { RequestParts } from "../message/build.ts"
import { first, listOf } from "../message/lookup.ts"
import type { Field, Message, Request, Response } from "../message/message.ts"
import { parseNameAddr } from "../message/name-addr.ts"
import { type RouteSet, route, routeSetOf } from "./route-set.ts"

export interface Dialog {
  readonly key: DialogKey
  readonly callId: string
  readonly localTag: string
  /** "" for a peer of RFC 2543 that sends none. */
  readonly remoteTag: string
  readonly state: "early" | "confirmed"
  /** Whether we sent the INVITE that made it: then the Call-ID is ours (RFC 3261 §14.1 asks). */
  readonly caller: boolean
  readonly remoteTarget: string
  readonly routeSet: RouteSet
  /** Of our last request; undefined before the first. */
  readonly localSequence: number | undefined
  /** Of the peer's last request; undefined before the first. */
  readonly remoteSequence: number | undefined

  /**
   * Our next request in it, CSeq counted up; not for ACK and CANCEL. What its sender knows is still to be put in front: Via, and
   * Contact where it needs one. Then `request()` makes it whole.
   */
  request(method: string, parts?: RequestContent): RequestParts
  /** The ACK to a 2xx: the CSeq number of its INVITE (RFC 3261 §13.2.2.4). */
  ackFor2xx(sequence: number, parts?: RequestContent): RequestParts
  /** Judges the order of a request of the peer's. "out-of-order" is answered with 500 (RFC 3261 §12.2.2). */
  receive(request: Request): "ok" | "out-of-order"
  /** We answered a request of the peer's: confirms, and takes over its Contact where it refreshes the target (RFC 6141 §4.6). */
  answered(request: Request, response: Response): void
  /** The peer answered a request of ours: confirms, and takes over its Contact where it refreshes the target (RFC 6141 §4.7). */
  receiveResponse(response: Response): void
}

export interface RequestContent {
  readonly fields?: readonly Field[]
  readonly body?: Uint8Array
  readonly maxForwards?: number
}

/** Call-ID, local and remote tag as one string, for maps. RFC 3261 §12. */
export type DialogKey = string

/** As the sender of an INVITE: from a 101–199 or 2xx to it. Each To-tag is a dialog of its own. */
export function createCallerDialog(invite: Request, response: Response): Dialog {
  return createDialog({
    caller: true,
    callId: invite.callId,
    local: first(invite, "From") ?? "",
    localTag: invite.from.tag ?? "",
    remote: first(response, "To") ?? "",
    remoteTag: response.to.tag ?? "",
    confirmed: response.status >= 200,
    // A response without Contact leaves us what we dialled.
    remoteTarget: contactOf(response) ?? invite.uri,
    routeSet: routeSetOf(response, "caller"),
    localSequence: invite.cseq.sequence,
    remoteSequence: undefined,
  })
}

/** As the receiver of an INVITE, with the tag that our responses will carry. Each tag of ours is a dialog of its own. */
export function createCalleeDialog(invite: Request, localTag: string): Dialog {
  return createDialog({
    caller: false,
    callId: invite.callId,
    local: `${first(invite, "To") ?? ""};tag=${localTag}`,
    localTag,
    remote: first(invite, "From") ?? "",
    remoteTag: invite.from.tag ?? "",
    confirmed: false,
    remoteTarget: contactOf(invite) ?? invite.from.uri,
    routeSet: routeSetOf(invite, "callee"),
    localSequence: undefined,
    remoteSequence: invite.cseq.sequence,
  })
}

/** Which dialog of ours a message belongs to: a request names us in To, a response in From. */
export function dialogKeyOf(message: Message): DialogKey {
  const [local, remote] = message.kind === "request" ? [message.to, message.from] : [message.from, message.to]
  return dialogKey(message.callId, local.tag ?? "", remote.tag ?? "")
}

export function dialogKey(callId: string, localTag: string, remoteTag: string): DialogKey {
  // A space can stand in none of the three (RFC 3261 §25.1: word, token).
  return `${callId} ${localTag} ${remoteTag}`
}

interface Beginning {
  readonly caller: boolean
  readonly callId: string
  /** From and To as first written: RFC 3261 §12.2.1.1 wants the same URIs, and old phones compare more than that. */
  readonly local: string
  readonly localTag: string
  readonly remote: string
  readonly remoteTag: string
  readonly confirmed: boolean
  readonly remoteTarget: string
  readonly routeSet: RouteSet
  readonly localSequence: number | undefined
  readonly remoteSequence: number | undefined
}

function createDialog(beginning: Beginning): Dialog {
  const { caller, callId, local, localTag, remote, remoteTag } = beginning
  const key = dialogKey(callId, localTag, remoteTag)
  let { confirmed, remoteTarget, routeSet, localSequence, remoteSequence } = beginning

  const draft = (method: string, sequence: number, parts: RequestContent): RequestParts => {
    const { uri, routes } = route(routeSet, remoteTarget)
    return {
      method,
      uri,
      fields: [
        ...routes.map((target) => ({ name: "Route", value: `<${target}>` })),
        { name: "Max-Forwards", value: String(parts.maxForwards ?? 70) },
        { name: "From", value: local },
        { name: "To", value: remote },
        { name: "Call-ID", value: callId },
        { name: "CSeq", value: `${sequence} ${method}` },
        ...(parts.fields ?? []),
      ],
      body: parts.body ?? new Uint8Array(0),
    }
  }

  return {
    key,
    callId,
    localTag,
    remoteTag,
    caller,
    get state() {
      return confirmed ? "confirmed" : "early"
    },
    get remoteTarget() {
      return remoteTarget
    },
    get routeSet() {
      return routeSet
    },
    get localSequence() {
      return localSequence
    },
    get remoteSequence() {
      return remoteSequence
    },

    request(method, parts = {}) {
      // RFC 3261 §12.2.1.1: contiguous; the first is arbitrary below 2^31 (§8.1.1.5).
      localSequence = (localSequence ?? 0) + 1
      return draft(method, localSequence, parts)
    },

    ackFor2xx(sequence, parts = {}) {
      return draft("ACK", sequence, parts)
    },

    receive(request) {
      // ACK and CANCEL carry the number of the INVITE they belong to.
      if (request.method === "ACK" || request.method === "CANCEL") return "ok"
      const { sequence } = request.cseq
      // An equal number is no retransmission (the transaction layer keeps those): two requests cannot share one.
      if (remoteSequence !== undefined && sequence <= remoteSequence) return "out-of-order"
      remoteSequence = sequence
      return "ok"
    },

    answered(request, response) {
      if (request.method === "INVITE" && isSuccess(response)) confirmed = true
      if (refreshesTarget(response)) remoteTarget = contactOf(request) ?? remoteTarget
    },

    receiveResponse(response) {
      if (response.cseq.method === "INVITE" && isSuccess(response) && !confirmed) {
        confirmed = true
        // RFC 3261 §13.2.2.4: the 2xx decides the route set, whatever the provisional response said.
        routeSet = routeSetOf(response, "caller")
      }
      if (refreshesTarget(response)) remoteTarget = contactOf(response) ?? remoteTarget
    },
  }
}

/** INVITE and UPDATE refresh the target (RFC 3311 §5.1), and only by a 2xx or a reliable provisional response (RFC 6141 §4.6, §4.7). */
function refreshesTarget(response: Response): boolean {
  const { method } = response.cseq
  if (method !== "INVITE" && method !== "UPDATE") return false
  return isSuccess(response) || (response.status < 200 && first(response, "RSeq") !== undefined)
}

function isSuccess(response: Response): boolean {
  return response.status >= 200 && response.status < 300
}

/** The URI of the first Contact, where there is a readable one. */
function contactOf(message: Message): string | undefined {
  const [value] = listOf(message, "Contact")
  return value === undefined ? undefined : parseNameAddr(value)?.uri
}
