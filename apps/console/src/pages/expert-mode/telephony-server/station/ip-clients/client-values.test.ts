import type { SipClient } from "@homeport/contract"
import { expect, test } from "vitest"
import { clientChange, clientProblems, clientValues } from "./client-values.ts"

const stored: SipClient = {
  index: 68,
  callNumber: "168",
  name: "SIP-168",
  authenticationActive: true,
  passwordSet: true,
  sipUserId: "SIP-168",
  realm: "SMO-SIP",
  digestAlgorithms: "md5",
  fixedIpAddress: null,
  secondarySystemId: "",
  internetRegistration: false,
  internetRegistrationUntil: null,
  userAgentPrefix: "",
  natTraversal: "endpoint",
}
const values = (changed: Partial<ReturnType<typeof clientValues>> = {}) => ({ ...clientValues(stored), ...changed })

test("what is stored has nothing wrong with it", () => {
  expect(clientProblems(values(), true)).toEqual({})
})

test("only what was changed is sent, so that nobody else's change is undone", () => {
  expect(clientChange(values({ name: "Anna" }), ["name"])).toEqual({ name: "Anna" })
})

test("ticking or unticking the box sends the address", () => {
  expect(clientChange(values({ fixed: true, fixedIpAddress: "203.0.113.9" }), ["fixed"])).toEqual({
    fixedIpAddress: "203.0.113.9",
  })
  expect(clientChange(values({ fixed: false }), ["fixed"])).toEqual({ fixedIpAddress: null })
})

test("an empty password is not sent: the stored one stays", () => {
  expect(clientChange(values(), ["password"])).toEqual({})
})

test("a weak password, a password repeated wrongly, and none at all", () => {
  expect(clientProblems(values({ password: "abc", confirmPassword: "abc" }), true).password?.code).toBe(
    "PasswordTooShort",
  )
  const mistyped = values({ password: "Harbour-7-Light", confirmPassword: "Harbour-7-Lihgt" })
  expect(clientProblems(mistyped, true).confirmPassword?.code).toBe("Mismatch")
  expect(clientProblems(values(), false).password?.code).toBe("PasswordRequired")
})

test("internet registration needs authentication, and a public fixed address", () => {
  expect(clientProblems(values({ internetRegistration: true, authenticationActive: false }), true)).toHaveProperty(
    "internetRegistration.code",
    "NeedsAuthentication",
  )
  const atHome = values({ internetRegistration: true, fixed: true, fixedIpAddress: "192.168.178.20" })
  expect(clientProblems(atHome, true)).toHaveProperty("fixedIpAddress.code", "AddressNotPublic")
  expect(clientProblems({ ...atHome, fixedIpAddress: "0.0.0.0" }, true)).toHaveProperty("fixedIpAddress.code")
})

test("the last day goes to the server as the end of it, in the browser's time zone; an empty one as none", () => {
  const day = "2027-05-04"
  const until = new Date(2027, 4, 4, 23, 59, 59, 999).toISOString()
  expect(clientChange(values({ internetRegistrationUntil: day }), ["internetRegistrationUntil"])).toEqual({
    internetRegistrationUntil: until,
  })
  expect(clientValues({ ...stored, internetRegistrationUntil: until }).internetRegistrationUntil).toBe(day)
  expect(clientChange(values(), ["internetRegistrationUntil"])).toEqual({ internetRegistrationUntil: null })
})

test("the kind of phone loses the spaces around it, and must be in ASCII", () => {
  expect(clientChange(values({ userAgentPrefix: " Yealink " }), ["userAgentPrefix"])).toEqual({
    userAgentPrefix: "Yealink",
  })
  expect(clientProblems(values({ userAgentPrefix: "Yealänk" }), true)).toHaveProperty(
    "userAgentPrefix.code",
    "NotAscii",
  )
})
