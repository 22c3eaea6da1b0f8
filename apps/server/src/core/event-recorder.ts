/**
 * Writes the event log. What happens again and again is one line that counts: alike events within a minute are folded, and of one
 * code only so many lines are begun a minute, whatever the internet sends.
 */
import type { EventCode, Params, Severity } from "@homeport/contract"
import type { Journal } from "@homeport/store"
import type { TopicStream } from "../http/topic-stream.ts"

export interface EventRecorder {
  record(event: NewEvent): void
}

export interface NewEvent {
  readonly code: EventCode
  readonly severity: Severity
  readonly params?: Params
  /** Events of one code with the same key are alike; absent: never. */
  readonly alike?: string
}

export interface EventRecorderOptions {
  readonly journal: Pick<Journal, "event">
  readonly stream: Pick<TopicStream, "publish">
  /** Of the newest line that is stored. */
  readonly lastId: number
  readonly now: () => number
}

export function createEventRecorder({ journal, stream, lastId, now }: EventRecorderOptions): EventRecorder {
  const recent = new Map<string, Line>()
  const begun = new Map<EventCode, { minute: number; lines: number }>()
  let id = lastId

  function mayBegin(code: EventCode, at: number): boolean {
    const minute = Math.floor(at / foldedWithin)
    const known = begun.get(code)
    if (known?.minute !== minute) {
      begun.set(code, { minute, lines: 1 })
      return true
    }
    known.lines++
    return known.lines <= mostLinesAMinute
  }

  return {
    record({ code, severity, params = {}, alike }) {
      const at = now()
      const key = alike === undefined ? undefined : `${code} ${alike}`
      const known = key === undefined ? undefined : recent.get(key)
      if (known && at - known.since < foldedWithin) known.times++
      else if (!mayBegin(code, at)) return
      const line = known && at - known.since < foldedWithin ? known : { id: ++id, since: at, times: 1 }
      if (key !== undefined) remember(recent, key, line)
      journal.event({ ...line, at, severity, code, params: JSON.stringify(params) })
      stream.publish("events")
    },
  }
}

interface Line {
  readonly id: number
  readonly since: number
  times: number
}

function remember(recent: Map<string, Line>, key: string, line: Line): void {
  recent.delete(key)
  recent.set(key, line)
  if (recent.size > remembered) recent.delete(recent.keys().next().value ?? "")
}

const foldedWithin = 60_000
const mostLinesAMinute = 200
const remembered = 1000
