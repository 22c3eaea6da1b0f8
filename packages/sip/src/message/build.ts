/** Messages of our own: requests, responses, and the two requests that are copied from an INVITE. RFC 3261 §8, §9.1, §17.1.1.3. */
import { invariantMandatory } from "./alter.ts"
import { fieldName } from "./field-name.ts"
import { firstField, splitList } from "./lookup.ts"
import { decodeMandatory, isFault, unreadable } from "./mandatory.ts"
import type { Field, Request, Response } from "./message.ts"
import { parseNameAddr } from "./name-addr.ts"
import type { ParseError } from "./parse.ts"
import { reasonPhrase } from "./status.ts"
import { parseVia } from "./via.ts"

/** `fields` hold the five mandatory ones; a Content-Length is not needed. Throws where one is missing or broken: our bug. */
export function request(parts: RequestParts): Request {
  const fields = spelled(parts.fields)
  const { method, uri, body = noBody } = parts
  return { kind: "request", method, uri, fields, body, ...invariantMandatory(fields) }
}

export interface RequestParts {
  readonly method: string
  readonly uri: string
  readonly fields: readonly Field[]
  readonly body?: Uint8Array
}

/** What RFC 3261 §8.2.6 asks of every response: Vias, From, To, Call-ID and CSeq of the request, in its order; then `fields`. */
export function response(request: Request, status: number, parts: ResponseParts = {}): Response {
  const { reason = reasonPhrase(status), body = noBody, toTag } = parts
  const fields: Field[] = []
  let to = request.to
  for (const field of request.fields) {
    // A 100 carries the Timestamp back (RFC 3261 §8.2.6.1).
    if (field.name === "Timestamp" ? status !== 100 : !copied.has(field.name)) continue
    if (field.name !== "To" || toTag === undefined || to.tag !== undefined) fields.push(field)
    else {
      to = { ...to, tag: toTag, parameters: [...to.parameters, { name: "tag", value: toTag }] }
      fields.push({ name: "To", value: `${field.value};tag=${toTag}` })
    }
  }
  if (parts.fields) fields.push(...spelled(parts.fields))
  const { via, from, callId, cseq } = request
  return { kind: "response", status, reason, fields, body, via, from, to, callId, cseq }
}

export interface ResponseParts {
  readonly reason?: string
  readonly fields?: readonly Field[]
  readonly body?: Uint8Array
  /** Set where the request's To has none yet (§8.2.6.2). */
  readonly toTag?: string
}

/** The ACK to a failure, within the INVITE's transaction (§17.1.1.3). The ACK to a 2xx is the dialog's. */
export function ackFor(invite: Request, response: Response): Request {
  const to = firstField(response.fields, "To")
  return withinTransaction(invite, "ACK", to ? [{ name: "To", value: to.value }] : [])
}

/** The CANCEL for an INVITE that was sent (§9.1), with a Reason (RFC 3326) where one is given. */
export function cancelFor(invite: Request, reason?: string): Request {
  const cancel = withinTransaction(invite, "CANCEL", [])
  return reason === undefined ? cancel : { ...cancel, fields: [...cancel.fields, { name: "Reason", value: reason }] }
}

/**
 * The answer to a request that could not be read: the sender stops repeating it, and its reason phrase says what is wrong
 * (§21.4.1). Undefined where nothing can be sent: no Via to send it by, or an ACK, which nobody answers.
 */
export function badRequest(error: ParseError, toTag?: string): Response | undefined {
  if (error.request === undefined || error.request.method === "ACK") return undefined
  const { method, fields } = error.request
  const topVia = splitList(firstField(fields, "Via")?.value ?? "")[0]
  const via = topVia === undefined ? undefined : parseVia(topVia)
  if (via === undefined) return undefined
  const from = parseNameAddr(firstField(fields, "From")?.value ?? "") ?? unreadable
  const to = parseNameAddr(firstField(fields, "To")?.value ?? "") ?? unreadable
  const callId = firstField(fields, "Call-ID")?.value ?? ""
  const decoded = decodeMandatory(fields)
  const cseq = isFault(decoded) ? { sequence: 0, method } : decoded.cseq
  const asked: Request = { kind: "request", method, uri: "", fields, body: noBody, via, from, to, callId, cseq }
  const status = statusOf.get(error.code) ?? 400
  return response(asked, status, {
    reason: error.message,
    ...(toTag === undefined || to === unreadable ? {} : { toTag }),
  })
}

const statusOf: ReadonlyMap<string, number> = new Map([
  ["version-not-supported", 505],
  ["message-too-large", 513],
])

function withinTransaction(invite: Request, method: string, replaced: readonly Field[]): Request {
  const fields: Field[] = []
  for (const field of invite.fields) {
    if (field.name === "Via") {
      // The topmost alone: the response comes back to us.
      if (fields.some(({ name }) => name === "Via")) continue
      fields.push({ name: "Via", value: splitList(field.value)[0] ?? field.value })
    } else if (field.name === "CSeq") fields.push({ name: "CSeq", value: `${invite.cseq.sequence} ${method}` })
    else if (field.name === "Max-Forwards") fields.push({ name: "Max-Forwards", value: "70" })
    else if (kept.has(field.name)) fields.push(replaced.find(({ name }) => name === field.name) ?? field)
  }
  return request({ method, uri: invite.uri, fields })
}

function spelled(fields: readonly Field[]): readonly Field[] {
  return fields.map((field) => {
    const name = fieldName(field.name)
    return name === field.name ? field : { name, value: field.value }
  })
}

const copied: ReadonlySet<string> = new Set(["Via", "From", "To", "Call-ID", "CSeq", "Timestamp"])
const kept: ReadonlySet<string> = new Set(["From", "To", "Call-ID", "Route"])
const noBody = new Uint8Array(0)
