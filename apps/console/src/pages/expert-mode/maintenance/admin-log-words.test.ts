import { dePages } from "@homeport/contract/console/de"
import { enPages } from "@homeport/contract/console/en"
import { expect, test } from "vitest"
import { fieldName, severalOf, titleOf, valueText } from "./admin-log-words.ts"

const english = { ...(await enPages.adminLog()), on: "on", off: "off" }
const german = { ...(await dePages.adminLog()), on: "ein", off: "aus" }

test("fields and values are called what their own page calls them, in both languages", async () => {
  expect(fieldName("stun", "server", english)).toBe("Default STUN server")
  expect(fieldName("stun", "server", german)).toBe((await dePages.stun()).server)
  expect(valueText("static", "stun", "mode", english)).toBe("Use static IP")
  expect(valueText(true, "station", "internetRegistration", german)).toBe("ein")
  expect(valueText(null, "stun", "server", english)).toBe("empty")
  expect(valueText({ items: ["calls", "moon"], count: 5 }, "notifications", "mailAreas", english)).toBe(
    "Calls, moon and 3 more",
  )
})

test("a secret has no text", () => {
  expect(valueText({ secret: true }, "station", "password", english)).toBeUndefined()
})

test("what a newer server says is shown as it is", () => {
  expect(fieldName("stun", "toString", english)).toBe("toString")
  expect(fieldName("moon", "phase", english)).toBe("phase")
  expect(valueText("full", "moon", "phase", english)).toBe("full")
})

test("several that the same happened to are one line", () => {
  const station = (index: number) => ({ kind: "station" as const, index, callNumber: String(index), name: "Ada" })
  expect(titleOf(station(200), english)).toBe("Station 200 Ada")
  const item = { action: "removed" as const, subject: station(1), others: [station(2)], count: 30, changes: [] }
  expect(severalOf(item, english)).toEqual({ title: "30 stations", named: "1 Ada, 2 Ada and 28 more" })
})
