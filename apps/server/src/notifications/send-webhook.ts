/**
 * One POST of JSON to a webhook, signed where a secret is stored. A redirection is an answer like any other: nothing is sent where
 * it points. Answer and time are bounded. Never rejects.
 *
 *   Homeport-Signature: t=1767225600,v1=<HMAC-SHA256 of "1767225600." and the body, hex>
 *
 * The time is signed too, so that whoever recorded a message cannot send it again unnoticed.
 */
import { createHmac } from "node:crypto"
import { type IncomingMessage, request as plainRequest } from "node:http"
import { type RequestOptions, request as secureRequest } from "node:https"
import { getCACertificates } from "node:tls"
import type { DeliveryProblem } from "@homeport/contract"
import type { Secret } from "@homeport/store"
import { type Delivered, delivered, undelivered } from "./delivery.ts"
import type { ResolveServer } from "./resolve-server.ts"

export interface WebhookTarget {
  readonly url: string
  /** undefined: messages are not signed. */
  readonly secret: Secret | undefined
}

export type SendWebhook = (target: WebhookTarget, body: string, signal: AbortSignal) => Promise<Delivered>

export interface SendWebhookOptions {
  readonly resolve: ResolveServer
  /** CAs of this system, PEM: trusted beside those of the machine. */
  readonly authorities: () => readonly string[]
  readonly now: () => number
  readonly userAgent: string
  /** Milliseconds for all of it. */
  readonly longest?: number
}

export const signatureHeader = "homeport-signature"

export function createSendWebhook(options: SendWebhookOptions): SendWebhook {
  const { resolve, authorities, now, userAgent, longest = 15_000 } = options
  return async ({ url: text, secret }, body, signal) => {
    const url = new URL(text)
    const place = await resolve(url.hostname)
    if ("problem" in place) return place
    const bytes = Buffer.from(body)
    const request: RequestOptions = {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-length": bytes.length,
        "user-agent": userAgent,
        ...(secret && { [signatureHeader]: signatureOf(body, secret, Math.floor(now() / 1000)) }),
      },
      agent: false,
      // The address that was looked at, and no other that the name may lead to a moment later.
      lookup: (_name, { all }, done) => (all ? done(null, [place]) : done(null, place.address, place.family)),
      ...(url.protocol === "https:" && {
        minVersion: "TLSv1.2",
        rejectUnauthorized: true,
        ca: [...getCACertificates("default"), ...authorities()],
      }),
    }
    return post(url, request, bytes, signal, longest)
  }
}

/** `time` in seconds since 1970. */
export const signatureOf = (body: string, secret: Secret, time: number): string =>
  `t=${time},v1=${createHmac("sha256", secret.reveal()).update(`${time}.${body}`).digest("hex")}`

function post(
  url: URL,
  options: RequestOptions,
  bytes: Buffer,
  signal: AbortSignal,
  longest: number,
): Promise<Delivered> {
  return new Promise((settle) => {
    const request = url.protocol === "https:" ? secureRequest(url, options) : plainRequest(url, options)
    const end = (outcome: Delivered) => {
      clearTimeout(limit)
      signal.removeEventListener("abort", onAbort)
      request.destroy()
      settle(outcome)
    }
    const onAbort = () => end(undelivered("interrupted"))
    const limit = setTimeout(() => end(undelivered("no-answer")), longest)
    signal.addEventListener("abort", onAbort)
    // It stays listened to after the end: what a destroyed request still says concerns nobody.
    request.on("error", (error) => end(undelivered(problemOf(error))))
    if (signal.aborted) return onAbort()
    request.on("response", (response) => read(response, end))
    request.end(bytes)
  })
}

function read(response: IncomingMessage, end: (outcome: Delivered) => void): void {
  let text = ""
  const done = () => end(outcomeOf(response, text))
  response.setEncoding("utf8")
  response.on("data", (piece: string) => {
    text += piece
    // Enough for a person to read; a receiver has nothing more to say.
    if (text.length > longestAnswer) done()
  })
  response.on("error", done)
  response.on("end", done)
}

function outcomeOf({ statusCode: status = 0, statusMessage = "" }: IncomingMessage, text: string): Delivered {
  const answer = `${status} ${statusMessage} ${text}`
  if (status >= 200 && status < 300) return delivered(answer)
  if (status >= 300 && status < 400) return undelivered("redirected", `${status} ${statusMessage}`)
  if (status === 401 || status === 403) return undelivered("login-refused", answer)
  // RFC 9110 §15.5.9, RFC 6585 §4: later it may be taken.
  if (status === 408 || status === 429 || status === 503) return undelivered("busy", answer)
  return undelivered(status >= 500 ? "http-error" : "refused", answer)
}

function problemOf(error: Error & { readonly code?: string }): DeliveryProblem {
  const code = error.code ?? ""
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "name-not-resolved"
  if (code === "EPROTO" || code.startsWith("ERR_SSL")) return "no-tls"
  // OpenSSL's words for a chain that cannot be trusted, and Node's for a name that is not in it.
  if (/CERT|ISSUER|CRL|SELF_SIGNED/.test(code)) return "certificate"
  return "no-connection"
}

const longestAnswer = 1_000
