/**
 * Tells an HTTP request on a SIP port by its first line, `GET /index.html HTTP/1.1`: a router that forwards the wrong port, or
 * somebody who looks what listens here.
 */
export class HttpDetector {
  #line = ""

  /** Of the bytes a connection begins with; undefined while the line is not complete. */
  feed(piece: Uint8Array): "http" | "other" | undefined {
    const end = piece.indexOf(10)
    const part = piece.subarray(0, Math.min(end < 0 ? piece.length : end, longest - this.#line.length))
    this.#line += Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("latin1")
    if (end < 0 && this.#line.length < longest) return undefined
    return isHttpRequest(this.#line) ? "http" : "other"
  }
}

function isHttpRequest(line: string): boolean {
  const [method = "", target, version, more] = line.trimEnd().split(" ", 4)
  if (target === undefined || more !== undefined || !version?.startsWith("HTTP/1.")) return false
  return method !== "" && method.length <= 20 && method === method.toUpperCase()
}

const longest = 4096
