/**
 * Session timers of one leg. RFC 4028.
 *
 * The cure for calls that are long dead but hold a channel. Each leg has its own: what one phone negotiates is no business
 * of the other's. Where a phone does not know `timer`, we refresh all the same; a phone that is gone does not answer.
 */
import {
  type Cancel,
  type Clock,
  decimal,
  type Field,
  first,
  listOf,
  type Message,
  parameter,
  parseParameters,
} from "@homeport/sip"

export interface SessionTimer {
  /** Seconds. */
  readonly interval: number
  readonly refresher: "us" | "them"
}

/** "refresh": our turn, half way. "expired": the peer was to refresh and did not; the leg ends with BYE. */
export type TimerDue = "refresh" | "expired"

/** What a request says: Session-Expires, Min-SE, and whether `timer` is in Supported. */
export interface TimerOffer {
  readonly supported: boolean
  readonly interval: number | undefined
  readonly refresher: "uac" | "uas" | undefined
  readonly minimum: number
}

/** RFC 4028 §4: 90 s is the least anybody may ask for; §5: 1800 s is what it recommends. */
export const LEAST = 90
export const USUAL = 1_800
const DAY = 86_400

/** As the receiver of an INVITE or UPDATE (§9, table 2); "too-small" is answered 422 with Min-SE. */
export function acceptTimer(offer: TimerOffer): SessionTimer | "too-small" {
  if (!offer.supported) return { interval: USUAL, refresher: "us" }
  if (offer.interval === undefined) return { interval: Math.max(USUAL, offer.minimum), refresher: "us" }
  if (offer.interval < LEAST) return "too-small"
  return { interval: offer.interval, refresher: offer.refresher === "uac" ? "them" : "us" }
}

/** As the sender, from the 2xx (§7.2): without Session-Expires the peer keeps no timer, and we refresh for ourselves. */
export function timerFromAnswer(response: Message): SessionTimer {
  const { interval, refresher } = readTimer(response)
  if (interval === undefined) return { interval: USUAL, refresher: "us" }
  return { interval: Math.max(interval, LEAST), refresher: refresher === "uas" ? "them" : "us" }
}

/** After a 422 to a refresh of ours: the interval that it asks for; undefined where it asks for nothing longer. */
export function longerTimer(timer: SessionTimer | undefined, response: Message): SessionTimer | undefined {
  const { minimum } = readTimer(response)
  if (timer === undefined || minimum <= timer.interval) return undefined
  return { ...timer, interval: minimum }
}

/** Reads Session-Expires, Min-SE and Supported; what cannot be read counts as not there. */
export function readTimer(message: Message): TimerOffer {
  const value = first(message, "Session-Expires") ?? ""
  const semicolon = value.indexOf(";")
  const parameters = semicolon < 0 ? undefined : parseParameters(value, semicolon)
  const refresher = parameters && parameter(parameters, "refresher")?.value?.toLowerCase()
  return {
    supported: listOf(message, "Supported").some((tag) => tag.toLowerCase() === "timer"),
    interval: decimal((semicolon < 0 ? value : value.slice(0, semicolon)).trim(), DAY),
    refresher: refresher === "uac" || refresher === "uas" ? refresher : undefined,
    minimum: decimal((first(message, "Min-SE") ?? "").split(";", 1)[0]?.trim() ?? "", DAY) ?? LEAST,
  }
}

/** What a re-INVITE or UPDATE of ours says: the same interval and the same refresher as before (§7.4). */
export function requestTimerFields(timer: SessionTimer | undefined): readonly Field[] {
  if (timer === undefined) return []
  const refresher = timer.refresher === "us" ? "uac" : "uas"
  return [{ name: "Session-Expires", value: `${timer.interval};refresher=${refresher}` }]
}

/** What a 2xx of ours says about it; nothing to a phone without `timer`. */
export function timerFields(timer: SessionTimer, supported: boolean): readonly Field[] {
  if (!supported) return []
  // The sender of the request is the UAC, so "us" is "uas".
  const refresher = timer.refresher === "us" ? "uas" : "uac"
  return [
    { name: "Require", value: "timer" },
    { name: "Session-Expires", value: `${timer.interval};refresher=${refresher}` },
  ]
}

/** Runs one leg's timer; `restart` after every successful refresh, from either side. */
export class RunningTimer {
  #cancel: Cancel | undefined
  /** When it is too late for a refresh. */
  #ends = 0
  readonly #clock: Clock
  readonly #due: (what: TimerDue) => void

  constructor(clock: Clock, due: (what: TimerDue) => void) {
    this.#clock = clock
    this.#due = due
  }

  restart({ interval, refresher }: SessionTimer): void {
    this.stop()
    // §10: we refresh at half the interval; who waits gives up the lesser of 32 s and a third of it before the end.
    const patience = (interval - Math.min(32, interval / 3)) * 1_000
    this.#ends = this.#clock.now() + patience
    if (refresher === "us") this.#cancel = this.#clock.after(interval * 500, () => this.#due("refresh"))
    else this.#cancel = this.#clock.after(patience, () => this.#due("expired"))
  }

  /** Once more in so many milliseconds, if that is not too late. */
  retry(milliseconds: number): void {
    this.stop()
    const left = this.#ends - this.#clock.now()
    if (milliseconds < left) this.#cancel = this.#clock.after(milliseconds, () => this.#due("refresh"))
    else this.#cancel = this.#clock.after(Math.max(0, left), () => this.#due("expired"))
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
