/** Decodes the five fields that every message needs, in one pass over its fields. RFC 3261 §8.1.1, §20.8, §20.16. */
import { decimal, isToken, skipBlank, tokenEnd } from "./lexical.ts"
import { valueEnd } from "./lookup.ts"
import type { CSeq, Field, Mandatory } from "./message.ts"
import { type NameAddr, parseNameAddr } from "./name-addr.ts"
import { parseVia, type Via } from "./via.ts"

/** What is wrong, and with which of the fields (its place in the list; -1 where one is missing). */
export interface FieldFault {
  readonly code: "missing-field" | "repeated-field" | "bad-field"
  readonly message: string
  readonly field: number
}

export function decodeMandatory(fields: readonly Field[]): Mandatory | FieldFault {
  const at: Places = { Via: -1, From: -1, To: -1, "Call-ID": -1, CSeq: -1 }
  for (let place = 0; place < fields.length; place++) {
    const name = fields[place]?.name
    if (name !== "Via" && name !== "From" && name !== "To" && name !== "Call-ID" && name !== "CSeq") continue
    if (at[name] < 0) at[name] = place
    // Two of them are a choice between two truths (RFC 4475 §3.3.8).
    else if (name !== "Via")
      return { code: "repeated-field", message: `More Than One ${name} Header Field`, field: place }
  }
  const via = decode(fields, at, "Via", parseTopVia)
  if (isFault(via)) return via
  const from = decode(fields, at, "From", parseNameAddr)
  if (isFault(from)) return from
  const to = decode(fields, at, "To", parseNameAddr)
  if (isFault(to)) return to
  const callId = decode(fields, at, "Call-ID", parseCallId)
  if (isFault(callId)) return callId
  const cseq = decode(fields, at, "CSeq", parseCSeq)
  if (isFault(cseq)) return cseq
  return { via, from, to, callId, cseq }
}

export const isFault = (value: unknown): value is FieldFault =>
  typeof value === "object" && value !== null && "code" in value

/** Without any of them nothing can be answered; these stand in for fields that cannot be read, in an answer that says so. */
export const unreadable: NameAddr = { displayName: "", uri: "", parameters: [], tag: undefined }

export function parseCSeq(value: string): CSeq | undefined {
  const digits = tokenEnd(value, 0)
  const begin = skipBlank(value, digits)
  const sequence = decimal(value.slice(0, digits))
  const method = value.slice(begin)
  return sequence === undefined || begin === digits || !isToken(method) ? undefined : { sequence, method }
}

type Name = "Via" | "From" | "To" | "Call-ID" | "CSeq"
type Places = Record<Name, number>

function decode<T extends object | string>(
  fields: readonly Field[],
  at: Places,
  name: Name,
  parse: (value: string) => T | undefined,
): T | FieldFault {
  const field = fields[at[name]]
  if (field === undefined) return { code: "missing-field", message: `Missing ${name} Header Field`, field: -1 }
  return parse(field.value) ?? { code: "bad-field", message: `Malformed ${name} Header Field`, field: at[name] }
}

/** Several Vias may stand on one line. */
const parseTopVia = (value: string): Via | undefined => parseVia(value.slice(0, valueEnd(value, 0)))

/** One word, whatever its characters: it is only ever compared. */
function parseCallId(value: string): string | undefined {
  return value === "" || value.includes(" ") || value.includes("\t") ? undefined : value
}
