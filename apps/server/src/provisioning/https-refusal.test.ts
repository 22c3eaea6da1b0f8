import { deviceById } from "@homeport/provisioning"
import { expect, test } from "vitest"
import { makeConsoleCertificate } from "../http/console-certificate.ts"
import { httpsRefusal, isPubliclyTrusted } from "./https-refusal.ts"

const refusal = (id: string, generation: string | null, trusted = false) => {
  const model = deviceById(id)
  if (!model) throw new Error(id)
  return httpsRefusal(model, generation, trusted)
}

test("phones without TLS 1.2 never fetch over HTTPS; strict ones not from an authority that they do not know", () => {
  expect(refusal("yealink-sip-t19p", null, true)).toBe("no-tls12")
  expect(refusal("yealink-sip-t41p", "v72", true)).toBe("no-tls12")
  expect(refusal("yealink-sip-t41p", "v81")).toBe("unknown-authority")
  expect(refusal("yealink-sip-t41p", null, true)).toBeUndefined()
  expect(refusal("snom-d8xx", null)).toBe("unknown-authority")
  expect(refusal("grandstream-gxp", null)).toBeUndefined()
})

test("a chain is trusted in public when its last certificate is a public root or signed by one", () => {
  const [root, other] = ["a", "b"].map((name) => makeConsoleCertificate([name], new Date()).certificate)
  expect(isPubliclyTrusted([root ?? ""], [other ?? "", root ?? ""])).toBe(true)
  expect(isPubliclyTrusted([root ?? ""], [other ?? ""])).toBe(false)
  expect(isPubliclyTrusted([], [root ?? ""])).toBe(false)
})
