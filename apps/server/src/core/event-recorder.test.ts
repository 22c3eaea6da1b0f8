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
  const refused = (alike: string): NewEvent => ({ code: "call.refused.loop", severity: "warning", alike })
  return { record, lines, refused, turn: (milliseconds: number) => (time += milliseconds) }
}

test("alike events within a minute are one line that counts; later ones begin another", () => {
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
  turn(60_000)
  record(refused("a"))
  expect(lines.get(44)).toMatchObject({ times: 1 })
})

test("a flood of one code begins only so many lines a minute, and leaves room for the others", () => {
  const { record, lines, refused, turn } = recorder()
  for (let count = 0; count < 10_000; count++) record(refused(String(count)))
  expect(lines.size).toBe(200)
  record({ code: "system.started", severity: "info" })
  expect(lines.size).toBe(201)
  turn(60_000)
  record(refused("later"))
  expect(lines.size).toBe(202)
})
