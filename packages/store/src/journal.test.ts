import { expect, onTestFinished, test, vi } from "vitest"
import { createJournal } from "./journal.ts"
import type { Batch } from "./journal-writer.ts"

function journal() {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const written: Batch[] = []
  let problem: string | undefined
  const target = {
    async write(batch: Batch) {
      if (problem === undefined) written.push(batch)
      return problem
    },
    async close() {},
  }
  const breaks = (reason: string | undefined) => {
    problem = reason
  }
  return { journal: createJournal(target), written, breaks }
}

const binding = (contact: string, data: string) => ({ callNumber: "1", contact, data })

test("what comes within 200 ms is one batch", async () => {
  const { journal: kept, written } = journal()
  kept.binding(binding("a", "old"))
  await vi.advanceTimersByTimeAsync(199)
  kept.binding(binding("a", "new"))
  kept.binding(binding("b", "new"))
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toMatchObject([{ bindings: [binding("a", "new"), binding("b", "new")], events: [] }])
})

test("what could not be written is tried again, unless something newer took its place", async () => {
  const { journal: kept, written, breaks } = journal()
  breaks("disk full")
  kept.binding(binding("a", "old"))
  kept.binding(binding("b", "old"))
  await vi.advanceTimersByTimeAsync(200)
  expect(kept.problem()).toBe("disk full")
  breaks(undefined)
  kept.binding(binding("a", "new"))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(kept.problem()).toBeUndefined()
  expect(written).toMatchObject([{ bindings: [binding("a", "new"), binding("b", "old")], events: [] }])
})
