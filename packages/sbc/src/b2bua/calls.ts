/** All calls: which one a message belongs to, and what is shown of them. */
import { dialogKeyOf, type Flow, type Request, type Response, type ServerTransaction } from "@homeport/sip"
import type { CallEnd, CallView } from "../events.ts"
import type { Target } from "../routing/route.ts"
import { Call, type CallObserver, type CallOptions } from "./call.ts"
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

  constructor(core: CallCore, targets: (number: string) => readonly Target[]) {
    this.#core = core
    this.#targets = targets
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
    // A phone's router may have given it another port meanwhile: it is where it is heard from.
    place.leg.party.flow = transaction.flow
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

  /** Whether a call still talks over this local address. */
  uses(local: { host: string; port: number }): boolean {
    for (const { leg } of this.#dialogs.values()) {
      const { host, port } = leg.party.flow.local
      if (host === local.host && port === local.port) return true
    }
    return false
  }

  /** The phone registered anew: media By Homeport may come from another port. */
  registered(callNumber: string): void {
    for (const { leg } of this.#dialogs.values())
      if (leg.party.station.callNumber === callNumber) leg.party.media.relearn()
  }

  endAll(reason: CallEnd): void {
    for (const call of [...this.#calls]) call.end(reason)
  }

  // What calls tell (CallObserver).

  targets(number: string): readonly Target[] {
    return this.#targets(number)
  }

  legBegan(call: Call, pair: Pair): void {
    for (const leg of [pair.ingress, pair.egress]) this.#dialogs.set(leg.dialog.key, { call, pair, leg })
  }

  legEnded(leg: Leg): void {
    this.#dialogs.delete(leg.dialog.key)
  }

  ended(call: Call): void {
    this.#calls.delete(call)
    this.#invites.delete(call.options.transaction)
  }
}
