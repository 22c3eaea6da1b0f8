import { PkiError } from "@homeport/pki"
import { expect, onTestFinished, test } from "vitest"
import { createPki } from "./pki.ts"

function thread() {
  const pki = createPki()
  onTestFinished(() => pki.close())
  return pki
}

test("a refusal crosses the thread with its code and params", async () => {
  const refused = await thread()
    .readFile(new TextEncoder().encode("no certificate"))
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(PkiError)
  expect(refused).toMatchObject({ code: "not-recognized" })
})

test("the main thread goes on while a key is made", async () => {
  const pki = thread()
  let turns = 0
  const counting = setInterval(() => turns++, 5)
  await pki.issue({
    profile: "authority",
    subject: { commonName: "CA" },
    subjectAltNames: [],
    signatureAlgorithm: "sha256RSA",
    keyBits: 3072,
    notBefore: 0,
    notAfter: 1_000_000,
    crlDistributionPoints: [],
  })
  clearInterval(counting)
  expect(turns).toBeGreaterThan(5)
})

test("what was asked before it was closed is refused, not forgotten", async () => {
  const pki = createPki()
  const asked = pki.readFile(new Uint8Array(3)).catch((error: unknown) => error)
  await pki.close()
  expect(await asked).toBeInstanceOf(Error)
})
