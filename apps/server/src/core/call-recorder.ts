/**
 * Keeps what comes of calls: a row when one ends, and its last figures in the same row as soon as the core knows them. Nothing waits
 * for the disk: the journal writes.
 *
 *   call.ended ──▶ row ──▶ journal
 *   call.measured ──▶ the same row, with the figures of its media ──▶ journal
 */
import { lossOf, type MeasuredMedia, outcomeOfEnd } from "@homeport/contract"
import type { CallEnd, CallRefusal, LegView, MediaView, SbcEvent } from "@homeport/sbc"
import type { EndedCallRow, Journal } from "@homeport/store"
import type { TopicStream } from "../http/topic-stream.ts"

export interface CallRecorder {
  ended(event: Extract<SbcEvent, { type: "call.ended" }>): void
  measured(event: Extract<SbcEvent, { type: "call.measured" }>): void
}

/** What is stored of a call, as JSON. Times are milliseconds since 1970. */
export interface EndedCallRecord {
  readonly startedAt: number
  readonly answeredAt: number | undefined
  readonly endedAt: number
  readonly reason: CallEnd
  readonly status: number | undefined
  readonly why: CallRefusal | undefined
  readonly caller: EndedLegRecord
  readonly callee: EndedLegRecord
}

type Who = Pick<LegView, "callNumber" | "name" | "network" | "transport" | "address">

export interface EndedLegRecord extends Who {
  readonly media: MeasuredMedia | undefined
}

export interface CallRecorderOptions {
  readonly journal: Pick<Journal, "endedCall">
  readonly stream: Pick<TopicStream, "publish">
  /** Of the newest call that is stored. */
  readonly lastId: number
}

export function createCallRecorder({ journal, stream, lastId }: CallRecorderOptions): CallRecorder {
  /** Those whose last figures are still to come, the oldest first. */
  const unmeasured = new Map<string, { readonly id: number; readonly record: EndedCallRecord }>()
  let id = lastId

  const keep = (rowId: number, record: EndedCallRecord) => {
    journal.endedCall(rowOf(rowId, record))
    stream.publish("ended-calls")
  }

  return {
    ended({ call, at, reason, status, why }) {
      id += 1
      const { startedAt, answeredAt, caller, callee } = call
      const legs = { caller: legOf(caller, caller.media), callee: legOf(callee, callee.media) }
      const record = { startedAt, answeredAt, endedAt: at, reason, status, why, ...legs }
      unmeasured.set(call.id, { id, record })
      const [oldest] = unmeasured.keys()
      if (unmeasured.size > mostUnmeasured && oldest !== undefined) unmeasured.delete(oldest)
      keep(id, record)
    },
    measured({ callId, caller, callee }) {
      const known = unmeasured.get(callId)
      if (known === undefined) return
      unmeasured.delete(callId)
      const { record } = known
      const legs = {
        caller: caller ? legOf(record.caller, caller) : record.caller,
        callee: callee ? legOf(record.callee, callee) : record.callee,
      }
      keep(known.id, { ...record, ...legs })
    },
  }
}

function legOf({ callNumber, name, network, transport, address }: Who, media: MediaView | undefined): EndedLegRecord {
  const measured = media && {
    packets: media.received.packets,
    lost: media.received.lost,
    jitter: Math.round(media.received.jitter * 10) / 10,
  }
  return { callNumber, name, network, transport, address, media: measured }
}

function rowOf(id: number, record: EndedCallRecord): EndedCallRow {
  const { endedAt, answeredAt, caller, callee, reason } = record
  const legs = [caller, callee]
  const measured = legs.flatMap(({ media }) => (media && media.packets > 0 ? [media] : []))
  return {
    id,
    endedAt,
    caller: caller.callNumber,
    callee: callee.callNumber,
    outcome: outcomeOfEnd[reason],
    duration: answeredAt === undefined ? 0 : endedAt - answeredAt,
    loss: Math.max(notMeasured, ...legs.flatMap(({ media }) => (media && lossOf(media)) ?? [])),
    jitter: Math.max(notMeasured, ...measured.map(({ jitter }) => jitter)),
    words: legs
      .map(({ callNumber, name, address }) => `${callNumber} ${name} ${address}`)
      .join(" ")
      .toLowerCase(),
    data: JSON.stringify(record),
  }
}

/** Below every figure. */
const notMeasured = -1
/** A worker that has died never tells. */
const mostUnmeasured = 1000
