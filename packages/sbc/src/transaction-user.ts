/**
 * What comes up from the transactions, and who deals with it. RFC 3261 §5, §8.2, §12.2.2.
 *
 *   To-tag there ──▶ a leg of a call, else 481
 *   else         ──▶ admission (ingress.ts) ──▶ REGISTER: registrar · INVITE: a call · OPTIONS: 200 · the rest: refused
 */
import {
  type Flow,
  type Request,
  type Response,
  response,
  type ServerTransaction,
  scheme,
  type TransactionUser,
} from "@homeport/sip"
import type { Calls } from "./b2bua/calls.ts"
import { type Invite, unsupported } from "./b2bua/invitation.ts"
import { ACCEPT, ALLOW, SUPPORTED, USER_AGENT } from "./b2bua/leg.ts"
import { warning } from "./border/warning.ts"
import type { NetworkName } from "./events.ts"
import type { Ingress } from "./ingress.ts"
import type { Taken } from "./listeners.ts"
import type { Registrar } from "./registrar/registrar.ts"
import type { Caller } from "./routing/route.ts"

export interface TransactionUserOptions {
  readonly ingress: Ingress
  readonly registrar: Registrar
  readonly calls: Calls
  readonly invite: Invite
  /** Which network this flow's socket serves now; undefined when it has just been closed. */
  readonly network: (flow: Flow) => NetworkName | undefined
  /** What may still begin over this flow: its socket may only serve what began on it. */
  readonly takes: (flow: Flow) => Taken
  readonly stopping: () => boolean
  /** Any request from a phone shows that it is there. */
  readonly heard: (flow: Flow) => void
  /** The calling party of an admitted INVITE. */
  readonly caller: (request: Request, flow: Flow, network: NetworkName, callNumber: string) => Caller | undefined
  readonly token: () => string
}

export function createTransactionUser(options: TransactionUserOptions): TransactionUser {
  const { ingress, registrar, calls, invite, network, takes, stopping, heard, caller, token } = options

  const refuse = (
    transaction: ServerTransaction,
    status: number,
    fields: readonly { name: string; value: string }[] = [],
  ) => transaction.respond(response(transaction.request, status, { toTag: token(), fields: [...fields, USER_AGENT] }))

  return {
    request(transaction) {
      const { request, flow } = transaction
      const side = network(flow)
      // Its socket has just been closed: nobody hears the answer, but the transaction has its end.
      if (side === undefined) return refuse(transaction, 503)
      heard(flow)
      if (request.to.tag !== undefined) {
        if (!calls.request(transaction)) refuse(transaction, 481)
        return
      }
      if (stopping()) return refuse(transaction, 503)
      const taken = takes(flow)
      if (taken === "nothing" || (taken === "refreshes" && request.method !== "REGISTER"))
        return refuse(transaction, 503)
      // Whoever writes sips wants no hop in clear, and is already on one (RFC 3261 §8.2.2.1, §26.2.2).
      if (scheme(request.uri) === "sips" && flow.transport !== "TLS")
        return refuse(transaction, 416, [warning("A sips URI needs TLS")])

      const admission = ingress.admit(request, flow, side)
      if (admission.kind === "respond") return transaction.respond(admission.response)
      const { station } = admission
      switch (request.method) {
        case "REGISTER":
          return transaction.respond(registrar.register(request, flow, side, station))
        case "INVITE": {
          const party = caller(request, flow, side, station.callNumber)
          return party === undefined ? refuse(transaction, 403) : invite(transaction, party)
        }
        case "OPTIONS": {
          const required = unsupported(request)
          return required === undefined
            ? refuse(transaction, 200, [ALLOW, SUPPORTED, ACCEPT])
            : refuse(transaction, 420, [required])
        }
        case "SUBSCRIBE":
          return refuse(transaction, 489)
        case "BYE":
        case "INFO":
        case "NOTIFY":
        case "PRACK":
        case "UPDATE":
          return refuse(transaction, 481)
        default:
          return refuse(transaction, 405, [ALLOW])
      }
    },

    acknowledged: (ack: Request, flow: Flow) => calls.acknowledged(ack, flow),
    cancelled: (transaction: ServerTransaction) => calls.cancelled(transaction),
    stray: (answer: Response) => calls.stray(answer),
    // A failure that nobody acknowledged: the call is over already, and the phone's silence is its own affair.
    responseFailed: () => {},
  }
}
