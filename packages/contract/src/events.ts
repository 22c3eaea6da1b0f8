/** The event log, and the stream that tells open browsers what changed. */
import * as z from "zod/mini"
import type { EventCode } from "./catalogue/catalogue.ts"
import { endpoint } from "./endpoint.ts"
import { choice, code as codeOf, listFields, moment, page } from "./primitives.ts"

export const severities = ["info", "warning", "error"] as const
export type Severity = (typeof severities)[number]

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
  "channels",
  "stun",
  "office-router",
  "listeners",
  "forwarding",
  "certificates",
  "devices",
  "backups",
  "blocks",
  "events",
] as const
export type Topic = (typeof topics)[number]

export const streamMessage = z.strictObject({ topic: z.enum(topics), ids: z.array(z.string()) })
export type StreamMessage = z.infer<typeof streamMessage>

export const events = {
  list: endpoint({
    method: "GET",
    path: "/api/events",
    summary: "The event log, newest first",
    role: "basic",
    query: z.strictObject({
      ...listFields(["at"]),
      severity: z.optional(choice(severities)),
      /** A code, or the beginning of one: "registration.refused". */
      code: z.optional(z.string().check(z.maxLength(100, codeOf("TooLong")))),
    }),
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
