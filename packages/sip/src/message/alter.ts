/**
 * The same message with other fields. Nothing is changed in place: each function gives back a new message, with the five
 * mandatory fields decoded anew where they are touched.
 */
import { fieldName, sameName } from "./field-name.ts"
import { valueEnd } from "./lookup.ts"
import { decodeMandatory, isFault } from "./mandatory.ts"
import type { Field, Mandatory, Message } from "./message.ts"
import { formatVia, type Via } from "./via.ts"

/** With exactly these fields. Throws where a mandatory one is missing or broken: what comes from outside is parsed first. */
export function withFields<M extends Message>(message: M, fields: readonly Field[]): M {
  return { ...message, fields, ...invariantMandatory(fields) }
}

/** One line of that name, in place of the first there was; at the end where there was none. */
export function replaceField<M extends Message>(message: M, name: string, value: string): M {
  const field = { name: fieldName(name), value }
  const at = message.fields.findIndex((one) => sameName(one.name, field.name))
  if (at < 0) return changed(message, [...message.fields, field], field.name)
  const others = message.fields.filter((one, place) => place === at || !sameName(one.name, field.name))
  return changed(message, others.with(at, field), field.name)
}

/** Without any line of these names. */
export function removeField<M extends Message>(message: M, ...names: readonly string[]): M {
  const gone = names.map(fieldName)
  const fields = message.fields.filter(({ name }) => !gone.some((one) => sameName(one, name)))
  return { ...message, fields }
}

/** Above the first line of that name, or above all others: Via, Route and Record-Route are read from the top. */
export function prependField<M extends Message>(message: M, name: string, value: string): M {
  const field = { name: fieldName(name), value }
  const at = message.fields.findIndex((one) => sameName(one.name, field.name))
  return changed(message, message.fields.toSpliced(Math.max(at, 0), 0, field), field.name)
}

/** Below all others. */
export function appendField<M extends Message>(message: M, name: string, value: string): M {
  const field = { name: fieldName(name), value }
  return changed(message, [...message.fields, field], field.name)
}

/** With another body, or none; `contentType` goes with it. */
export function withBody<M extends Message>(message: M, body: Uint8Array, contentType?: string): M {
  const bare = removeField(message, "Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition")
  const { unmeasured: _, ...rest } = { ...bare, body }
  // The type of the rest of a generic M is not known to be M again; only the optional mark is gone.
  const whole = rest as unknown as M
  return contentType === undefined || body.length === 0 ? whole : appendField(whole, "Content-Type", contentType)
}

/** The topmost Via, other Vias on its line left alone: `received` and `rport` are set so (RFC 3261 §18.2.1, RFC 3581 §4). */
export function replaceTopVia<M extends Message>(message: M, via: Via): M {
  const at = message.fields.findIndex(({ name }) => name === "Via")
  const value = message.fields[at]?.value
  if (value === undefined) return message
  const field = { name: "Via", value: formatVia(via) + value.slice(valueEnd(value, 0)) }
  return { ...message, via, fields: message.fields.with(at, field) }
}

/** The five mandatory fields of a list that we made ourselves. */
export function invariantMandatory(fields: readonly Field[]): Mandatory {
  const decoded = decodeMandatory(fields)
  if (isFault(decoded)) throw new Error(`a message of our own is broken: ${decoded.message}`)
  return decoded
}

function changed<M extends Message>(message: M, fields: readonly Field[], name: string): M {
  return mandatory.has(name) ? withFields(message, fields) : { ...message, fields }
}

const mandatory: ReadonlySet<string> = new Set(["Via", "From", "To", "Call-ID", "CSeq"])
