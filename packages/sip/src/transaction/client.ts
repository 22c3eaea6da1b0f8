/** Client transactions at work: what the two client machines say is done here. RFC 3261 §17.1. */
import { ackFor } from "../message/build.ts"
import type { Request } from "../message/message.ts"
import { serialize } from "../message/serialize.ts"
import type { Flow } from "../transport/transport.ts"
import { beginInvite, type InviteClient, inviteClient } from "./invite-client.ts"
import type { ClientAction, ClientEvent, Machine, Step } from "./machine.ts"
import { beginNonInvite, type NonInviteClient, nonInviteClient } from "./non-invite-client.ts"
import { Running, timingFor, type Workplace } from "./running.ts"
import type { ClientTransaction, ClientUser } from "./transaction-user.ts"

export type AnyClient = RunningClient<InviteClient> | RunningClient<NonInviteClient>

/** Sends nothing before `begin`: the answer must find it. */
export function createClient(place: ClientPlace, parts: ClientParts): AnyClient {
  const timing = timingFor(place, parts.flow)
  return parts.request.method === "INVITE"
    ? new RunningClient<InviteClient>(place, parts, inviteClient, beginInvite(timing))
    : new RunningClient<NonInviteClient>(place, parts, nonInviteClient, beginNonInvite(timing))
}

export class RunningClient<State extends { readonly name: string }>
  extends Running<State, ClientEvent, ClientAction>
  implements ClientTransaction
{
  readonly key: string
  readonly request: Request
  declare protected readonly place: ClientPlace
  readonly #user: ClientUser
  readonly #bytes: Uint8Array
  readonly #first: Step<State, ClientAction>
  #cancelReason: string | undefined

  constructor(
    place: ClientPlace,
    { key, request, flow, user }: ClientParts,
    machine: Machine<State, ClientEvent, ClientAction>,
    first: Step<State, ClientAction>,
  ) {
    super(place, flow, machine, first[0])
    this.key = key
    this.request = request
    this.#user = user
    this.#bytes = serialize(request)
    this.#first = first
  }

  begin(): void {
    this.follow(this.#first)
  }

  cancel(reason?: string): void {
    this.#cancelReason ??= reason
    this.take({ type: "cancel" })
  }

  protected entered(state: State["name"]): void {
    if (state === "terminated") this.place.clientEnded(this.key)
  }

  protected perform(action: ClientAction): void {
    switch (action.do) {
      case "start":
        this.start(action.timer, action.milliseconds)
        break
      case "keep":
        break
      case "transmit":
        this.transmit(this.#bytes)
        break
      case "acknowledge":
        this.transmit(serialize(ackFor(this.request, action.response)))
        break
      case "send CANCEL":
        this.place.sendCancel(this.request, this.flow, this.#cancelReason)
        break
      case "tell response":
        this.#user.response(action.response, this)
        break
      case "tell failure":
        this.#user.failed(action.reason, this)
        break
    }
  }
}

export interface ClientPlace extends Workplace {
  clientEnded(key: string): void
  /** In a transaction of its own (RFC 3261 §9.1). */
  sendCancel(invite: Request, flow: Flow, reason: string | undefined): void
}

export interface ClientParts {
  readonly key: string
  readonly request: Request
  readonly flow: Flow
  readonly user: ClientUser
}
