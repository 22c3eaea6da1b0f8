/** The event log, and the stream that tells open browsers what changed. */
import * as z from "zod/mini"
import type { EventCode } from "./catalogue/catalogue.ts"
import { endpoint } from "./endpoint.ts"
import { eventAreas } from "./event-areas.ts"
import { choice, code as codeOf, instantInText, listFields, moment, page, wholeInText } from "./primitives.ts"
import { severities } from "./severities.ts"

/** One line of the log. Its sentence is the catalogue's `event.<code>` with these params. */
export const loggedEvent = z.strictObject({
  id: z.number(),
  /** When it happened; of several alike, the last. */
  at: moment,
  /** When the first of several alike happened. */
  since: moment,
  /** How many alike were seen one after the other. */
  times: z.number(),
  severity: z.enum(severities),
  code: z.custom<EventCode>((value) => typeof value === "string"),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type LoggedEvent = z.infer<typeof loggedEvent>

/**
 * What may have changed. At most one message a second and topic; `ids` names what (call numbers, indexes, call ids,
 * sections of the settings), and none means: all of it. "hello" comes first on every connection.
 */
export const topics = [
  "hello",
  "settings",
  "sip-clients",
  "registrations",
  "calls",
  "ended-calls",
  "channels",
  "stun",
  "office-router",
  "listeners",
  "forwarding",
  "certificates",
  "devices",
  "backups",
  "administrators",
  "blocks",
  "events",
  "admin-log",
  "notifications",
] as const
export type Topic = (typeof topics)[number]

export const streamMessage = z.strictObject({ topic: z.enum(topics), ids: z.array(z.string()) })
export type StreamMessage = z.infer<typeof streamMessage>

const { q, sort, limit, cursor } = listFields(["at"])

/** What may be asked of the log, whether as a page of it or as a file. */
export const eventFilter = {
  /** Words of the events' sentences, or of what they name. */
  q,
  severity: z.optional(choice(severities)),
  area: z.optional(choice(eventAreas)),
  /** A code, or the beginning of one: "registration.refused". */
  code: z.optional(z.string().check(z.maxLength(100, codeOf("TooLong")))),
  /** A call number: the station itself, or one end of a call. */
  station: z.optional(z.string().check(z.maxLength(32, codeOf("TooLong")))),
  /** Only the last so many hours. */
  within: z.optional(wholeInText(1, 87_600)),
  /** Moments, as "2026-05-04T08:00:00Z". */
  from: z.optional(instantInText),
  to: z.optional(instantInText),
}

export const events = {
  list: endpoint({
    method: "GET",
    path: "/api/events",
    summary: "The event log, newest first",
    role: "basic",
    query: z.strictObject({ ...eventFilter, sort, limit, cursor }),
    response: page(loggedEvent),
    errors: [],
  }),
  stream: endpoint({
    method: "GET",
    path: "/api/event-stream",
    summary: "Server-sent events: topics and the ids that changed",
    role: "basic",
    response: streamMessage,
    stream: true,
    errors: [],
  }),
}
