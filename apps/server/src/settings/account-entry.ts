/** What the Admin Log says of an account: who came, or got another password. Never which one. */
import type { AdminLogAction } from "@homeport/contract"
import type { AdminLogFields } from "@homeport/store"

export interface AccountChange {
  readonly by: string
  /** Whose account. */
  readonly name: string
  /** Where the request came from; null: from this machine itself. */
  readonly address: string | null
  readonly at: number
}

export function accountEntry(action: AdminLogAction, { by, name, address, at }: AccountChange): AdminLogFields {
  const password = { field: "password", from: action === "added" ? null : secret, to: secret } as const
  const subject = { kind: "account", name } as const
  return { at, by, address, cause: null, items: [{ action, subject, count: 1, others: [], changes: [password] }] }
}

const secret = { secret: true } as const
