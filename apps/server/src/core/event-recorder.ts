/**
 * Writes the event log. What happens again and again is one line that counts: alike events within five minutes are folded. Of one
 * code only so many such lines are begun a minute, whatever the internet sends; what comes beyond them is one line that counts.
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
  /** Events of one code with the same key are alike; absent: every one is a line, for what only an administrator or we can cause. */
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
    record({ code, severity, params = {}, alike }) {
      const at = now()
      journal.event({ ...lineOf(code, alike, at), at, severity, code, params: JSON.stringify(params, shortened) })
      stream.publish("events")
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
function shortened(_: string, value: unknown): unknown {
  return typeof value === "string" && value.length > longestParam ? `${value.slice(0, longestParam)}…` : value
}

const foldedWithin = 5 * 60_000
const mostLinesAMinute = 60
const remembered = 1000
const longestParam = 200
