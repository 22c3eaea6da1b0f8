/** Server transactions at work: what the two server machines say is done here. RFC 3261 §17.2. */
import { response as responseTo } from "../message/build.ts"
import type { Request, Response } from "../message/message.ts"
import { serialize } from "../message/serialize.ts"
import type { Flow } from "../transport/transport.ts"
import { type InviteServer, inviteServer } from "./invite-server.ts"
import type { Machine, ServerAction, ServerEvent } from "./machine.ts"
import { type NonInviteServer, nonInviteServer } from "./non-invite-server.ts"
import { Running, type Workplace } from "./running.ts"
import type { ServerTransaction, TransactionUser } from "./transaction-user.ts"

export type AnyServer = RunningServer<InviteServer> | RunningServer<NonInviteServer>

export function createServer(place: ServerPlace, parts: ServerParts): AnyServer {
  return parts.request.method === "INVITE"
    ? new RunningServer<InviteServer>(place, parts, inviteServer, { name: "proceeding" })
    : new RunningServer<NonInviteServer>(place, parts, nonInviteServer, { name: "trying" })
}

export class RunningServer<State extends { readonly name: string }> extends Running<State, ServerEvent, ServerAction> {
  readonly keys: Keys
  /** The To tag of our responses. */
  toTag: string | undefined
  declare protected readonly place: ServerPlace
  /** Let go once nobody will hear of it: a lingering transaction keeps its response and no more. */
  #served: Served | undefined
  #sent: Uint8Array | undefined
  /** Undefined where the layer answers by itself. */
  readonly #user: TransactionUser | undefined

  constructor(
    place: ServerPlace,
    parts: ServerParts,
    machine: Machine<State, ServerEvent, ServerAction>,
    state: State,
  ) {
    super(place, parts.answerFlow, machine, state)
    this.keys = parts.keys
    this.toTag = parts.request.to.tag
    this.#user = parts.user
    this.#served = new Served(parts.request, parts.flow, this)
  }

  /** What the TU sees of it; undefined once it is answered for good. */
  get transaction(): ServerTransaction | undefined {
    return this.#served
  }

  /** Whether it only waits for repeated requests. */
  get lingers(): boolean {
    return this.#served === undefined
  }

  respond(response: Response, served: Served): void {
    if (served.status !== undefined && served.status >= 300) return
    const bytes = serialize(response)
    this.toTag ??= response.to.tag
    this.take({ type: "response", status: response.status, bytes })
    if (this.#sent === bytes) served.status = response.status
    this.#sent = undefined
  }

  protected entered(state: State["name"]): void {
    if (state !== "accepted") this.place.serverSettled(this.keys)
    if (state === "terminated") this.place.serverEnded(this.keys)
  }

  protected perform(action: ServerAction): void {
    switch (action.do) {
      case "start":
        // Timer J: repeated requests get the response, and nobody is told any more.
        if (action.timer === "J" && action.milliseconds > 0) this.#served = undefined
        this.start(action.timer, action.milliseconds)
        break
      case "keep":
        break
      case "send":
        this.#sent = action.bytes
        this.transmit(action.bytes)
        break
      case "answer 100":
        this.#served?.respond(responseTo(this.#served.request, 100))
        break
      case "tell ACK":
        this.#user?.acknowledged(action.ack, action.flow)
        break
      case "tell failure":
        if (this.#served) this.#user?.responseFailed(this.#served)
    }
  }
}

class Served implements ServerTransaction {
  readonly request: Request
  readonly flow: Flow
  status: number | undefined
  readonly #server: Responder

  constructor(request: Request, flow: Flow, server: Responder) {
    this.request = request
    this.flow = flow
    this.#server = server
  }

  respond(response: Response): void {
    this.#server.respond(response, this)
  }
}

interface Responder {
  respond(response: Response, served: Served): void
}

export interface ServerPlace extends Workplace {
  /** It is refused: no longer "ongoing" (RFC 3261 §8.2.2.2). */
  serverSettled(keys: Keys): void
  serverEnded(keys: Keys): void
}

/** What the layer finds it by: see matching.ts. */
export interface Keys {
  readonly key: string
  readonly mergeKey?: string | undefined
}

export interface ServerParts {
  readonly keys: Keys
  readonly request: Request
  /** Where it came from, and where its responses go (RFC 3261 §18.2.2). */
  readonly flow: Flow
  readonly answerFlow: Flow
  readonly user: TransactionUser | undefined
}
