import { expect, test } from "vitest"
import { after, before, isDone, mostStations, pathOf, placeIn, steps } from "./way.ts"

const placeAt = (search: string) => placeIn(new URLSearchParams(search))

test("the address holds the step and the stations", () => {
  const place = { step: "handOut", stations: [3, 1] } as const
  expect(pathOf(place)).toBe("/setup/sip-home?step=handOut&stations=3%2C1")
  expect(placeIn(new URL(pathOf(place), "http://console").searchParams)).toEqual(place)
})

test("without stations every step is the choice of stations", () => {
  expect(placeAt("step=devices")).toEqual({ step: "stations", stations: [] })
  expect(placeAt("step=devices&stations=x,-1,0,1e3")).toEqual({ step: "stations", stations: [] })
  expect(pathOf({ step: "stations", stations: [] })).toBe("/setup/sip-home")
})

test("a station counts once, and no more than can be looked after", () => {
  expect(placeAt("step=nowhere&stations=2,2,4")).toEqual({ step: "stations", stations: [2, 4] })
  const many = Array.from({ length: mostStations + 5 }, (_, at) => at + 1)
  expect(placeAt(`stations=${many}`).stations).toHaveLength(mostStations)
})

test("back and on keep the stations", () => {
  expect(before(placeAt("step=devices&stations=2"))).toBe("/setup/sip-home?step=system&stations=2")
  expect(after(placeAt("step=devices&stations=2"))).toBe("/setup/sip-home?step=handOut&stations=2")
})

test("a step that was passed by is done only when nothing is missing there", () => {
  const all = { allowed: true, systemComplete: true, equipped: true }
  const doneAt = (at: (typeof steps)[number], known: object) =>
    steps.filter((step) => isDone(step, at, { ...all, ...known }))
  expect(doneAt("registration", {})).toEqual(["stations", "system", "devices", "handOut"])
  expect(doneAt("devices", {})).toEqual(["stations", "system"])
  expect(doneAt("registration", { systemComplete: false })).toEqual(["stations", "devices", "handOut"])
  expect(doneAt("registration", { equipped: false })).toEqual(["stations", "system"])
  expect(doneAt("registration", { allowed: false })).toEqual(["system", "devices", "handOut"])
})
