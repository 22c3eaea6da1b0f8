import { expect, test } from "vitest"
import { en } from "./catalogue/en.ts"
import { eventCodesSaying, translateEvent } from "./catalogue/sentences.ts"
import { eventAreas } from "./event-areas.ts"
import { codesOfAreas, eventKindOf, eventKinds, eventPlaces } from "./event-kinds.ts"

test("each code of the log has its kind, and whatever is more than information says what to do", () => {
  expect(Object.keys(eventKinds).toSorted()).toEqual(Object.keys(en.event).toSorted())
  const silent = Object.entries(eventKinds)
    .filter(([code, { severity }]) => severity !== "info" && !(code in en.advice))
    .map(([code]) => code)
  // Nothing is left to do: the first call goes on, the link still holds, somebody meant to do it.
  expect(silent.toSorted()).toEqual(nothingToDo)
})

const nothingToDo = [
  "backup.restored",
  "backup.taken",
  "console.certificate-changed",
  "device.refused.not-the-device",
  "spe.certificate-removed",
]

test("a page to open goes with something to do there, and every page is used", () => {
  const places = Object.entries(eventKinds).flatMap(([code, kind]) =>
    "place" in kind ? [[code, kind.place] as const] : [],
  )
  for (const [code] of places) expect([code, code in en.advice]).toEqual([code, true])
  expect([...new Set(places.map(([, place]) => place))].toSorted()).toEqual([...eventPlaces])
})

test("the areas are all codes, each once", () => {
  expect(eventAreas.flatMap((area) => codesOfAreas([area])).toSorted()).toEqual(Object.keys(eventKinds).toSorted())
})

test("a code of a newer server is something to look at, said as it is", () => {
  expect(eventKindOf("of.tomorrow")).toEqual({ severity: "warning", area: "system" })
  expect(eventKindOf("toString")).toEqual({ severity: "warning", area: "system" })
  expect(translateEvent("de", "of.tomorrow", {})).toEqual({ sentence: "of.tomorrow", advice: undefined })
})

test("pages and reasons within a sentence are called by their names", () => {
  const params = { by: "Ada", section: "port-management" }
  expect(translateEvent("en", "settings.changed", params).sentence).toBe("Ada changed the settings: Port Management.")
  expect(translateEvent("en", "settings.changed", { by: "Ada", section: "moon" }).sentence).toContain("moon")
})

test("codes are found by a word of their sentence in any language, not by the names of its places", () => {
  expect(eventCodesSaying("LISTENER.")).toEqual([])
  expect(eventCodesSaying("aufgelegt")).toContain("call.ended.caller-hung-up")
  expect(eventCodesSaying("callNumber")).toEqual([])
})
