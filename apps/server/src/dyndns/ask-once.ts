/**
 * One GET, its answer bounded in size and time. Over HTTPS the certificate is checked and TLS is 1.2 or newer; a redirection is an
 * answer like any other: nothing, and above all no password, is sent where it points. Never rejects.
 */
import { type IncomingMessage, request as plainRequest } from "node:http"
import { type RequestOptions, request as secureRequest } from "node:https"
import type { LookupFunction } from "node:net"

export interface HttpQuestion {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

export type HttpAnswer =
  | { readonly ok: true; readonly status: number; readonly mediaType: string; readonly body: string }
  | { readonly ok: false; readonly problem: HttpProblem }

export type HttpProblem =
  | "name-not-resolved"
  | "no-connection"
  /** Nothing, or not all of it, came in time. */
  | "no-answer"
  /** The server's certificate is not one that this machine trusts for that name. */
  | "certificate"
  /** No common version or cipher, or no TLS at all. */
  | "no-tls"
  | "too-large"
  /** The asker gave up. */
  | "interrupted"

export type AskOnce = (question: HttpQuestion, signal: AbortSignal) => Promise<HttpAnswer>

export interface AskOnceOptions {
  /** Milliseconds from the question to the end of its answer. */
  readonly longest?: number
  /** Octets of a body. */
  readonly largest?: number
  /** Authorities to trust instead of this machine's, PEM. */
  readonly authorities?: string
  /** Instead of the system's resolver. */
  readonly lookup?: LookupFunction
}

export function createAskOnce(settings: AskOnceOptions = {}): AskOnce {
  const { longest = 30_000, largest = 65_536, authorities, lookup } = settings
  return ({ url, headers }, signal) =>
    new Promise((resolve) => {
      const options: RequestOptions = {
        headers,
        // The name leads to an IPv4 address, and some providers change also what belongs to the way they were asked by.
        family: 4,
        // A connection of its own, closed afterwards: the next update is days away.
        agent: false,
        minVersion: "TLSv1.2",
        rejectUnauthorized: true,
        ...(authorities !== undefined && { ca: authorities }),
        ...(lookup && { lookup }),
      }
      const request = url.protocol === "https:" ? secureRequest(url, options) : plainRequest(url, options)
      const end = (answer: HttpAnswer) => {
        clearTimeout(limit)
        signal.removeEventListener("abort", onAbort)
        request.destroy()
        resolve(answer)
      }
      const failed = (problem: HttpProblem) => end({ ok: false, problem })
      const onAbort = () => failed("interrupted")
      const limit = setTimeout(() => failed("no-answer"), longest)
      signal.addEventListener("abort", onAbort)
      // It stays listened to after the end: what a destroyed request still says concerns nobody.
      request.on("error", (error) => failed(problemOf(error)))
      if (signal.aborted) return onAbort()
      request.on("response", (response) => read(response, largest, end))
      request.end()
    })
}

function read(response: IncomingMessage, largest: number, end: (answer: HttpAnswer) => void): void {
  const pieces: Buffer[] = []
  let size = 0
  response.on("data", (piece: Buffer) => {
    size += piece.length
    if (size > largest) end({ ok: false, problem: "too-large" })
    else pieces.push(piece)
  })
  response.on("error", (error) => end({ ok: false, problem: problemOf(error) }))
  response.on("end", () =>
    end({
      ok: true,
      status: response.statusCode ?? 0,
      mediaType: (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "",
      body: Buffer.concat(pieces).toString("utf8"),
    }),
  )
}

function problemOf(error: Error & { readonly code?: string }): HttpProblem {
  const code = error.code ?? ""
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "name-not-resolved"
  if (code === "EPROTO" || code.startsWith("ERR_SSL")) return "no-tls"
  // OpenSSL's words for a chain that cannot be trusted, and Node's for a name that is not in it.
  if (/CERT|ISSUER|CRL|SELF_SIGNED/.test(code)) return "certificate"
  return "no-connection"
}
