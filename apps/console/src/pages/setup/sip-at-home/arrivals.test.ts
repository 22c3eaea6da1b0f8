import type { LoggedEvent, Registration } from "@homeport/contract"
import { expect, test } from "vitest"
import { arrivalOf, refusalOf } from "./arrivals.ts"

const station = { callNumber: "168", sipUserId: "SIP-168" }
const at = (minute: number) => `2026-01-01T10:0${minute}:00.000Z`

const refused = (id: number, user: string, minute: number): LoggedEvent => ({
  id,
  at: at(minute),
  since: at(minute),
  times: 1,
  severity: "warning",
  code: "registration.refused.wrong-password",
  params: { user },
})

const registered = (id: string, minute: number): Registration => ({
  id,
  index: 1,
  callNumber: "168",
  name: "Reception",
  contact: "",
  network: "outer",
  hairpin: false,
  transport: "UDP",
  source: { host: "203.0.113.7", port: 5060 },
  userAgent: "",
  registeredAt: at(minute),
  expiresAt: at(9),
  state: "reachable",
})

test("the newest registration is what arrived", () => {
  expect(arrivalOf([])).toBeUndefined()
  expect(arrivalOf([registered("a", 1), registered("b", 3), registered("c", 2)])?.id).toBe("b")
})

test("the last refusal is said, by call number or SIP User ID, and nobody else's", () => {
  const events = [refused(1, "168", 1), refused(2, "SIP-168", 2), refused(3, "169", 3)]
  expect(refusalOf(station, events, [])?.id).toBe(2)
  expect(refusalOf(station, [refused(3, "169", 3)], [])).toBeUndefined()
})

test("a registration that came later has answered it; one that came before has not", () => {
  expect(refusalOf(station, [refused(1, "168", 2)], [registered("a", 3)])).toBeUndefined()
  expect(refusalOf(station, [refused(1, "168", 4)], [registered("a", 3)])?.id).toBe(1)
})
