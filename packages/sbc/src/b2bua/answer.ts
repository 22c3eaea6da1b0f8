/**
 * Everything we say to the caller about his INVITE. RFC 3261 §13.3.1, RFC 3262.
 *
 *   caller                     us
 *     │── INVITE ────────────▶ │
 *     │ ◀───────── 180 tag=a ──│   each called leg is an early dialog of its own
 *     │ ◀─ 183 tag=b, RSeq ────│   with SDP: reliably where the caller can (100rel), one at a time in each dialog
 *     │── PRACK ─────────────▶ │
 *     │ ◀───────── 200 tag=b ──│   repeated until the ACK (accepted-invite.ts)
 */
import { type Cancel, type Field, first, type Request, response, type ServerTransaction } from "@homeport/sip"
import type { CallCore } from "./core.ts"
import type { Failure } from "./final-response.ts"
import { type Leg, USER_AGENT } from "./leg.ts"

export interface AnswerOptions {
  readonly core: CallCore
  readonly transaction: ServerTransaction
  /** The caller never confirmed a reliable provisional response within 64*T1 (RFC 3262 §3). */
  readonly unconfirmed: () => void
}

export class Answer {
  /** The caller understands 100rel; "required": it insists on it for every provisional response. */
  readonly reliability: "none" | "supported" | "required"
  #final = false
  #accepted = false
  readonly #options: AnswerOptions
  readonly #streams = new Map<Leg, ReliableStream>()
  /** The 200 of this leg, which waits until the last reliable response in it is confirmed (RFC 3262 §3). */
  #afterPrack: { readonly leg: Leg; readonly send: () => void } | undefined

  constructor(options: AnswerOptions, reliability: Answer["reliability"]) {
    this.#options = options
    this.reliability = reliability
  }

  get final(): boolean {
    return this.#final
  }

  /** It was 200. */
  get accepted(): boolean {
    return this.#accepted
  }

  provisional(leg: Leg, status: number, body: Uint8Array | undefined): void {
    if (this.#final) return
    const reliable = this.reliability === "required" || (this.reliability === "supported" && body !== undefined)
    if (!reliable) {
      leg.step({
        kind: "response",
        direction: "sent",
        method: "INVITE",
        status,
        reliable: false,
        sdp: body !== undefined,
      })
      leg.respond(this.#options.transaction, status, body === undefined ? {} : { body })
      return
    }
    let stream = this.#streams.get(leg)
    if (stream === undefined) {
      stream = new ReliableStream(this.#options, leg)
      this.#streams.set(leg, stream)
    }
    stream.send(status, body)
  }

  /**
   * What of ours the PRACK confirms, and whether that had a description; undefined where nothing. The one who asks answers it,
   * and then lets us `proceed`.
   */
  confirms(leg: Leg, prack: Request): { readonly described: boolean } | undefined {
    return this.#streams.get(leg)?.confirm(prack)
  }

  /** Says what waited for a confirmation. */
  proceed(leg: Leg): void {
    if (this.#afterPrack?.leg === leg) this.#afterPrack.send()
    else this.#streams.get(leg)?.proceed()
  }

  /** 200, after what was said reliably before it is confirmed. */
  accept(
    leg: Leg,
    parts: { fields: readonly Field[]; body: Uint8Array | undefined },
    acknowledged: (ack: Request) => void,
  ): void {
    if (this.#final) return
    const send = () => {
      if (this.#final) return
      this.#final = true
      this.#accepted = true
      const sdp = parts.body !== undefined
      leg.step({ kind: "response", direction: "sent", method: "INVITE", status: 200, reliable: true, sdp })
      const { fields, body } = parts
      leg.accept(this.#options.transaction, body === undefined ? { fields } : { fields, body }, acknowledged)
      this.#stopStreams()
    }
    if (this.#streams.get(leg)?.waiting) this.#afterPrack = { leg, send }
    else send()
  }

  reject({ status, reason, retryAfter }: Failure, fields: readonly Field[] = []): void {
    if (this.#final) return
    this.#final = true
    this.#stopStreams()
    const { transaction, core } = this.#options
    const patience = retryAfter === undefined ? [] : [{ name: "Retry-After", value: retryAfter }]
    transaction.respond(
      response(transaction.request, status, {
        reason,
        toTag: core.token(),
        fields: [...patience, ...fields, USER_AGENT],
      }),
    )
  }

  /** Stops repeating anything. */
  stop(): void {
    this.#stopStreams()
  }

  #stopStreams(): void {
    for (const stream of this.#streams.values()) stream.stop()
    this.#streams.clear()
  }
}

/** Reliable provisional responses of one early dialog: numbered, one outstanding at a time, repeated until PRACK. RFC 3262 §3. */
class ReliableStream {
  readonly #options: AnswerOptions
  readonly #leg: Leg
  #rseq: number
  #outstanding: { readonly status: number; readonly body: Uint8Array | undefined } | undefined
  readonly #queue: { readonly status: number; readonly body: Uint8Array | undefined }[] = []
  #cancel: Cancel | undefined

  constructor(options: AnswerOptions, leg: Leg) {
    this.#options = options
    this.#leg = leg
    // RFC 3262 §3: the first is chosen from 1 to 2^31 - 1; the lower half leaves room to count.
    this.#rseq = Math.floor(options.core.random() * 2 ** 30)
  }

  get waiting(): boolean {
    return this.#outstanding !== undefined
  }

  send(status: number, body: Uint8Array | undefined): void {
    // A phone that repeats "ringing" while the last one waits for its PRACK says nothing new.
    if (this.#outstanding !== undefined) {
      if (this.#queue.length < QUEUE && body !== undefined) this.#queue.push({ status, body })
      return
    }
    this.#rseq += 1
    this.#outstanding = { status, body }
    this.#leg.step({
      kind: "response",
      direction: "sent",
      method: "INVITE",
      status,
      reliable: true,
      sdp: body !== undefined,
    })
    this.#transmit(T1, 0)
  }

  confirm(prack: Request): { readonly described: boolean } | undefined {
    const rack = readRack(first(prack, "RAck") ?? "")
    const invite = this.#options.transaction.request.cseq.sequence
    if (this.#outstanding === undefined || rack?.rseq !== this.#rseq || rack.cseq !== invite) return undefined
    const described = this.#outstanding.body !== undefined
    this.stop()
    return { described }
  }

  proceed(): void {
    const next = this.#queue.shift()
    if (next !== undefined) this.send(next.status, next.body)
  }

  stop(): void {
    this.#cancel?.()
    this.#outstanding = undefined
  }

  #transmit(interval: number, elapsed: number): void {
    if (this.#outstanding === undefined) return
    const { status, body } = this.#outstanding
    const fields = [
      { name: "Require", value: "100rel" },
      { name: "RSeq", value: String(this.#rseq) },
    ]
    this.#leg.respond(this.#options.transaction, status, body === undefined ? { fields } : { fields, body })
    this.#cancel = this.#options.core.clock.after(interval, () => {
      const now = elapsed + interval
      if (now >= 64 * T1) this.#options.unconfirmed()
      else this.#transmit(Math.min(interval * 2, 64 * T1 - now), now)
    })
  }
}

/** RAck: response-num, CSeq-num and method. RFC 3262 §7.2. */
function readRack(value: string): { rseq: number; cseq: number } | undefined {
  const [rseq = "", cseq = "", method] = value.split(" ").filter((part) => part !== "")
  if (method !== "INVITE" || !isNumber(rseq) || !isNumber(cseq)) return undefined
  return { rseq: Number(rseq), cseq: Number(cseq) }
}

function isNumber(text: string): boolean {
  if (text === "" || text.length > 10) return false
  for (const character of text) if (character < "0" || character > "9") return false
  return true
}

const T1 = 500
const QUEUE = 8
