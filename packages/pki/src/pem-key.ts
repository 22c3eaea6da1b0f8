/** Private keys in PEM: PKCS#8 (RFC 5958), and the traditional ones of OpenSSL, encrypted or not. */
import { createPrivateKey, hash } from "node:crypto"
import { type Cipher, ciphers, decipher } from "./cipher.ts"
import type { FileContents } from "./contents.ts"
import { isOneSequence } from "./decryption.ts"
import { parseDer } from "./der/read.ts"
import { supportedKey } from "./key.ts"
import { octetCandidates } from "./pass-phrase.ts"
import type { PemBlock } from "./pem.ts"
import { decryptedKey, readKey } from "./pkcs12/read.ts"
import { PkiError } from "./pki-error.ts"

/** Whether the block is a private key, which then is in the contents. */
export function readPemKey(block: PemBlock, contents: FileContents): boolean {
  const { label, bytes } = block
  if (label === "PRIVATE KEY") readKey(bytes, contents)
  else if (label === "ENCRYPTED PRIVATE KEY") readKey(decryptedKey(parseDer(bytes), contents), contents)
  else if (label === "RSA PRIVATE KEY") readTraditional(block, "pkcs1", contents)
  else if (label === "EC PRIVATE KEY") readTraditional(block, "sec1", contents)
  else if (label.endsWith("PRIVATE KEY")) throw new PkiError("unsupported-key", { algorithm: label.slice(0, -12) })
  else return false
  return true
}

function readTraditional(block: PemBlock, type: "pkcs1" | "sec1", contents: FileContents): void {
  const encrypted = block.headers["Proc-Type"]?.includes("ENCRYPTED") ?? false
  const key = encrypted ? decryptedTraditional(block, contents.passPhrase) : Buffer.from(block.bytes)
  contents.addKey(supportedKey(() => createPrivateKey({ key, format: "der", type })))
}

/** "DEK-Info: AES-256-CBC,<IV>": one round of MD5 makes the key, as long ago as that is (OpenSSL's EVP_BytesToKey). */
function decryptedTraditional({ headers, bytes }: PemBlock, passPhrase: string | undefined): Buffer {
  const [algorithm = "", digits = ""] = (headers["DEK-Info"] ?? "").split(",")
  const cipher = dekCiphers[algorithm.trim().toUpperCase()]
  if (cipher === undefined) throw new PkiError("unsupported-encryption", { algorithm: algorithm || "DEK-Info" })
  const iv = Buffer.from(digits.trim(), "hex")
  for (const candidate of octetCandidates(passPhrase ?? "")) {
    const plain = decipher(cipher, keyFrom(candidate, iv.subarray(0, 8), cipher.keyLength), iv, bytes)
    if (plain !== undefined && isOneSequence(plain)) return Buffer.from(plain)
  }
  throw new PkiError(passPhrase ? "wrong-pass-phrase" : "pass-phrase-needed")
}

function keyFrom(passPhrase: Uint8Array, salt: Uint8Array, length: number): Uint8Array {
  let key = Buffer.alloc(0)
  for (let last = Buffer.alloc(0); key.length < length; ) {
    last = hash("md5", Buffer.concat([last, passPhrase, salt]), "buffer")
    key = Buffer.concat([key, last])
  }
  return key.subarray(0, length)
}

const dekCiphers: Readonly<Record<string, Cipher>> = {
  "AES-128-CBC": ciphers.aes128,
  "AES-192-CBC": ciphers.aes192,
  "AES-256-CBC": ciphers.aes256,
  "DES-CBC": ciphers.des,
  "DES-EDE3-CBC": ciphers.tripleDes,
}
