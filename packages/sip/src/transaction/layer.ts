/**
 * Matches messages to transactions and runs them. RFC 3261 §17, RFC 6026.
 *
 * The machines (invite-client.ts, …) only decide; this layer does what they say and owns every timer, with one rule:
 * leaving a state stops its timers.
 */
import type { Clock } from "../clock.ts"
import { cancelFor, response as responseTo } from "../message/build.ts"
import type { Message, Request, Response } from "../message/message.ts"
import { serialize } from "../message/serialize.ts"
import { sameFlow } from "../transport/flow.ts"
import { answerFlow } from "../transport/return-path.ts"
import type { Flow } from "../transport/transport.ts"
import { type AnyClient, type ClientPlace, createClient } from "./client.ts"
import { clientKey, inviteKeys, mergeKey, serverKey, toTagFor } from "./matching.ts"
import { timingOf } from "./running.ts"
import { type AnyServer, createServer, type Keys, type ServerPlace } from "./server.ts"
import { defaultTiming, type Timing } from "./timing.ts"
import type { ClientTransaction, ClientUser, TransactionUser } from "./transaction-user.ts"

export interface TransactionLayer {
  /** What the transports hand up. */
  receive(message: Message, flow: Flow): void
  /** A flow is gone: its client transactions fail now. */
  flowFailed(flow: Flow): void
  /** Sends a request in a client transaction. The request's topmost Via (with its branch) must be ours already: see `viaFor`. */
  send(request: Request, flow: Flow, user: ClientUser): ClientTransaction
  /** Sends a message outside any transaction: ACK to a 2xx, a stateless response. */
  sendDirectly(message: Message, flow: Flow): void
  readonly transactions: { readonly client: number; readonly server: number }
  /** Stops all timers; nothing is sent any more. */
  close(): void
}

export interface TransactionLayerOptions {
  readonly clock: Clock
  readonly user: TransactionUser
  /** Puts bytes on the wire; false when the flow is gone. */
  readonly send: (flow: Flow, bytes: Uint8Array) => boolean
  readonly timing?: Partial<Timing>
  /** Most server transactions at a time: 250,000. A request beyond is answered 503 and forgotten. */
  readonly limit?: number
  /**
   * Told what the transaction user threw. Its request is answered 500 if it has no final answer yet. Where this is left out
   * the error is thrown on: into the transport, or out of the clock.
   */
  readonly fault?: (error: unknown) => void
}

export function createTransactionLayer(options: TransactionLayerOptions): TransactionLayer {
  return new Layer(options)
}

class Layer implements TransactionLayer, ClientPlace, ServerPlace {
  readonly clock: Clock
  readonly user: TransactionUser
  readonly timing: ClientPlace["timing"]
  readonly #options: TransactionLayerOptions
  readonly #clients = new Map<string, AnyClient>()
  readonly #servers = new Map<string, AnyServer>()
  /** INVITEs that are not refused, by their merge key. */
  readonly #ongoing = new Map<string, Keys>()
  #closed = false

  constructor(options: TransactionLayerOptions) {
    this.#options = options
    this.clock = options.clock
    this.user = options.user
    this.timing = timingOf({ ...defaultTiming, ...options.timing })
  }

  receive(message: Message, flow: Flow): void {
    if (this.#closed) return
    try {
      if (message.kind === "response") this.#receiveResponse(message, flow)
      else if (message.method === "ACK") this.#receiveAck(message, flow)
      else this.#receiveRequest(message, flow)
    } catch (error) {
      this.fault(error)
    }
  }

  flowFailed(flow: Flow): void {
    for (const client of [...this.#clients.values()]) {
      if (!sameFlow(client.flow, flow)) continue
      try {
        client.take({ type: "failed" })
      } catch (error) {
        this.fault(error)
      }
    }
  }

  send(request: Request, flow: Flow, user: ClientUser): ClientTransaction {
    const key = clientKey(request.via.branch, request.method)
    const client = createClient(this, { key, request, flow, user })
    if (this.#closed) client.stop()
    else this.#clients.set(key, client)
    client.begin()
    return client
  }

  sendDirectly(message: Message, flow: Flow): void {
    if (!this.#closed) this.#options.send(flow, serialize(message))
  }

  get transactions(): { readonly client: number; readonly server: number } {
    return { client: this.#clients.size, server: this.#servers.size }
  }

  close(): void {
    this.#closed = true
    for (const client of this.#clients.values()) client.stop()
    for (const server of this.#servers.values()) server.stop()
    this.#clients.clear()
    this.#servers.clear()
    this.#ongoing.clear()
  }

  // What the running transactions ask of us: ClientPlace, ServerPlace.

  put(flow: Flow, bytes: Uint8Array): boolean {
    return this.#closed || this.#options.send(flow, bytes)
  }

  sendCancel(invite: Request, flow: Flow, reason: string | undefined): void {
    this.send(cancelFor(invite, reason), flow, unconcerned)
  }

  clientEnded(key: string): void {
    this.#clients.delete(key)
  }

  serverSettled(keys: Keys): void {
    // By then another may have taken its place.
    if (keys.mergeKey !== undefined && this.#ongoing.get(keys.mergeKey) === keys) this.#ongoing.delete(keys.mergeKey)
  }

  serverEnded({ key }: Keys): void {
    this.#servers.delete(key)
  }

  fault(error: unknown): void {
    if (!this.#options.fault) throw error
    this.#options.fault(error)
  }

  #receiveResponse(response: Response, flow: Flow): void {
    const client = this.#clients.get(clientKey(response.via.branch, response.cseq.method))
    if (client) client.take({ type: "response", response })
    else this.user.stray(response, flow)
  }

  #receiveAck(ack: Request, flow: Flow): void {
    const invite = this.#inviteOf(ack)
    if (invite) invite.take({ type: "ack", ack, flow })
    else this.user.acknowledged(ack, flow)
  }

  #receiveRequest(request: Request, flow: Flow): void {
    const key = serverKey(request)
    const known = this.#servers.get(key)
    if (known) known.take({ type: "retransmission" })
    else if (this.#servers.size >= (this.#options.limit ?? mostServers) && !this.#evict())
      this.sendDirectly(responseTo(request, 503, { toTag: toTagFor(request) }), answerFlow(request, flow))
    else if (request.method === "CANCEL") this.#receiveCancel(request, this.#serve(request, flow, { key }))
    else this.#receiveNew(request, flow, key)
  }

  #receiveNew(request: Request, flow: Flow, key: string): void {
    const merging = mergeKey(request)
    const merged = merging !== undefined && this.#ongoing.has(merging)
    if (merged) this.#answer(this.#serve(request, flow, { key }), request, 482)
    else this.#hand(this.#serve(request, flow, { key, mergeKey: merging }, this.user))
  }

  /** RFC 3261 §9.2. */
  #receiveCancel(cancel: Request, server: AnyServer): void {
    const invite = this.#inviteOf(cancel)
    // With the tag of the answer to the INVITE, where there was one already.
    this.#answer(server, cancel, invite ? 200 : 481, invite?.toTag)
    const transaction = invite?.transaction
    if (transaction && (transaction.status ?? 0) < 200) this.user.cancelled(transaction, cancel)
  }

  /** Without a user where we answer ourselves: nobody else hears of it. */
  #serve(request: Request, flow: Flow, keys: Keys, user?: TransactionUser): AnyServer {
    const server = createServer(this, { keys, request, flow, answerFlow: answerFlow(request, flow), user })
    this.#servers.set(keys.key, server)
    if (keys.mergeKey !== undefined) this.#ongoing.set(keys.mergeKey, keys)
    return server
  }

  #answer(server: AnyServer, request: Request, status: number, toTag = toTagFor(request)): void {
    server.transaction?.respond(responseTo(request, status, { toTag }))
  }

  #hand(server: AnyServer): void {
    const transaction = server.transaction
    if (!transaction) return
    try {
      this.user.request(transaction)
    } catch (error) {
      if ((transaction.status ?? 0) < 200) this.#answer(server, transaction.request, 500)
      throw error
    }
    if (transaction.status === undefined) server.take({ type: "undecided" })
  }

  #inviteOf(request: Request): AnyServer | undefined {
    const [own, first] = inviteKeys(request)
    return this.#servers.get(own) ?? this.#servers.get(first)
  }

  /**
   * Under a flood, the oldest transaction that only waits for repeated requests makes room: better that one of them is
   * handled twice than that a new one is refused.
   */
  #evict(): boolean {
    let looked = 0
    for (const server of this.#servers.values()) {
      if (server.lingers) {
        server.stop()
        this.serverEnded(server.keys)
        return true
      }
      if (++looked === mostLooked) return false
    }
    return false
  }
}

/** The answer to a CANCEL says nothing: the INVITE's does (RFC 3261 §9.1). */
const unconcerned: ClientUser = { response: () => {}, failed: () => {} }

/** Over UDP each lingers for 32 s (timer J): enough for 7,800 requests a second. */
const mostServers = 250_000
/** How far `#evict` looks: what is older than timer J are INVITEs that ring. */
const mostLooked = 1000
