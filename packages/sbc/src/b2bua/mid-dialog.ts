/**
 * Requests inside a call: which of them concern the other phone, and what the rest is answered with. RFC 3261 §12.2.2.
 *
 *   BYE ────────────── the call ends         INVITE, UPDATE ─── exchange.ts
 *   INFO ───────────── to the other phone    PRACK ──────────── negotiation.ts
 */
import { type Field, first, type Request, type Response, type ServerTransaction } from "@homeport/sip"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import { Exchange } from "./exchange.ts"
import { unsupported } from "./invitation.ts"
import { ACCEPT, ALLOW, type Leg, SUPPORTED } from "./leg.ts"
import type { Pair } from "./pair.ts"

/** A request within `leg`'s dialog; `peer` is the other leg of the same pair. */
export function handleInDialog(core: CallCore, call: Call, pair: Pair, leg: Leg, transaction: ServerTransaction): void {
  const { request, flow } = transaction
  const peer = leg === pair.ingress ? pair.egress : pair.ingress
  if (leg.dialog.receive(request) === "out-of-order") return leg.respond(transaction, 500)
  if (request.method === "BYE") {
    leg.respond(transaction, 200)
    return call.left(leg)
  }
  // Our BYE is on its way, or waits for an ACK: RFC 5407 §2.
  if (call.state === "ended" || leg.hungUp) return leg.respond(transaction, 481)
  leg.party.heardFrom(flow, request)
  leg.party.learn(request)
  const required = unsupported(request)
  if (required !== undefined) return leg.respond(transaction, 420, { fields: [required] })
  switch (request.method) {
    case "INVITE":
    case "UPDATE":
      return new Exchange(core, call, leg, peer, transaction).begin()
    case "PRACK":
      return leg === pair.ingress ? call.negotiation.confirmed(pair, transaction) : leg.respond(transaction, 481)
    case "INFO":
      return forwardInfo(call, leg, peer, transaction)
    case "OPTIONS":
      return leg.respond(transaction, 200, { fields: [ALLOW, SUPPORTED, ACCEPT] })
    case "REFER":
      return leg.respond(transaction, 603)
    case "NOTIFY":
      return leg.respond(transaction, 481)
    case "SUBSCRIBE":
      return leg.respond(transaction, 489)
    default:
      return leg.respond(transaction, 405, { fields: [ALLOW] })
  }
}

/** DTMF and its like (RFC 6086): the body passes as it is. */
function forwardInfo(call: Call, leg: Leg, peer: Leg, transaction: ServerTransaction): void {
  const { request } = transaction
  if (peer.dialog.state === "early" && peer.dialog.remoteTag === "") return leg.respond(transaction, 500)
  peer.send("INFO", content(request), {
    response(response) {
      const { status } = response
      if (status < 200) return
      // Whom the other phone wants to know, it asks us.
      leg.respond(transaction, status === 401 || status === 407 ? 500 : status, content(response))
      if (status === 481) call.left(peer, "failed")
    },
    failed(reason) {
      // RFC 4320 §4.2: a 408 would come too late for anybody.
      leg.respond(transaction, reason === "timeout" ? 504 : 500)
    },
  })
}

/** The body of an INFO and what says how to read it. */
function content({ body, fields }: Request | Response): { fields: readonly Field[]; body?: Uint8Array } {
  const copied = DESCRIBING.flatMap((name) => {
    const value = first({ fields }, name)
    return value === undefined ? [] : [{ name, value }]
  })
  return body.length === 0 ? { fields: copied } : { fields: copied, body }
}

const DESCRIBING = ["Content-Type", "Content-Disposition", "Content-Encoding", "Info-Package"]
