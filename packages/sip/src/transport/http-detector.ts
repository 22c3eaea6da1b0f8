/**
 * Tells an HTTP request on a SIP port by its first line, `GET /index.html HTTP/1.1`: a router that forwards the wrong port, or
 * somebody who looks what listens here.
 *
 * A "page" is what a browser asks that was led here: a GET of a path (origin-form, RFC 9112 §3.2.1). All else, above all what asks
 * for a proxy, is "http".
 */
export class HttpDetector {
  #line = ""

  /** Of the bytes a connection begins with; undefined while the line is not complete. */
  feed(piece: Uint8Array): FirstLine | undefined {
    const end = piece.indexOf(10)
    const part = piece.subarray(0, Math.min(end < 0 ? piece.length : end, longest - this.#line.length))
    this.#line += Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("latin1")
    if (end < 0 && this.#line.length < longest) return undefined
    return kindOf(this.#line)
  }
}

export type FirstLine = "page" | "http" | "other"

function kindOf(line: string): FirstLine {
  const [method = "", target, version, more] = line.trimEnd().split(" ", 4)
  if (target === undefined || more !== undefined || !version?.startsWith("HTTP/1.")) return "other"
  if (method === "GET" && target.startsWith("/")) return "page"
  return method !== "" && method.length <= 20 && method === method.toUpperCase() ? "http" : "other"
}

const longest = 4096
