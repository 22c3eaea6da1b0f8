/** An authenticator app: RFC 6238 and RFC 4226 §5.3, written without the library that is tested with it. */
import { createHmac } from "node:crypto"

export function totpCode(secret: string, at: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac("sha1", fromBase32(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}

/** RFC 4648 §6, without padding. */
function fromBase32(text: string): Buffer {
  const bits = [...text].map((character) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(character))
  const joined = bits.map((value) => value.toString(2).padStart(5, "0")).join("")
  const octets = joined.match(/[01]{8}/g) ?? []
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)))
}
