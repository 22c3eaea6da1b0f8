import { expect, test } from "vitest"
import { IterationBudget } from "../limits.ts"
import { bmpPassPhrase } from "../pass-phrase.ts"
import { codeOf } from "../testdata.fixture.ts"
import { derive } from "./key-derivation.ts"

const budget = new IterationBudget()

/** The vectors that OpenSSL, Bouncy Castle and others share. */
test.each([
  ["smeg", "0a58cf64530d823f", 1, "key", 24, "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3"],
  ["smeg", "0a58cf64530d823f", 1, "iv", 8, "79993dfe048d3b76"],
  ["smeg", "642b99ab44fb4b1f", 1, "key", 24, "f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966"],
  ["smeg", "642b99ab44fb4b1f", 1, "iv", 8, "c0a38d64a79bea1d"],
  ["smeg", "3d83c0e4546ac140", 1, "mac", 20, "8d967d88f6caa9d714800ab3d48051d63f73a312"],
  ["queeg", "05dec959acff72f7", 1000, "key", 24, "ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4"],
  ["queeg", "05dec959acff72f7", 1000, "iv", 8, "11dedad7758d4860"],
  ["queeg", "263216fcc2fab31c", 1000, "mac", 20, "5ec4c7a80df652294c3925b6489a7ab857c83476"],
] as const)("%s, salt %s, %d iterations: the %s", (passPhrase, salt, iterations, purpose, length, expected) => {
  const derivation = {
    digest: "sha1",
    passPhrase: bmpPassPhrase(passPhrase),
    salt: Buffer.from(salt, "hex"),
    iterations,
  }
  expect(Buffer.from(derive(derivation, purpose, length, budget)).toString("hex")).toBe(expected)
})

test("a digest that it is not defined for", () => {
  const derivation = { digest: "sha3-256", passPhrase: Buffer.of(), salt: Buffer.of(), iterations: 1 }
  expect(codeOf(() => derive(derivation, "key", 24, budget))).toBe("unsupported-encryption")
})
