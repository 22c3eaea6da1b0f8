/**
 * Who came to a port that is not for him: counted, and told in one event for each source and minute, whatever he sends. RFC 5853 §3.1.
 *
 *   the first ──▶ told at once          more within a minute ──▶ told together when the minute is over
 *
 * A source is an address: whoever may invent them (UDP) begins at most so many lines a minute; beyond that he is only counted.
 */
import type { Cancel, Clock } from "@homeport/sip"
import type { ListenerView, SbcEvent } from "../events.ts"

type PortName = ListenerView["name"]

interface Refused {
  readonly name: PortName
  count: number
  told: number
}

export class Refusals {
  readonly #clock: Clock
  readonly #onEvent: (event: SbcEvent) => void
  readonly #sources = new Map<string, Refused>()
  readonly #totals: Record<PortName, number> = { SIP: 0, SIP_TLS_SUB: 0, SIP_EXT: 0, SIP_TLS_SUB_EXT: 0 }
  #begun = 0
  #cancelMinute: Cancel | undefined

  constructor(clock: Clock, onEvent: (event: SbcEvent) => void) {
    this.#clock = clock
    this.#onEvent = onEvent
  }

  add(name: PortName, host: string): void {
    this.#totals[name]++
    const known = this.#sources.get(host)
    if (known !== undefined) {
      known.count++
      return
    }
    if (this.#begun >= mostAMinute) return
    this.#begun++
    const refused = { name, count: 1, told: 0 }
    this.#sources.set(host, refused)
    this.#tell(host, refused)
    this.#cancelMinute ??= this.#clock.after(minute, () => this.#minuteOver())
  }

  /** Datagrams and connections, by port, since the start. */
  totals(): Readonly<Record<PortName, number>> {
    return { ...this.#totals }
  }

  close(): void {
    this.#cancelMinute?.()
  }

  #minuteOver(): void {
    this.#begun = 0
    for (const [host, refused] of this.#sources) {
      if (refused.count === refused.told) this.#sources.delete(host)
      else {
        this.#begun++
        this.#tell(host, refused)
      }
    }
    this.#cancelMinute = this.#sources.size > 0 ? this.#clock.after(minute, () => this.#minuteOver()) : undefined
  }

  #tell(source: string, refused: Refused): void {
    refused.told = refused.count
    this.#onEvent({ type: "source.refused", source, name: refused.name, count: refused.count })
  }
}

const minute = 60_000
const mostAMinute = 60
