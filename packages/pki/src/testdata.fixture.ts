/** The files of testdata/, whose README says what made them. */
import { readFileSync } from "node:fs"
import { PkiError } from "./pki-error.ts"
import type { KeyedCertificate } from "./tbs.ts"

export const passPhrase = "geheim"
export const umlautPassPhrase = "Größe ß"

export const file = (name: string): Uint8Array => readFileSync(new URL(`../testdata/${name}`, import.meta.url))
export const text = (name: string): string => Buffer.from(file(name)).toString("latin1")
export const keyed = (name: string): KeyedCertificate => ({
  certificate: text(`${name}.pem`),
  privateKey: text(`${name}.key`),
})

/** The code of the PkiError that this throws; any other error is thrown on. */
export function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof PkiError) return error.code
    throw error
  }
  return "nothing thrown"
}

export async function laterCodeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof PkiError) return error.code
    throw error
  }
  return "nothing thrown"
}

export const day = 86_400_000
/** While all certificates of testdata/ that are meant to be valid are. */
export const today = Date.UTC(2027, 0, 15, 12)
