/**
 * A machine at work: holds its state, hands it events, and owns its timers. The doing is left to client.ts and server.ts.
 *
 * Leaving a state stops its timers, except those that the step says to keep: no timer can outlive what it was started for.
 */
import type { Cancel, Clock } from "../clock.ts"
import { reliable } from "../transport/flow.ts"
import type { Flow } from "../transport/transport.ts"
import type { ClientAction, Machine, ServerAction, Step, TimerFired, TimerName, TransportFailed } from "./machine.ts"
import type { Timing, TransactionTiming } from "./timing.ts"

export abstract class Running<
  State extends { readonly name: string },
  Event,
  Action extends ClientAction | ServerAction,
> {
  readonly flow: Flow
  protected readonly place: Workplace
  #state: State
  #stopped = false
  readonly #timers: Started[] = []
  readonly #machine: Machine<State, Event | TimerFired | TransportFailed, Action>

  constructor(place: Workplace, flow: Flow, machine: MachineOf<State, Event, Action>, state: State) {
    this.place = place
    this.flow = flow
    this.#machine = machine
    this.#state = state
  }

  get state(): State["name"] {
    return this.#state.name
  }

  take(event: Event | TimerFired | TransportFailed): void {
    if (!this.#stopped) this.follow(this.#machine(this.#state, event, timingFor(this.place, this.flow)))
  }

  /** No timer runs and nothing is done any more, in whatever state it is. */
  stop(): void {
    this.#stopped = true
    for (const { cancel } of this.#timers) cancel()
    this.#timers.length = 0
  }

  protected follow([next, ...actions]: Step<State, Action>): void {
    const left = next.name !== this.#state.name
    this.#state = next
    if (left) {
      this.#stopTimers(actions)
      this.entered(next.name)
    }
    for (const action of actions) this.perform(action)
  }

  /** Before the actions of the step: a terminated transaction is gone by the time the TU hears of it. */
  protected abstract entered(state: State["name"]): void
  protected abstract perform(action: Action): void

  /** Failing is an event of its own, later: whoever sends is not called back before it is done with sending. */
  protected transmit(bytes: Uint8Array): void {
    if (!this.place.put(this.flow, bytes)) this.start("transport", 0)
  }

  protected start(timer: Started["timer"], milliseconds: number): void {
    this.#timers.push({ timer, cancel: this.place.clock.after(milliseconds, () => this.#fired(timer)) })
  }

  #fired(timer: Started["timer"]): void {
    const at = this.#timers.findIndex((started) => started.timer === timer)
    this.#timers.splice(at, 1)
    try {
      this.take(timer === "transport" ? { type: "failed" } : { type: "timer", timer })
    } catch (error) {
      this.place.fault(error)
    }
  }

  #stopTimers(actions: readonly (ClientAction | ServerAction)[]): void {
    const timers = this.#timers
    let kept = 0
    for (const started of timers) {
      if (actions.some((action) => action.do === "keep" && action.timer === started.timer)) timers[kept++] = started
      else started.cancel()
    }
    timers.length = kept
  }
}

/** What a transaction needs from the layer it belongs to. */
export interface Workplace {
  readonly clock: Clock
  readonly timing: { readonly reliable: TransactionTiming; readonly unreliable: TransactionTiming }
  /** Sends; false when the flow is gone. */
  put(flow: Flow, bytes: Uint8Array): boolean
  /** The transaction user threw. */
  fault(error: unknown): void
}

export const timingFor = ({ timing }: Workplace, { transport }: Flow): TransactionTiming =>
  reliable(transport) ? timing.reliable : timing.unreliable

export const timingOf = (timing: Timing): Workplace["timing"] => ({
  reliable: { ...timing, reliable: true },
  unreliable: { ...timing, reliable: false },
})

interface Started {
  /** "transport": what could not be sent is told. */
  readonly timer: TimerName | "transport"
  readonly cancel: Cancel
}

type MachineOf<State, Event, Action> = Machine<State, Event | TimerFired | TransportFailed, Action>
