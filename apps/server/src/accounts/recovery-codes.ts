/** Recovery codes: each signs in once in the place of an authenticator app's code. Kept as SHA-256, which 80 random bits can bear. */
import { createHash, randomInt } from "node:crypto"

/** Ten, as `ABCD-EFGH-JKLM-NPQR`: written down and typed by hand, so without characters that look alike. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, () => Array.from({ length: 4 }, fourCharacters).join("-"))

/** However it is typed: in small letters, with spaces, without hyphens. */
export const recoveryCodeHash = (typed: string): Buffer => createHash("sha256").update(bareCode(typed)).digest()

/** A typed code without what people put between its characters. */
export const bareCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, "")

const fourCharacters = (): string =>
  Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join("")

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
