/**
 * Writes the event log. What happens again and again is one line that counts: alike events within five minutes are folded. Of one
 * code only so many such lines are begun a minute, whatever the internet sends; what comes beyond them is one line that counts.
 */
import { type EventCode, eventKindOf, type Params, type Severity } from "@homeport/contract"
import type { Journal } from "@homeport/store"
import type { TopicStream } from "../http/topic-stream.ts"

export interface EventRecorder {
  record(event: NewEvent): void
}

export interface NewEvent {
  readonly code: EventCode
  /** Absent: as `eventKinds` says of the code. */
  readonly severity?: Severity
  readonly params?: Params
  /** Events of one code with the same key are alike; absent: every one is a line, for what only an administrator or we can cause. */
  readonly alike?: string
}

export interface EventRecorderOptions {
  readonly journal: Pick<Journal, "event">
  readonly stream: Pick<TopicStream, "publish">
  /** Of the newest line that is stored. */
  readonly lastId: number
  readonly now: () => number
  /** Whoever sends events on. A line that counts one more is told again, with the same id. */
  readonly onRecorded?: (line: RecordedEvent) => void
}

/** A line of the log as it was just written. */
export interface RecordedEvent {
  readonly id: number
  readonly at: number
  readonly since: number
  readonly times: number
  readonly severity: Severity
  readonly code: EventCode
  readonly params: Params
}

export function createEventRecorder(options: EventRecorderOptions): EventRecorder {
  const { journal, stream, lastId, now, onRecorded = () => undefined } = options
  const recent = new Map<string, Line>()
  const begun = new Map<EventCode, { minute: number; lines: number }>()
  let id = lastId

  const newLine = (at: number): Line => ({ id: ++id, since: at, times: 1 })

  function lineOf(code: EventCode, alike: string | undefined, at: number): Line {
    if (alike === undefined) return newLine(at)
    const key = `${code} ${alike}`
    const rest = `${code} and others`
    const known = repeated(key, at)
    if (known) return known
    if (mayBegin(code, at)) return remember(recent, key, newLine(at))
    return repeated(rest, at) ?? remember(recent, rest, newLine(at))
  }

  /** The line of its kind, counted once more, unless it is too old. */
  function repeated(key: string, at: number): Line | undefined {
    const known = recent.get(key)
    if (!known || at - known.since >= foldedWithin) return undefined
    known.times++
    return known
  }

  function mayBegin(code: EventCode, at: number): boolean {
    const minute = Math.floor(at / 60_000)
    const known = begun.get(code)
    const lines = known?.minute === minute ? known.lines + 1 : 1
    begun.set(code, { minute, lines })
    return lines <= mostLinesAMinute
  }

  return {
    record({ code, severity = eventKindOf(code).severity, params: given = {}, alike }) {
      const at = now()
      const params = short(given)
      const line = { ...lineOf(code, alike, at), at, severity, code, params }
      journal.event({ ...line, params: JSON.stringify(params) })
      stream.publish("events")
      onRecorded(line)
    },
  }
}

interface Line {
  readonly id: number
  readonly since: number
  times: number
}

function remember(recent: Map<string, Line>, key: string, line: Line): Line {
  recent.delete(key)
  recent.set(key, line)
  if (recent.size > remembered) recent.delete(recent.keys().next().value ?? "")
  return line
}

/** A phone may call itself what fills a datagram. */
function short(params: Params): Params {
  const entries = Object.entries(params).map(([name, value]) => {
    const long = typeof value === "string" && value.length > longestParam
    return [name, long ? `${value.slice(0, longestParam)}…` : value] as const
  })
  return Object.fromEntries(entries)
}

const foldedWithin = 5 * 60_000
const mostLinesAMinute = 60
const remembered = 1000
const longestParam = 200
