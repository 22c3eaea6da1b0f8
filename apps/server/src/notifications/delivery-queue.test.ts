import { expect, test } from "vitest"
import type { RecordedEvent } from "../core/event-recorder.ts"
import { type Delivered, delivered, undelivered } from "./delivery.ts"
import { createDeliveryQueue } from "./delivery-queue.ts"

const minute = 60_000

/** A queue with a clock that the test turns, and a server that answers what the test says. */
function scene() {
  let time = 1_000_000
  let timers: { at: number; run(): void }[] = []
  let answer: Delivered = delivered("250 OK")
  const sent: { readonly at: number; readonly ids: readonly number[]; readonly more: number }[] = []
  const attempts: string[] = []
  const queue = createDeliveryQueue({
    clock: {
      now: () => time,
      after(milliseconds, run) {
        const timer = { at: time + milliseconds, run }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
    async send(lines, more) {
      sent.push({ at: (time - 1_000_000) / 1000, ids: lines.map(({ id }) => id), more })
      return answer
    },
    onAttempt: ({ problem = "taken" }, { failures }) => attempts.push(`${problem} after ${failures}`),
  })
  return {
    queue,
    sent,
    attempts,
    answers(next: Delivered) {
      answer = next
    },
    add: (id: number, times = 1): void =>
      queue.add({
        id,
        at: time,
        since: time,
        times,
        severity: "error",
        code: "system.stopped",
        params: {},
      } satisfies RecordedEvent),
    async turn(milliseconds: number) {
      const until = time + milliseconds
      for (;;) {
        const next = timers.toSorted((one, other) => one.at - other.at)[0]
        if (!next || next.at > until) break
        timers = timers.filter((timer) => timer !== next)
        time = next.at
        next.run()
        // The attempt's answer, and what follows from it.
        for (let turns = 0; turns < 5; turns++) await Promise.resolve()
      }
      time = until
    },
  }
}

test("the first goes at once, what comes within a minute follows in one message, a line that counts on is one", async () => {
  const { add, turn, sent } = scene()
  add(1)
  await turn(2_000)
  add(2)
  add(3)
  add(2, 40)
  await turn(59_000)
  expect(sent).toEqual([{ at: 2, ids: [1], more: 0 }])
  await turn(2_000)
  expect(sent.slice(1)).toEqual([{ at: 62, ids: [2, 3], more: 0 }])
})

test("a flood is one message with a count, and never more than one a minute", async () => {
  const { add, turn, sent, queue } = scene()
  for (let id = 1; id <= 10_000; id++) add(id)
  expect(queue.status()).toMatchObject({ waiting: 200, givenUp: 9_800 })
  await turn(10 * minute)
  expect(sent.map(({ ids, more }) => [ids.length, more])).toEqual([[200, 9_800]])
})

test("what fails is tried again later each time, and then goes with what came meanwhile", async () => {
  const { add, turn, sent, attempts, answers, queue } = scene()
  answers(undelivered("no-connection"))
  add(1)
  await turn(2_000)
  add(2)
  expect(queue.status()).toMatchObject({ failing: true, waiting: 2 })
  await turn(8 * minute)
  expect(sent.map(({ at }) => at)).toEqual([2, 62, 182, 422])
  answers(delivered("250 OK"))
  await turn(8 * minute)
  expect(sent.at(-1)).toMatchObject({ ids: [1, 2] })
  expect(attempts).toEqual([0, 1, 2, 3].map((count) => `no-connection after ${count}`).concat("taken after 4"))
  expect(queue.status()).toEqual({ failing: false, waiting: 0, givenUp: 0, nextAt: undefined })
})

test("a wrong login is tried once an hour, or when somebody has changed it", async () => {
  const { add, turn, sent, answers, queue } = scene()
  answers(undelivered("login-refused"))
  add(1)
  await turn(59 * minute)
  expect(sent).toHaveLength(1)
  queue.retry()
  await turn(2_000)
  expect(sent).toHaveLength(2)
})

test("what cannot be delivered for a day is given up", async () => {
  const { add, turn, answers, queue, sent } = scene()
  answers(undelivered("no-connection"))
  add(1)
  await turn(26 * 60 * minute)
  expect(queue.status()).toMatchObject({ waiting: 0, givenUp: 1 })
  const before = sent.length
  await turn(5 * 60 * minute)
  expect(sent).toHaveLength(before)
})

test("after the end nothing leaves", async () => {
  const { add, turn, sent, queue } = scene()
  add(1)
  queue.stop()
  add(2)
  await turn(minute)
  expect(sent).toEqual([])
})
