/**
 * The Admin Log: who changed what, when, from where, field by field. An entry is one change as it was applied, with everything
 * that it touched; values are those of the API, so that a console says them in its own words. A secret is never among them.
 *
 *   entry ── item: what happened to whom ("changed", station 200) ── change: field, from, to
 */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { choice, code, moment, page, wholeInText } from "./primitives.ts"
import { sections } from "./settings/page.ts"

/** What an entry's item is about. Names and numbers are those of that time. */
export const adminLogSubject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("settings"), section: z.enum(sections) }),
  z.strictObject({ kind: z.literal("station"), index: z.number(), callNumber: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal("device"), id: z.number(), callNumber: z.string(), model: z.string() }),
  z.strictObject({ kind: z.literal("certificate"), id: z.number(), name: z.string() }),
  z.strictObject({ kind: z.literal("account"), name: z.string() }),
])
export type AdminLogSubject = z.infer<typeof adminLogSubject>
export type AdminLogKind = AdminLogSubject["kind"]

/** A secret is there, or is not (null): from one to another both sides are the first. */
export const adminLogSecret = z.strictObject({ secret: z.literal(true) })
/** A list, shortened: its beginning, and how many there are. */
export const adminLogList = z.strictObject({ items: z.array(z.string()), count: z.number() })
export const adminLogValue = z.union([z.string(), z.number(), z.boolean(), z.null(), adminLogSecret, adminLogList])
export type AdminLogValue = z.infer<typeof adminLogValue>

export const adminLogChange = z.strictObject({
  /** As the API names it; of a field within a field "outer.inner". */
  field: z.string(),
  /** null: empty, or not there. */
  from: adminLogValue,
  to: adminLogValue,
})
export type AdminLogChange = z.infer<typeof adminLogChange>

export const adminLogActions = ["added", "changed", "removed", "password-reset"] as const
export type AdminLogAction = (typeof adminLogActions)[number]

export const adminLogItem = z.strictObject({
  action: z.enum(adminLogActions),
  subject: adminLogSubject,
  /** How many this happened to alike; `others` names the first of them beside `subject`. */
  count: z.number(),
  others: z.array(adminLogSubject),
  /** Empty where a field by field account would be too long: many at once. */
  changes: z.array(adminLogChange),
})
export type AdminLogItem = z.infer<typeof adminLogItem>

/** How a change came about, when not by hand. */
export const changeCauses = ["import", "restore"] as const
export type ChangeCause = (typeof changeCauses)[number]

export const adminLogEntry = z.strictObject({
  id: z.number(),
  at: moment,
  /** An account, an account with its API token, "Homeport" by itself, or "command line". */
  by: z.string(),
  /** Where the request came from; null: from this system itself. */
  address: z.nullable(z.string()),
  cause: z.nullable(z.enum(changeCauses)),
  items: z.array(adminLogItem),
})
export type AdminLogEntry = z.infer<typeof adminLogEntry>

/** What the log can be filtered by: a page of the settings, or the kind of what changed. */
export const adminLogPlaces = [...sections, "station", "device", "certificate", "account"] as const
export type AdminLogPlace = (typeof adminLogPlaces)[number]

/** Who writes an entry of what nobody signed in did. */
export const byCommandLine = "command line"
export const bySystem = "Homeport"

export const adminLog = {
  list: endpoint({
    method: "GET",
    path: "/api/admin-log",
    summary: "Who changed what from what to what, newest first; secrets are never shown",
    role: "expert",
    query: z.strictObject({
      q: z.optional(z.string().check(z.maxLength(100, code("TooLong")))),
      place: z.optional(choice(adminLogPlaces)),
      /** Only the last so many hours. */
      within: z.optional(wholeInText(1, 87_600)),
      limit: z._default(wholeInText(1, 200), 50),
      cursor: z.optional(z.string().check(z.maxLength(500, code("TooLong")))),
    }),
    response: page(adminLogEntry),
    errors: [],
  }),
}
