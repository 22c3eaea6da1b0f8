/** A station's timeline: what the event log knows of it and its ended calls, as one list. */
import * as z from "zod/mini"
import { endedCall } from "./ended-calls.ts"
import { endpoint } from "./endpoint.ts"
import { loggedEvent } from "./events.ts"
import { code, page, wholeInText } from "./primitives.ts"

/** `at` of a call is its end. */
export const timelineEntry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("event"), event: loggedEvent }),
  z.strictObject({ kind: z.literal("call"), call: endedCall }),
])
export type TimelineEntry = z.infer<typeof timelineEntry>

export const stationTimeline = {
  read: endpoint({
    method: "GET",
    path: "/api/sip-clients/:index/timeline",
    summary: "What happened to a station, newest first: registered, lost, refused and why, calls",
    role: "basic",
    params: z.strictObject({ index: wholeInText(1, 1_000_000) }),
    query: z.strictObject({
      limit: z._default(wholeInText(1, 500), 50),
      /** `next` of the answer before. */
      cursor: z.optional(z.string().check(z.maxLength(500, code("TooLong")))),
    }),
    response: page(timelineEntry),
    errors: ["NotFound"],
  }),
}
