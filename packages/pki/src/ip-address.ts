/** IP addresses as the octets of an iPAddress name (RFC 5280 §4.2.1.6): four, or sixteen. */

/** undefined for what is no address. */
export function addressBytes(text: string): Uint8Array | undefined {
  return text.includes(":") ? ipv6Bytes(text) : ipv4Bytes(text)
}

/** In the canonical form of RFC 5952. undefined for what is no address. */
export function addressText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return bytes.join(".")
  if (bytes.length !== 16) return undefined
  const groups = Array.from({ length: 8 }, (_, index) => group(bytes, index).toString(16)).join(":")
  // The engine knows the rules for "::"; its host stands in brackets.
  return new URL(`http://[${groups}]/`).hostname.slice(1, -1)
}

function ipv4Bytes(text: string): Uint8Array | undefined {
  const octets = text.split(".")
  const fits = octets.length === 4 && octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256)
  return fits ? Uint8Array.from(octets, Number) : undefined
}

function ipv6Bytes(text: string): Uint8Array | undefined {
  if (!/^[0-9A-Fa-f:.]{2,45}$/.test(text)) return undefined
  const url = URL.parse(`http://[${text}]/`)
  if (url === null) return undefined
  const [head = "", tail] = url.hostname.slice(1, -1).split("::")
  const before = words(head)
  const after = words(tail ?? "")
  const groups = [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
  return Uint8Array.from(groups.flatMap((word) => [word >> 8, word & 0xff]))
}

const words = (text: string): number[] => (text === "" ? [] : text.split(":").map((word) => Number.parseInt(word, 16)))
const group = (bytes: Uint8Array, index: number): number => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)
