import { expect, test } from "vitest"
import { describe } from "./describe.ts"
import { authorityProblems, tlsServerProblems } from "./problems.ts"
import { text, today } from "./testdata.fixture.ts"

test.each([
  ["leaf", []],
  ["ec-leaf", []],
  ["pss-signed", []],
  ["version1", []],
  ["expired", ["expired"]],
  ["not-yet-valid", ["not-yet-valid"]],
  ["rsa512", ["weak-key"]],
  ["rsa1024", ["weak-key"]],
  ["p521", ["weak-key"]],
  ["secp256k1", ["weak-key"]],
  ["ed25519", ["weak-key"]],
  ["sha1", ["weak-signature"]],
  ["md5", ["weak-signature"]],
  ["root", ["is-authority", "no-server-auth"]],
  ["client", ["no-server-auth"]],
  ["no-signing", ["no-server-auth"]],
])("%s as the certificate of a TLS server: %j", (name, problems) => {
  expect(tlsServerProblems(text(`${name}.pem`), today)).toEqual(problems)
})

test.each([
  ["root", []],
  ["sub", []],
  ["ec-root", []],
  ["not-signing-ca", ["may-not-sign"]],
  ["leaf", ["not-an-authority", "may-not-sign"]],
  ["rsa1024", ["weak-key", "not-an-authority", "may-not-sign"]],
  ["version1", ["not-an-authority"]],
])("%s as an authority: %j", (name, problems) => {
  expect(authorityProblems(text(`${name}.pem`), today)).toEqual(problems)
})

test("valid from its first second to its last", () => {
  const { notBefore, notAfter } = describe(text("leaf.pem"))
  const at = (moment: number) => tlsServerProblems(text("leaf.pem"), moment)
  expect([at(notBefore), at(notAfter)]).toEqual([[], []])
  expect([at(notBefore - 1), at(notAfter + 1)]).toEqual([["not-yet-valid"], ["expired"]])
})
