import { expect, test } from "vitest"
import { chainOf, isIssuedBy } from "./chain.ts"
import { keyMatches } from "./key.ts"
import { renew } from "./renew.ts"
import { codeOf, day, keyed, text, today } from "./testdata.fixture.ts"

const [root, sub, leaf, other] = [text("root.pem"), text("sub.pem"), text("leaf.pem"), text("ec-root.pem")]

test("issued by: the names match and the signature is right", () => {
  expect(isIssuedBy(leaf, sub)).toBe(true)
  expect(isIssuedBy(root, root)).toBe(true)
  expect(isIssuedBy(text("ec-leaf.pem"), other)).toBe(true)
  expect(isIssuedBy(text("pss-signed.pem"), sub)).toBe(true)
  expect(isIssuedBy(leaf, root)).toBe(false)
  expect(isIssuedBy(sub, leaf)).toBe(false)
  expect(isIssuedBy(leaf, "nothing")).toBe(false)
})

test("an authority of the same name with another key issued nothing", async () => {
  const impostor = await renew({ certificate: root }, { key: "new", notBefore: today, notAfter: today + day })
  expect(isIssuedBy(sub, impostor.certificate)).toBe(false)
  expect(chainOf(leaf, [impostor.certificate, sub])).toEqual([leaf, sub])
  expect(chainOf(leaf, [impostor.certificate, sub, root])).toEqual([leaf, sub, root])
})

test("a chain goes to the root if it is there, whatever else is", () => {
  expect(chainOf(leaf, [other, root, "nothing", text("expired.pem"), sub])).toEqual([leaf, sub, root])
  expect(chainOf(leaf, [sub])).toEqual([leaf, sub])
  expect(chainOf(leaf, [root])).toEqual([leaf])
  expect(chainOf(root, [root, sub])).toEqual([root])
  expect(codeOf(() => chainOf("nothing", [root]))).toBe("no-certificate")
})

test("of two editions of an authority with one key the one that lasts longer", async () => {
  const short = await renew(keyed("root"), { key: "same", notBefore: today, notAfter: today + day })
  expect(chainOf(sub, [short.certificate, root])).toEqual([sub, root])
  expect(chainOf(sub, [short.certificate])).toEqual([sub, short.certificate])
})

test("a key matches its certificate, and no other", () => {
  expect(keyMatches(leaf, text("leaf.key"))).toBe(true)
  expect(keyMatches(text("ec-leaf.pem"), text("ec-leaf.key"))).toBe(true)
  expect(keyMatches(text("rsa512.pem"), text("rsa512.key"))).toBe(true)
  expect(keyMatches(text("ed25519.pem"), text("ed25519.key"))).toBe(true)
  expect(keyMatches(leaf, text("root.key"))).toBe(false)
  expect(keyMatches(leaf, text("ec-leaf.key"))).toBe(false)
  expect(keyMatches(leaf, "nothing")).toBe(false)
  expect(keyMatches("nothing", text("leaf.key"))).toBe(false)
})
