/**
 * Lines of the log on their way to one mailbox or webhook. They wait here while one message is on its way or has just left: at most
 * one a minute goes, with everything that came meanwhile, and a line that counts on is still one line. What fails is tried again,
 * later each time; what cannot be delivered for a day is given up, and so is what no message has room for.
 *
 *                 ┌──────── at most one a minute ────────┐
 *   add ─▶ waiting ─▶ 2 s for its like ─▶ one attempt ─▶ taken: gone
 *             ▲                              │
 *             └── 1, 2, 4 … 60 minutes later ┘ failed
 */
import type { DeliveryStatus } from "@homeport/contract"
import type { Clock } from "../core/clock.ts"
import type { RecordedEvent } from "../core/event-recorder.ts"
import { type Delivered, maySoonPass } from "./delivery.ts"

export interface DeliveryQueue {
  add(line: RecordedEvent): void
  status(): QueueStatus
  /** Somebody has changed where it goes: what waits is tried as soon as another message may leave. */
  retry(): void
  /** Forgets what waits. */
  clear(): void
  /** What is on its way is given up. */
  stop(): void
}

export interface QueueStatus extends Pick<DeliveryStatus, "waiting" | "givenUp"> {
  readonly failing: boolean
  readonly nextAt: number | undefined
}

export interface DeliveryQueueOptions {
  readonly clock: Clock
  /** Hands on what is given, oldest first; never rejects. `more`: how many found no room. */
  readonly send: (lines: readonly RecordedEvent[], more: number, signal: AbortSignal) => Promise<Delivered>
  /** `failures`: how many in a row there had been before. */
  readonly onAttempt: (outcome: Delivered, before: { readonly failures: number; readonly lastId: number }) => void
}

export function createDeliveryQueue({ clock, send, onAttempt }: DeliveryQueueOptions): DeliveryQueue {
  const waiting = new Map<number, RecordedEvent>()
  const ended = new AbortController()
  let more = 0
  let givenUp = 0
  let failures = 0
  let nextMessageAt = 0
  let notBefore = 0
  let onItsWay = false
  let timer: { readonly at: number; cancel(): void } | undefined

  function schedule(): void {
    if (onItsWay || timer || waiting.size === 0 || ended.signal.aborted) return
    const at = Math.max(clock.now() + gatheredFor, notBefore)
    const cancel = clock.after(at - clock.now(), () => {
      timer = undefined
      void attempt()
    })
    timer = { at, cancel }
  }

  async function attempt(): Promise<void> {
    giveUpOld()
    const lines = [...waiting.values()]
    const last = lines.at(-1)
    if (!last) return
    onItsWay = true
    const [sentMore, failuresBefore] = [more, failures]
    const outcome = await send(lines, sentMore, ended.signal)
    onItsWay = false
    if (ended.signal.aborted) return
    if (outcome.taken) {
      for (const { id } of lines) waiting.delete(id)
      more -= sentMore
      failures = 0
      nextMessageAt = clock.now() + betweenMessages
      notBefore = nextMessageAt
    } else {
      const soon = outcome.problem !== undefined && maySoonPass(outcome.problem)
      notBefore = clock.now() + (soon ? pauseAfter(failures) : longestPause)
      failures++
    }
    onAttempt(outcome, { failures: failuresBefore, lastId: last.id })
    schedule()
  }

  function giveUpOld(): void {
    for (const [id, { at }] of waiting) {
      if (at > clock.now() - longestWait) continue
      waiting.delete(id)
      givenUp++
    }
  }

  function cancelTimer(): void {
    timer?.cancel()
    timer = undefined
  }

  return {
    add(line) {
      if (ended.signal.aborted) return
      if (waiting.has(line.id) || waiting.size < mostWaiting) waiting.set(line.id, line)
      else {
        more++
        givenUp++
      }
      schedule()
    },
    status: () => ({
      waiting: waiting.size,
      givenUp,
      failing: failures > 0,
      nextAt: timer?.at,
    }),
    retry() {
      failures = 0
      notBefore = nextMessageAt
      cancelTimer()
      schedule()
    },
    clear() {
      waiting.clear()
      more = 0
      failures = 0
      notBefore = nextMessageAt
      cancelTimer()
    },
    stop() {
      ended.abort()
      cancelTimer()
    },
  }
}

const pauseAfter = (failures: number): number => Math.min(betweenMessages * 2 ** failures, longestPause)

/** What belongs together comes within moments: a router that restarts ends many registrations at once. */
const gatheredFor = 2_000
const betweenMessages = 60_000
const longestPause = 3_600_000
const longestWait = 86_400_000
const mostWaiting = 200
