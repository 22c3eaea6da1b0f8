/**
 * RC2 (RFC 2268), in which OpenSSL 1, Java 8 and Windows encrypted the certificates of a PKCS#12, and which OpenSSL 3 no longer has.
 * Only for reading; and the only file that imports node-forge, whose strings of octets end here.
 */
import forge from "node-forge"

/** CBC, with the effective key bits of RFC 2268 §2. Padding stays on. */
export function decryptRc2(key: Uint8Array, effectiveBits: number, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = forge.rc2.createDecryptionCipher(buffer(key), effectiveBits)
  cipher.start(buffer(iv))
  cipher.update(buffer(data))
  cipher.finish(() => true)
  return Buffer.from(cipher.output.getBytes(), "latin1")
}

const buffer = (bytes: Uint8Array) => forge.util.createBuffer(Buffer.from(bytes).toString("latin1"))
