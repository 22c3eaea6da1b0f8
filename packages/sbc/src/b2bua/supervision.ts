/**
 * Ends an answered call that nobody feeds. core.md, Calls: 60 s in which neither side sent RTP or RTCP and neither holds;
 * 30 minutes on hold. Our own keepalives do not count. Also says so when an outer phone is not heard within 5 s of the answer.
 */
import type { Cancel } from "@homeport/sip"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import type { Party } from "./party.ts"

export class Supervision {
  readonly #core: CallCore
  readonly #call: Call
  readonly #cancels: Cancel[]
  #quietSince: number

  constructor(core: CallCore, call: Call) {
    this.#core = core
    this.#call = call
    this.#quietSince = core.clock.now()
    this.#cancels = [core.clock.after(LOOK, () => this.#look()), core.clock.after(FIRST_PACKET, () => this.#heard())]
  }

  /** An offer was agreed on: whoever was silent on hold has time to speak again. */
  mediaChanged(): void {
    this.#quietSince = this.#core.clock.now()
  }

  stop(): void {
    for (const cancel of this.#cancels) cancel()
  }

  #look(): void {
    const parties = this.#parties()
    const now = this.#core.clock.now()
    const limit = parties.some((party) => party.media.onHold) ? HELD : SILENCE
    for (const party of parties) {
      const silence = party.media.view()?.silence
      if (silence !== undefined) this.#quietSince = Math.max(this.#quietSince, now - silence)
    }
    if (now - this.#quietSince >= limit) return this.#call.end("no-media")
    this.#cancels[0] = this.#core.clock.after(LOOK, () => this.#look())
  }

  #heard(): void {
    for (const { network, media, station, flow } of this.#parties()) {
      if (network === "inner" || !media.maySpeak || (media.view()?.received.packets ?? 0) > 0) continue
      const source = flow.remote.host
      this.#core.emit({ type: "media.missing", callId: this.#call.id, callNumber: station.callNumber, source })
    }
  }

  #parties(): readonly Party[] {
    const { pair } = this.#call
    return pair === undefined ? [] : [pair.ingress.party, pair.egress.party]
  }
}

const LOOK = 5_000
const FIRST_PACKET = 5_000
const SILENCE = 60_000
const HELD = 30 * 60_000
