/**
 * A STUN client over somebody else's sockets: it is given bytes that came, and says where bytes should go. RFC 8489 §6.
 *
 *   ask ──▶ send, again after 500, 1500, 3500, 7500, 15500 and 31500 ms (§6.2.1: RTO 500 ms, doubled; Rc 7)
 *              │ an answer with our transaction id, from the server asked ──▶ done({ ok: true, mapped … })
 *              └ 16 RTO after the last ────────────────────────────────────▶ done({ ok: false, problem: "no-answer" })
 */
import type { SocketAddress } from "./attributes/address.ts"
import { readAlternateServer } from "./attributes/alternate-server.ts"
import { readChangeRequest } from "./attributes/change-request.ts"
import { readErrorCode } from "./attributes/error-code.ts"
import { checkFingerprint } from "./attributes/fingerprint.ts"
import { readOtherAddress } from "./attributes/other-address.ts"
import { readSoftware } from "./attributes/software.ts"
import type { Cancel, Clock } from "./clock.ts"
import { readMapped } from "./mapped-address.ts"
import {
  BINDING,
  comprehensionRequired,
  parseStun,
  type StunAttribute,
  type StunMessage,
  serializeStun,
  transactionId,
} from "./message.ts"

export interface StunClient {
  /** Sends a Binding request at once; calls back once, from `receive` or from the clock, unless cancelled before. */
  ask(question: StunQuestion, done: (outcome: StunOutcome) => void): Cancel
  /** To be given every datagram that might be STUN. True: it was an answer to one of ours, and is dealt with. */
  receive(bytes: Uint8Array, from: SocketAddress): boolean
}

export interface StunQuestion {
  /** An IP literal. */
  readonly server: SocketAddress
  send(bytes: Uint8Array, to: SocketAddress): void
  readonly attributes?: readonly StunAttribute[]
  readonly timing?: Partial<StunTiming>
}

/** RFC 8489 §6.2.1. */
export interface StunTiming {
  /** Milliseconds to the first retransmission; doubled each time. */
  readonly rto: number
  /** Requests sent in all. */
  readonly rc: number
  /** How many RTOs to wait after the last. */
  readonly rm: number
}

export type StunOutcome = StunAnswer | StunFailure

export interface StunAnswer {
  readonly ok: true
  readonly mapped: SocketAddress
  /** Milliseconds from the first request to the answer. */
  readonly roundTrip: number
  /** Where the answer came from. */
  readonly server: SocketAddress
  /** The server's second address, when it has one and says so (RFC 5780). */
  readonly otherAddress: SocketAddress | undefined
  readonly software: string | undefined
}

export interface StunFailure {
  readonly ok: false
  /** "not-understood": the answer holds something that must be understood and is not, or no address at all. */
  readonly problem: "no-answer" | "error-response" | "not-understood"
  /** Of an error response. */
  readonly code?: number
  readonly reason?: string
  readonly alternateServer?: SocketAddress
}

export interface StunClientOptions {
  readonly clock: Clock
  readonly randomBytes: (size: number) => Uint8Array
}

export const DEFAULT_TIMING: StunTiming = { rto: 500, rc: 7, rm: 16 }

export const createStunClient = ({ clock, randomBytes }: StunClientOptions): StunClient => {
  const waiting = new Map<string, Transaction>()

  const end = (transaction: Transaction, outcome: StunOutcome): void => {
    waiting.delete(transaction.key)
    transaction.stopTimer()
    transaction.done(outcome)
  }

  const transmit = (transaction: Transaction): void => {
    const { question, timing } = transaction
    const wait = transaction.sent === timing.rc - 1 ? timing.rto * timing.rm : timing.rto * 2 ** transaction.sent
    transaction.sent++
    transaction.stopTimer = clock.after(wait, () =>
      transaction.sent < timing.rc ? transmit(transaction) : end(transaction, { ok: false, problem: "no-answer" }),
    )
    question.send(transaction.request, question.server)
  }

  return {
    ask(question, done) {
      const id = transactionId(randomBytes)
      const attributes = question.attributes ?? []
      const change = readChangeRequest(attributes)
      const transaction: Transaction = {
        key: keyOf(id),
        question,
        request: serializeStun({ class: "request", method: BINDING, transactionId: id, attributes }),
        timing: { ...DEFAULT_TIMING, ...question.timing },
        anySource: change !== undefined && (change.address || change.port),
        since: clock.now(),
        sent: 0,
        stopTimer: () => {},
        done,
      }
      waiting.set(transaction.key, transaction)
      transmit(transaction)
      return () => {
        waiting.delete(transaction.key)
        transaction.stopTimer()
      }
    },

    receive(bytes, from) {
      // Nearly all that comes here on a busy port is not for us: look before parsing.
      if (waiting.size === 0 || bytes.length < 20) return false
      const transaction = waiting.get(keyOf(bytes.subarray(4, 20)))
      if (transaction === undefined) return false
      const { server } = transaction.question
      if (!transaction.anySource && (from.host !== server.host || from.port !== server.port)) return false
      const parsed = parseStun(bytes)
      if (!parsed.ok || checkFingerprint(bytes) === "wrong") return false
      const answer = parsed.value
      if (answer.method !== BINDING || (answer.class !== "success" && answer.class !== "error")) return false
      end(transaction, outcomeOf(answer, from, clock.now() - transaction.since))
      return true
    },
  }
}

interface Transaction {
  readonly key: string
  readonly question: StunQuestion
  readonly request: Uint8Array
  readonly timing: StunTiming
  readonly anySource: boolean
  readonly since: number
  sent: number
  stopTimer: Cancel
  readonly done: (outcome: StunOutcome) => void
}

/** RFC 8489 §6.3.3, §6.3.4. */
const outcomeOf = (answer: StunMessage, server: SocketAddress, roundTrip: number): StunOutcome => {
  if (answer.class === "error") {
    const error = readErrorCode(answer)
    const alternateServer = readAlternateServer(answer)
    return { ok: false, problem: "error-response", ...error, ...(alternateServer && { alternateServer }) }
  }
  const mapped = readMapped(answer)
  if (
    mapped === undefined ||
    answer.attributes.some(({ type }) => comprehensionRequired(type) && !UNDERSTOOD.has(type))
  )
    return { ok: false, problem: "not-understood" }
  return {
    ok: true,
    mapped,
    roundTrip,
    server,
    otherAddress: readOtherAddress(answer),
    software: readSoftware(answer),
  }
}

/**
 * What a success response may hold below 0x8000: our own, and what servers of RFC 3489 add although we asked by RFC 8489
 * (SOURCE-ADDRESS, CHANGED-ADDRESS, REFLECTED-FROM; §11.2 of the former).
 */
const UNDERSTOOD: ReadonlySet<number> = new Set([0x0001, 0x0004, 0x0005, 0x0008, 0x000b, 0x001c, 0x0020])

const keyOf = (id: Uint8Array): string => Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString("latin1")
