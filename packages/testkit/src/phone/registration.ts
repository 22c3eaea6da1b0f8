/** A phone's REGISTER: one Call-ID for its life, CSeq counted up, credentials when asked. RFC 3261 §10.2. */
import type { Address } from "@homeport/sip"
import type { CallOwner } from "./call.ts"
import { changed, cseqField, type FieldChanges, type PhoneTransaction } from "./line.ts"

export interface RegisterOptions {
  readonly expires?: number
  /** The whole Contact field's value in place of the phone's own. */
  readonly contact?: string
  readonly fields?: FieldChanges
}

export function createRegistration(
  { line, contact, own }: CallOwner,
  phone: {
    readonly user: string
    readonly server: Address
    readonly identity: (tag: string) => string
    readonly scheme: "sip" | "sips"
  },
): (options?: RegisterOptions) => PhoneTransaction {
  const { user, server, identity, scheme } = phone
  const [callId, tag] = [line.id("register"), line.id("tag")]
  let sequence = 0
  const next = () => ++sequence
  const uri = `${scheme}:${server.host}`

  return ({ expires = 3600, contact: written, fields = {} } = {}) => {
    const standard = [
      { name: "Max-Forwards", value: "70" },
      { name: "From", value: identity(tag) },
      { name: "To", value: `<${scheme}:${user}@${server.host}>` },
      { name: "Call-ID", value: callId },
      cseqField(next(), "REGISTER"),
      { name: "Contact", value: written ?? `<${contact()}>` },
      { name: "Expires", value: String(expires) },
      ...own,
    ]
    return line.send(
      { method: "REGISTER", uri, fields: changed(standard, fields) },
      line.flowTo(server),
      () => {},
      next,
    )
  }
}
