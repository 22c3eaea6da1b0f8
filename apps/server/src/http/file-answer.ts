/** An answer that is a file: bytes, and the name under which a browser keeps them. RFC 6266, RFC 8187. */
import type { FastifyReply } from "fastify"

export class FileAnswer {
  readonly bytes: Uint8Array
  readonly fileName: string

  /** `fileName` may hold any Unicode; what it may not is made harmless below. */
  constructor(bytes: Uint8Array, fileName: string) {
    this.bytes = bytes
    this.fileName = fileName
  }
}

export function sendFile(reply: FastifyReply, mediaType: string, { bytes, fileName }: FileAnswer): FastifyReply {
  return reply
    .header("cache-control", "no-store")
    .header("content-disposition", contentDisposition(fileName))
    .type(mediaType)
    .send(Buffer.from(bytes))
}

/** The plain name for old clients, without anything that could end it; the real one in UTF-8 for all others. */
export function contentDisposition(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["\\%/]/g, "_")
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
