/** Keys, IVs and MAC keys out of a pass-phrase, in the way of PKCS#12. RFC 7292 Appendix B.2. */
import { createHash, hash } from "node:crypto"
import type { IterationBudget } from "../limits.ts"
import { PkiError } from "../pki-error.ts"

/** RFC 7292 Appendix B.3: what the octets are for. */
export const purposes = { key: 1, iv: 2, mac: 3 } as const

export interface Derivation {
  /** As `node:crypto` names it. */
  readonly digest: string
  /** BMPString, or nothing. */
  readonly passPhrase: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
}

/** The letters are those of RFC 7292. Throws "too-many-iterations". */
export function derive(
  { digest, passPhrase, salt, iterations }: Derivation,
  purpose: keyof typeof purposes,
  length: number,
  budget: IterationBudget,
): Uint8Array {
  const v = blockSizes[digest]
  if (v === undefined) throw new PkiError("unsupported-encryption", { algorithm: digest })
  const D = Buffer.alloc(v, purposes[purpose])
  let I: Uint8Array = Buffer.concat([filled(salt, v), filled(passPhrase, v)])
  const result: Buffer[] = []
  for (let have = 0; have < length; ) {
    budget.spend(iterations)
    const A = createHash(digest).update(D).update(I).digest()
    // As text, since that is four times as fast as a Buffer for each round; and some makers have 600,000 of them.
    for (let round = 1; round < iterations; round++) A.write(hash(digest, A, "latin1"), "latin1")
    result.push(A)
    have += A.length
    if (have < length) I = plus(I, filled(A, v).subarray(0, v), v)
  }
  return Buffer.concat(result).subarray(0, length)
}

/** Repeated up to a whole number of blocks; nothing stays nothing. */
function filled(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
}

/** RFC 7292 Appendix B.2, step 6 C: to each block of I the number B and 1 are added. */
function plus(I: Uint8Array, B: Uint8Array, block: number): Buffer {
  const sum = Buffer.from(I)
  for (let begin = 0; begin < sum.length; begin += block) {
    let carry = 1
    for (let at = block - 1; at >= 0; at--) {
      carry += (sum[begin + at] ?? 0) + (B[at] ?? 0)
      sum[begin + at] = carry & 0xff
      carry >>= 8
    }
  }
  return sum
}

/** v of RFC 7292 Appendix B.2, in octets. */
const blockSizes: Readonly<Record<string, number>> = {
  md5: 64,
  sha1: 64,
  sha224: 64,
  sha256: 64,
  sha384: 128,
  sha512: 128,
}
