import type { RegistrationTrial } from "@homeport/contract"
import { expect, test } from "vitest"
import { deciderOf, isWholeAttempt, trialProblems, trialQueryOf, trialSearch, trialValues } from "./trial-values.ts"

const values = (address: string) => trialValues(new URLSearchParams(address))

test("an address names an attempt, and is made of it again", () => {
  const attempt = values("user=168&address=203.0.113.7&contact=192.168.178.20")
  expect(trialQueryOf(attempt)).toEqual({
    user: "168",
    address: "203.0.113.7",
    sourcePort: 5060,
    transport: "UDP",
    port: 5070,
    contact: "192.168.178.20",
  })
  expect(trialValues(trialSearch(attempt))).toEqual(attempt)
})

test("only a whole attempt is asked", () => {
  expect(isWholeAttempt(new URLSearchParams("user=168"))).toBe(false)
  expect(isWholeAttempt(new URLSearchParams("user=168&address=203.0.113.7"))).toBe(true)
  expect(isWholeAttempt(new URLSearchParams("user=168&address=203.0.113.7&transport=SCTP"))).toBe(false)
})

test("what is wrong is said at its field", () => {
  const wrong = { ...values("address=phone"), port: "x", sourcePort: "70000" }
  expect(Object.fromEntries(Object.entries(trialProblems(wrong)).map(([name, { code }]) => [name, code]))).toEqual({
    user: "Required",
    address: "NotAnAddress",
    port: "NotANumber",
    sourcePort: "TooLarge",
  })
})

const trial: RegistrationTrial = {
  outcome: "refused",
  network: "outer",
  cause: "no-stun",
  status: 403,
  challenged: null,
  replaced: 0,
  station: { index: 7, callNumber: "168", name: "Home" },
}

test("the rule that refuses leads to its field", () => {
  expect(deciderOf(trial, "UDP")?.path).toMatch(/\/sip-clients\/7#natTraversal$/)
  expect(deciderOf({ ...trial, cause: "internet-registration-over" }, "UDP")?.path).toMatch(
    /\/7#internetRegistrationUntil$/,
  )
  expect(deciderOf({ ...trial, cause: "unknown-user", station: null }, "UDP")?.path).toMatch(/\/sip-clients$/)
  expect(deciderOf({ ...trial, cause: "router-rewrites-source" }, "UDP")?.page).toBe("officeRouter")
  const closed = { ...trial, outcome: "not-open", cause: null, network: null } as const
  expect(deciderOf(closed, "TCP")?.page).toBe("portManagement")
  expect(deciderOf(closed, "TLS")?.page).toBe("speCertificate")
})
