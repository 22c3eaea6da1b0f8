/**
 * What a connection to a TLS port begins with, read beside OpenSSL: whether it is TLS at all, and the newest version it offers.
 * RFC 8446 §4.1.2, §4.2.1, §5.1; RFC 5246 §7.4.1.2.
 *
 *   22 │ 3 . │ length ║ 1 │ length (3) │ version │ random (32) │ session id │ cipher suites │ compression │ extensions
 *   the first record    ClientHello      legacy                  8-bit length  16-bit          8-bit         16-bit
 *
 * Of a hello in several records only the first is looked at: then only the legacy version may be known.
 */
export type Beginning =
  | { readonly kind: "incomplete" }
  | { readonly kind: "not-tls" }
  /** `version`: "TLS 1.0" and so on; undefined where it cannot be read. */
  | { readonly kind: "tls"; readonly version: string | undefined }

export function readBeginning(bytes: Uint8Array): Beginning {
  const [type, major, , high = 0, low = 0] = bytes
  if ((type !== undefined && type !== HANDSHAKE) || (major !== undefined && major !== 3)) return { kind: "not-tls" }
  const length = high * 256 + low
  if (length > longestRecord) return { kind: "not-tls" }
  if (bytes.length < 5 || bytes.length < 5 + length) return { kind: "incomplete" }
  const version = offeredVersion(bytes.subarray(5, 5 + length))
  return { kind: "tls", version: version === undefined ? undefined : versionName(version) }
}

function offeredVersion(hello: Uint8Array): number | undefined {
  const reader = new Reader(hello)
  if (reader.number(1) !== CLIENT_HELLO) return undefined
  reader.skip(3)
  const legacy = reader.number(2)
  reader.skip(32)
  for (const size of [1, 2, 1] as const) reader.skip(reader.number(size))
  reader.skip(2)
  while (!reader.exhausted) {
    const extension = reader.number(2)
    const length = reader.number(2)
    if (extension !== SUPPORTED_VERSIONS) {
      reader.skip(length)
      continue
    }
    let newest = 0
    for (let left = reader.number(1); left >= 2 && !reader.exhausted; left -= 2) {
      const version = reader.number(2)
      // Others are placeholders that test whether we bear with them (RFC 8701).
      if (version >> 8 === 3 && version > newest) newest = version
    }
    return newest === 0 ? legacy : newest
  }
  return legacy === 0 ? undefined : legacy
}

/** Beyond the end there are zeros. */
class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get exhausted(): boolean {
    return this.#at >= this.#bytes.length
  }

  number(octets: number): number {
    let value = 0
    for (let count = 0; count < octets; count++) value = value * 256 + (this.#bytes[this.#at++] ?? 0)
    return value
  }

  skip(octets: number): void {
    this.#at += octets
  }
}

function versionName(version: number): string {
  return version === 0x0300 ? "SSL 3.0" : `TLS 1.${(version & 255) - 1}`
}

const HANDSHAKE = 22
const CLIENT_HELLO = 1
const SUPPORTED_VERSIONS = 43
const longestRecord = 16_384
