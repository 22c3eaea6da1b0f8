/** How much of anything is read: what comes from outside may cost time and memory only within these. */
import { PkiError } from "./pki-error.ts"

/** Octets of a file. Thirty-two certificates with 4096-bit keys and a key fit twice. */
export const largestFile = 128 * 1024
/** Octets of a revocation list that is read: some 25,000 entries. */
export const largestCrl = 1024 * 1024
export const mostCertificates = 32
export const mostRevoked = 20_000
/** Of one key derivation (RFC 8018 §4.2). Makers use 1 (NSS once), 2,000 to 10,000, and lately 600,000. */
export const mostIterations = 2_000_000

/** Counts the iterations of all derivations of one file: about six seconds at most. */
export class IterationBudget {
  #left = 3 * mostIterations

  spend(iterations: number, times = 1): void {
    this.#left -= iterations * times
    if (iterations > mostIterations || this.#left < 0)
      throw new PkiError("too-many-iterations", { limit: mostIterations })
    if (iterations < 1) throw new PkiError("damaged")
  }
}
