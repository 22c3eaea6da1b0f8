/** All calls: which one a message belongs to, and what is shown of them. */
import { dialogKeyOf, type Flow, type Request, type Response, type ServerTransaction } from "@homeport/sip"
import type { CallEnd, CallView, NetworkName } from "../events.ts"
import type { Target } from "../routing/route.ts"
import { Call } from "./call.ts"
import type { CallObserver, CallOptions } from "./call-options.ts"
import type { CallCore } from "./core.ts"
import type { Leg } from "./leg.ts"
import { handleInDialog } from "./mid-dialog.ts"
import type { Pair } from "./pair.ts"

interface Place {
  readonly call: Call
  readonly pair: Pair
  readonly leg: Leg
}

export class Calls implements CallObserver {
  readonly #core: CallCore
  readonly #targets: (number: string) => readonly Target[]
  readonly #calls = new Set<Call>()
  readonly #invites = new Map<ServerTransaction, Call>()
  readonly #dialogs = new Map<string, Place>()
  /** The legs of each call number. */
  readonly #legs = new Map<string, Set<Leg>>()

  constructor(core: CallCore, targets: (number: string) => readonly Target[]) {
    this.#core = core
    this.#targets = targets
  }

  get size(): number {
    return this.#calls.size
  }

  /** Dialogs that a message may still come in, those of calls that have just ended included. */
  get dialogs(): number {
    return this.#dialogs.size
  }

  begin(options: Omit<CallOptions, "core" | "observer">, targets: readonly Target[]): void {
    const call = new Call({ ...options, core: this.#core, observer: this })
    this.#calls.add(call)
    this.#invites.set(options.transaction, call)
    call.start(targets)
  }

  /** A request with a To-tag. False where the dialog is not ours (481). */
  request(transaction: ServerTransaction): boolean {
    const place = this.#dialogs.get(dialogKeyOf(transaction.request))
    if (place === undefined || !place.leg.party.accepts(transaction.flow)) return false
    handleInDialog(this.#core, place.call, place.pair, place.leg, transaction)
    return true
  }

  acknowledged(ack: Request, flow: Flow): void {
    const place = this.#dialogs.get(dialogKeyOf(ack))
    if (place?.leg.party.accepts(flow)) place.leg.acknowledged(ack)
  }

  cancelled(invite: ServerTransaction): void {
    const call = this.#invites.get(invite)
    if (call !== undefined) return call.cancelled()
    this.#dialogs.get(dialogKeyOf(invite.request))?.call.cancelReinvite(invite)
  }

  /** A 2xx whose transaction is long gone. */
  stray(response: Response): void {
    if (response.cseq.method === "INVITE")
      this.#dialogs.get(dialogKeyOf(response))?.leg.acknowledgeAgain(response.cseq.sequence)
  }

  views(): readonly CallView[] {
    return Array.from(this.#calls, (call) => call.view())
  }

  /** Whether one of them talks over such a flow, or still says its goodbye there. */
  use(isSuch: (flow: Flow) => boolean): boolean {
    for (const call of this.#calls)
      if (isSuch(call.caller.flow) || call.branches.some(({ party }) => isSuch(party.flow))) return true
    for (const { leg } of this.#dialogs.values()) if (isSuch(leg.party.flow)) return true
    return false
  }

  /**
   * A phone registered anew, over `flow`; `former` are the flows it was registered over before. Who spoke with us over one of those
   * is here now, and its media By Homeport may come from another port. (Who went from one network to the other is not: its media
   * has addresses of ours on the other side.)
   */
  registered(callNumber: string, network: NetworkName, flow: Flow, former: readonly Flow[]): void {
    for (const { party } of this.#legs.get(callNumber) ?? []) {
      if (party.network !== network) continue
      if (former.some(({ key }) => key === party.flow.key)) party.flow = flow
      if (party.accepts(flow)) party.media.relearn()
    }
  }

  /** A connection ended. Answered calls wait for another; a datagram that could not be sent ends nothing. */
  flowFailed(flow: Flow): void {
    if (flow.transport !== "UDP") for (const call of [...this.#calls]) call.flowFailed(flow)
  }

  /** Ends all. What it returns tells whether every phone has answered our BYE or CANCEL. */
  endAll(reason: CallEnd): () => boolean {
    const ending = [...this.#calls]
    for (const call of ending) call.end(reason)
    const branches = ending.flatMap((call) => call.branches)
    return () => this.#dialogs.size === 0 && branches.every((branch) => !branch.pending)
  }

  /** Nothing is sent any more: what waits for an answer waits no longer. */
  close(): void {
    for (const { leg } of [...this.#dialogs.values()]) leg.stop()
  }

  // What calls tell (CallObserver).

  targets(number: string): readonly Target[] {
    return this.#targets(number)
  }

  legBegan(call: Call, pair: Pair): void {
    for (const leg of [pair.ingress, pair.egress]) {
      this.#dialogs.set(leg.dialog.key, { call, pair, leg })
      const { callNumber } = leg.party.station
      const legs = this.#legs.get(callNumber)
      if (legs === undefined) this.#legs.set(callNumber, new Set([leg]))
      else legs.add(leg)
    }
  }

  legEnded(leg: Leg): void {
    this.#dialogs.delete(leg.dialog.key)
    const { callNumber } = leg.party.station
    const legs = this.#legs.get(callNumber)
    legs?.delete(leg)
    if (legs?.size === 0) this.#legs.delete(callNumber)
  }

  ended(call: Call): void {
    this.#calls.delete(call)
    this.#invites.delete(call.options.transaction)
  }
}
