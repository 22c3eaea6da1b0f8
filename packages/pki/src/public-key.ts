/** What a SubjectPublicKeyInfo says: RFC 3279 §2.3, RFC 5480 §2. */
import { curveIds, keyIds, nameIn } from "./der/object-identifiers.ts"
import { type Element, parseDer, partAt, partsOf, tags } from "./der/read.ts"
import { bigIntegerOf, bitsOf, hex, oidOf } from "./der/values.ts"

export interface DescribedKey {
  /** "RSA", "EC", "RSA-PSS", "DSA", "Ed25519", "Ed448", or an object identifier. */
  readonly type: string
  /** Of RSA's modulus, or of the curve's field; 0 where they are not known. */
  readonly bits: number
  /** "P-256", "P-384", …, or an object identifier; "explicit" for parameters instead of a name. EC only. */
  readonly curve?: string
  /** RSA: the modulus; EC: the point; else the key as it is. Upper-case digits, no separators. */
  readonly hex: string
}

export function publicKeyOf(info: Element): DescribedKey {
  const fields = partsOf(info, tags.sequence)
  const algorithm = partsOf(partAt(fields, 0), tags.sequence)
  const type = nameIn(keyIds, oidOf(partAt(algorithm, 0)))
  const key = bitsOf(partAt(fields, 1))
  if (type === "RSA" || type === "RSA-PSS") {
    const modulus = bigIntegerOf(partAt(partsOf(parseDer(key), tags.sequence), 0)).toString(16)
    return { type, bits: bitLength(modulus), hex: (modulus.length % 2 ? `0${modulus}` : modulus).toUpperCase() }
  }
  if (type !== "EC") return { type, bits: sizes[type] ?? 0, hex: hex(key) }
  const parameters = partAt(algorithm, 1)
  const curve = parameters.tag === tags.oid ? nameIn(curveIds, oidOf(parameters)) : "explicit"
  return { type, bits: Number(/\d{3}/.exec(curveIds[curve] ? curve : "")?.[0] ?? 0), curve, hex: hex(key) }
}

function bitLength(digits: string): number {
  return digits.length * 4 - (Math.clz32(Number.parseInt(digits[0] ?? "0", 16)) - 28)
}

const sizes: Readonly<Record<string, number>> = { Ed25519: 256, Ed448: 456 }
