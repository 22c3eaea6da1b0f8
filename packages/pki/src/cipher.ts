/** Block ciphers in CBC, with the padding of RFC 8018 §6.1.1. */
import { createCipheriv, createDecipheriv } from "node:crypto"
import { decryptRc2 } from "./forge.ts"

export interface Cipher {
  /** Without: RC2. */
  readonly openssl?: "aes-128-cbc" | "aes-192-cbc" | "aes-256-cbc" | "des-ede3-cbc"
  readonly keyLength: number
  readonly blockLength: number
  /** RC2 alone: RFC 2268 §2. */
  readonly effectiveBits?: number
}

export const ciphers = {
  aes128: { openssl: "aes-128-cbc", keyLength: 16, blockLength: 16 },
  aes192: { openssl: "aes-192-cbc", keyLength: 24, blockLength: 16 },
  aes256: { openssl: "aes-256-cbc", keyLength: 32, blockLength: 16 },
  /** Triple DES with one key three times is DES, which OpenSSL 3 no longer has under its own name. */
  des: { openssl: "des-ede3-cbc", keyLength: 8, blockLength: 8 },
  twoKeyTripleDes: { openssl: "des-ede3-cbc", keyLength: 16, blockLength: 8 },
  tripleDes: { openssl: "des-ede3-cbc", keyLength: 24, blockLength: 8 },
  rc2Of40: { keyLength: 5, blockLength: 8, effectiveBits: 40 },
  rc2Of64: { keyLength: 8, blockLength: 8, effectiveBits: 64 },
  rc2Of128: { keyLength: 16, blockLength: 8, effectiveBits: 128 },
} as const satisfies Readonly<Record<string, Cipher>>

/** undefined for what has no such padding at its end: most often the key was another. */
export function decipher(cipher: Cipher, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  const { openssl, blockLength } = cipher
  if (data.length === 0 || data.length % blockLength !== 0 || iv.length !== blockLength) return undefined
  if (openssl === undefined)
    return unpadded(decryptRc2(key, cipher.effectiveBits ?? key.length * 8, iv, data), blockLength)
  const machine = createDecipheriv(openssl, wholeKey(openssl, key), iv).setAutoPadding(false)
  return unpadded(Buffer.concat([machine.update(data), machine.final()]), blockLength)
}

export function encipher(
  { openssl }: Cipher & { readonly openssl: string },
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const machine = createCipheriv(openssl, key, iv)
  return Buffer.concat([machine.update(data), machine.final()])
}

/** K1 K1 K1, or K1 K2 K1. */
function wholeKey(openssl: string, key: Uint8Array): Uint8Array {
  if (openssl !== "des-ede3-cbc" || key.length === 24) return key
  const first = key.subarray(0, 8)
  return Buffer.concat([first, key.length === 16 ? key.subarray(8) : first, first])
}

function unpadded(bytes: Uint8Array, blockLength: number): Uint8Array | undefined {
  const count = bytes.at(-1) ?? 0
  if (count < 1 || count > blockLength) return undefined
  const padding = bytes.subarray(bytes.length - count)
  return padding.every((octet) => octet === count) ? bytes.subarray(0, bytes.length - count) : undefined
}
