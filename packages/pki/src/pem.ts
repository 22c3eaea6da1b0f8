/**
 * PEM: DER as text. RFC 7468, and the headers of RFC 1421 that OpenSSL's old encrypted keys have.
 *
 *     any text                            "Bag Attributes", subject=, comments
 *     -----BEGIN RSA PRIVATE KEY-----
 *     Proc-Type: 4,ENCRYPTED              only in old keys
 *     DEK-Info: AES-256-CBC,0123…
 *
 *     MIIE…
 *     -----END RSA PRIVATE KEY-----
 */
import { PkiError } from "./pki-error.ts"

export interface PemBlock {
  /** "CERTIFICATE" */
  readonly label: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

export const isPem = (text: string): boolean => text.includes(beginning)

export function writePem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`
}

/** All blocks, in their order. Throws "truncated" for one without its end and "damaged" for one that is no base64. */
export function readPem(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = []
  for (let at = text.indexOf(beginning); at >= 0; ) {
    if (blocks.length === mostBlocks) throw new PkiError("too-large", { limit: mostBlocks })
    const labelEnd = text.indexOf("-----", at + beginning.length)
    if (labelEnd < 0) throw new PkiError("truncated")
    const label = text.slice(at + beginning.length, labelEnd)
    if (!/^[A-Za-z0-9 #.]{1,64}$/.test(label)) throw new PkiError("damaged")
    const end = text.indexOf(`-----END ${label}-----`, labelEnd)
    if (end < 0) throw new PkiError(text.includes("-----END ", labelEnd) ? "damaged" : "truncated")
    blocks.push({ label, ...readBody(text.slice(labelEnd + 5, end)) })
    at = text.indexOf(beginning, end)
  }
  return blocks
}

function readBody(body: string): Pick<PemBlock, "headers" | "bytes"> {
  const headers: Record<string, string> = {}
  const base64: string[] = []
  for (const line of body.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(":")
    if (colon > 0) headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim()
    else base64.push(line.replaceAll(/[ \t]/g, ""))
  }
  const text = base64.join("")
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new PkiError("damaged")
  return { headers, bytes: Buffer.from(text, "base64") }
}

const beginning = "-----BEGIN "
const mostBlocks = 200
