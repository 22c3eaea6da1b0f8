import { Secret } from "@homeport/store"
import { totpCode } from "@homeport/testkit"
import { expect, test } from "vitest"
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-codes.ts"
import { newTotpSecret, timeStepOf, totpUrl } from "./totp.ts"

/** "12345678901234567890" in base 32. */
const rfc6238 = Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("at second %d the code is %s (RFC 6238 appendix B, its last six digits)", (second, code) => {
  expect(timeStepOf(rfc6238, code, second * 1000)).toBe(Math.floor(second / 30))
  expect(totpCode(rfc6238.reveal(), second * 1000)).toBe(code)
})

test("the step before and the one after are accepted as what they are, others not", () => {
  const secret = newTotpSecret()
  const at = 1_800_000_000_000
  const steps = [-60_000, -30_000, 0, 30_000, 60_000].map((away) =>
    timeStepOf(secret, totpCode(secret.reveal(), at + away), at),
  )
  const step = at / 30_000
  expect(steps).toEqual([undefined, step - 1, step, step + 1, undefined])
})

test("an app is told who it is for; the secret has 160 bits and is another each time", () => {
  const secret = newTotpSecret()
  const url = new URL(totpUrl(secret, "Homeport office.example.net", "ada@home"))
  expect(decodeURIComponent(url.pathname)).toContain("Homeport office.example.net:ada@home")
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    issuer: "Homeport office.example.net",
    secret: secret.reveal(),
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  })
  expect(secret.reveal()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret().reveal()).not.toBe(secret.reveal())
})

test("a recovery code is known however it is typed", () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
    expect(recoveryCodeHash(` ${code.toLowerCase().replaceAll("-", " ")}`)).toEqual(recoveryCodeHash(code))
  }
})
