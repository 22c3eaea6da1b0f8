import { notificationsChange, notificationsDefaults } from "@homeport/contract"
import { expect, test } from "vitest"
import { toBody, toValues, withSecurity } from "./notifications-values.ts"

const stored = { ...notificationsDefaults, mailPasswordSet: true, webhookSecretSet: true }

test("what was stored comes back as it was, and no secret with it", () => {
  const settings = {
    ...stored,
    mailServer: "mail.example.net",
    mailFrom: "pbx@example.net",
    mailTo: ["ada@example.net", "bob@example.net"],
  }
  const { mailPasswordSet: _, webhookSecretSet: _1, ...expected } = settings
  expect(notificationsChange.parse(toBody(toValues(settings)))).toEqual(expected)
})

test("a secret is sent when one was typed, and empty when it shall be forgotten", () => {
  const values = toValues(stored)
  expect(toBody({ ...values, mailPassword: "a", webhookSecret: "b" })).toMatchObject({
    mailPassword: "a",
    webhookSecret: "b",
  })
  expect(toBody({ ...values, webhookSecret: "b", forgetSecret: true })).toMatchObject({ webhookSecret: "" })
})

test("the port follows the security, unless somebody chose one of their own", () => {
  const values = toValues(stored)
  expect(withSecurity(values, "tls")).toEqual({ mailSecurity: "tls", mailPort: "465" })
  expect(withSecurity({ ...values, mailPort: "2525" }, "tls")).toEqual({ mailSecurity: "tls" })
})
