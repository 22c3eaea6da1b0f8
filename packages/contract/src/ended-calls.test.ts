import { describe, expect, test } from "vitest"
import { endInWords } from "./catalogue/call-end.ts"
import { calls as callsDe } from "./catalogue/console/de/calls.ts"
import { calls as callsEn } from "./catalogue/console/en/calls.ts"
import { callOutcomes, lossOf, outcomeOfEnd } from "./ended-calls.ts"

test.each([
  [100, 0, 0],
  [99, 1, 1],
  [0, 5, 100],
  // More duplicates than losses.
  [100, -3, 0],
  [0, 0, undefined],
])("of %i packets that came and %i that did not, the loss is %s per cent", (packets, lost, expected) => {
  expect(lossOf({ packets, lost })).toBe(expected)
})

describe("why a call ended, in words", () => {
  const said = (end: Partial<Parameters<typeof endInWords>[1]>) =>
    endInWords(callsEn.ends, { reason: "refused", status: null, why: null, ...end })

  test.each([
    [{ reason: "no-answer", status: 408 }, "Nobody answered"],
    [{ status: 486 }, "The called phone was busy"],
    [{ status: 600 }, "The called phone was busy"],
    [{ status: 603 }, "The called side declined"],
    [{ status: 480 }, "No phone could be reached"],
    [{ status: 415 }, "The called phone refused"],
    [{ reason: "failed", status: 503, why: "no-channel" }, "No RTP proxy channel was free"],
    // Of a newer server.
    [{ reason: "failed", status: 503, why: "solar-flare" }, "A phone stopped answering"],
  ] as const)("%j: %s", (end, expected) => expect(said(end)).toBe(expected))

  test("every end has its words in both languages, and every outcome has an end", () => {
    for (const reason of Object.keys(outcomeOfEnd)) {
      expect(callsEn.ends).toHaveProperty(reason)
      expect(callsDe.ends).toHaveProperty(reason)
    }
    expect(new Set(Object.values(outcomeOfEnd))).toEqual(new Set(callOutcomes))
  })
})
