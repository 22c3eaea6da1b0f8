/** The border between the transaction layer and the layer above it, which RFC 3261 §5 calls the transaction user (TU). */
import type { Request, Response } from "../message/message.ts"
import type { Flow } from "../transport/transport.ts"

/** The layer above, as RFC 3261 §5 calls it. Called synchronously. */
export interface TransactionUser {
  /** A new request that is neither ACK nor CANCEL. Answer with `transaction.respond`. */
  request(transaction: ServerTransaction): void
  /** An ACK that matches no INVITE transaction with a failure: it acknowledges a 2xx (RFC 3261 §13.3.1.4). */
  acknowledged(ack: Request, flow: Flow): void
  /** A CANCEL for an INVITE that has no final response yet. The CANCEL itself was answered 200; answer the INVITE (487). */
  cancelled(invite: ServerTransaction, cancel: Request): void
  /** A response that matches no transaction: a retransmitted 2xx to an INVITE whose transaction is gone. */
  stray(response: Response, flow: Flow): void
  /** No ACK came for a failure within 64*T1 (timer H), or a response could not be sent. */
  responseFailed(transaction: ServerTransaction): void
}

/** One request that came in, until its answer is safe. */
export interface ServerTransaction {
  readonly request: Request
  readonly flow: Flow
  /** The last status sent; undefined before the first response. 100 is sent by the layer itself after 200 ms for INVITE (§17.2.1). */
  readonly status: number | undefined
  /** Sends; a final response after a final response is ignored. A 2xx to INVITE is repeated by the caller (the TU), not here. */
  respond(response: Response): void
}

/** One request of ours, until its final response. */
export interface ClientTransaction {
  readonly request: Request
  readonly flow: Flow
  /** INVITE only: CANCEL it, at once or as soon as a provisional response allows (RFC 3261 §9.1). Idempotent. */
  cancel(reason?: string): void
}

export interface ClientUser {
  /** Every provisional and final response. An INVITE may bring several 2xx (RFC 6026 §7.2). ACK to a failure is sent by the layer. */
  response(response: Response, transaction: ClientTransaction): void
  /** Nothing came in time (timer B or F), or the flow failed. To be treated as 408 and 503 (RFC 3261 §8.1.3.1). */
  failed(reason: "timeout" | "transport", transaction: ClientTransaction): void
}
