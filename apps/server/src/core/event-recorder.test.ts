import { expect, test } from "vitest"
import { createEventRecorder, type NewEvent } from "./event-recorder.ts"

function recorder() {
  let time = 0
  const lines = new Map<number, { times: number; since: number; at: number }>()
  const { record } = createEventRecorder({
    journal: { event: (line) => lines.set(line.id, line) },
    stream: { publish: () => {} },
    lastId: 41,
    now: () => time,
  })
  const refused = (alike: string): NewEvent => ({ code: "call.refused.loop", alike })
  return { record, lines, refused, turn: (milliseconds: number) => (time += milliseconds) }
}

test("alike events within five minutes are one line that counts; later ones begin another", () => {
  const { record, lines, refused, turn } = recorder()
  for (let count = 0; count < 5; count++) {
    record(refused("a"))
    turn(1_000)
  }
  record(refused("b"))
  expect([...lines]).toMatchObject([
    [42, { times: 5, since: 0, at: 4_000 }],
    [43, { times: 1 }],
  ])
  turn(5 * 60_000)
  record(refused("a"))
  expect(lines.get(44)).toMatchObject({ times: 1 })
})

test("a flood of one code begins only so many lines a minute; the rest is one line that counts, and others have room", () => {
  const { record, lines, refused, turn } = recorder()
  for (let count = 0; count < 10_000; count++) record(refused(String(count)))
  expect(lines.size).toBe(61)
  expect([...lines.values()].reduce((sum, { times }) => sum + times, 0)).toBe(10_000)
  record({ code: "system.started" })
  expect(lines.size).toBe(62)
  turn(60_000)
  record(refused("later"))
  expect(lines.size).toBe(63)
})

test("what an administrator does is never left out", () => {
  const { record, lines } = recorder()
  for (let index = 0; index < 1_000; index++) record({ code: "station.removed", params: { by: "Ada", index } })
  expect(lines.size).toBe(1_000)
})

test("a param as long as a datagram is cut", () => {
  const { record, lines } = recorder()
  record({ code: "message.malformed", params: { excerpt: "x".repeat(60_000) } })
  expect(JSON.stringify([...lines.values()]).length).toBeLessThan(400)
})
