import { expect, test } from "vitest"
import { opened, turnedBack } from "./offer-answer.ts"
import type { Direction } from "./session-description.ts"

test("a hold is hidden from an outer phone; one that only listens still does", () => {
  expect(opened("sendonly")).toBe("sendrecv")
  expect(opened("inactive")).toBe("sendrecv")
  expect(opened("sendrecv")).toBe("sendrecv")
  expect(opened("recvonly")).toBe("recvonly")
})

/** Rows: what was offered. Columns: what the other phone answered. RFC 3264 §6.1. */
test.each<[Direction, Record<Direction, Direction>]>([
  ["sendrecv", { sendrecv: "sendrecv", sendonly: "sendonly", recvonly: "recvonly", inactive: "inactive" }],
  ["sendonly", { sendrecv: "recvonly", sendonly: "inactive", recvonly: "recvonly", inactive: "inactive" }],
  ["recvonly", { sendrecv: "sendonly", sendonly: "sendonly", recvonly: "inactive", inactive: "inactive" }],
  ["inactive", { sendrecv: "inactive", sendonly: "inactive", recvonly: "inactive", inactive: "inactive" }],
])("offered %s", (offered, answers) => {
  for (const [answered, turned] of Object.entries(answers)) {
    // The keys of a Record<Direction, …> are directions.
    expect(turnedBack(answered as Direction, offered)).toBe(turned)
  }
})
