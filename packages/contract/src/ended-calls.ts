/** Maintenance ▸ Calls: the last calls that have ended, with what came of their media. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { choice, code, listFields, moment, networkName, nothing, page, transport, typedMoment } from "./primitives.ts"

/** How many are kept; the oldest go first. */
export const mostEndedCalls = 10_000

/** What a call that ended so came to. */
export const outcomeOfEnd = {
  "caller-hung-up": "completed",
  "callee-hung-up": "completed",
  cancelled: "unanswered",
  "no-answer": "unanswered",
  refused: "refused",
  "no-media": "failed",
  "media-refused": "failed",
  failed: "failed",
  shutdown: "failed",
} as const
export type CallEndReason = keyof typeof outcomeOfEnd

export const callOutcomes = ["completed", "unanswered", "refused", "failed"] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** What arrived here from one phone, over the whole call. */
export const measuredMedia = z.strictObject({
  /** RTP packets that were accepted. */
  packets: z.number(),
  /** RFC 3550 §A.3; negative when duplicates outnumber losses. */
  lost: z.number(),
  /** RFC 3550 §A.8, milliseconds. */
  jitter: z.number(),
})
export type MeasuredMedia = z.infer<typeof measuredMedia>

export const endedLeg = z.strictObject({
  callNumber: z.string(),
  name: z.string(),
  network: networkName,
  transport,
  /** The phone's signalling address; "" where no phone was reached. */
  address: z.string(),
  /** null: it never had a port for its media. */
  media: z.nullable(measuredMedia),
})
export type EndedLeg = z.infer<typeof endedLeg>

export const endedCall = z.strictObject({
  id: z.number(),
  startedAt: moment,
  answeredAt: z.nullable(moment),
  endedAt: moment,
  /** Milliseconds from the answer to the end; 0 where there was none. */
  duration: z.number(),
  outcome: z.enum(callOutcomes),
  // The keys of a record: none is missing.
  reason: z.enum(Object.keys(outcomeOfEnd) as [CallEndReason, ...CallEndReason[]]),
  /** Of the SIP response to a caller who was not put through; null: it was answered, or given up. */
  status: z.nullable(z.number()),
  /** Why Homeport said no itself: the code of the event `call.refused.<why>`; null: it did not. */
  why: z.nullable(z.string()),
  caller: endedLeg,
  callee: endedLeg,
})
export type EndedCall = z.infer<typeof endedCall>

/** Per cent of what should have arrived; undefined where nothing should have. */
export function lossOf({ packets, lost }: Pick<MeasuredMedia, "packets" | "lost">): number | undefined {
  const missing = Math.max(0, lost)
  return packets + missing === 0 ? undefined : (missing * 100) / (packets + missing)
}

const filters = {
  /** Calls from or to this number. */
  callNumber: z.optional(z.string().check(z.maxLength(8, code("TooLong")))),
  outcome: z.optional(choice(callOutcomes)),
  /** Ended at this moment or later. */
  from: z.optional(typedMoment),
  /** Ended at this moment or earlier. */
  until: z.optional(typedMoment),
}

const sorts = ["endedAt", "duration", "caller", "callee", "loss", "jitter"] as const

export const endedCalls = {
  list: endpoint({
    method: "GET",
    path: "/api/ended-calls",
    summary: "The last 10,000 calls that have ended, newest first: who, when, why they ended, loss and jitter each way",
    role: "basic",
    query: z.strictObject({ ...listFields(sorts), ...filters }),
    response: page(endedCall),
    errors: [],
  }),
  download: endpoint({
    method: "GET",
    path: "/api/ended-calls/csv",
    summary: "The same calls as a CSV file: all that match",
    role: "basic",
    query: z.strictObject({
      q: listFields(sorts).q,
      sort: listFields(sorts).sort,
      ...filters,
      /** Of headings and sentences, and whose spreadsheets read it. */
      language: z._default(choice(["en", "de"]), "en"),
    }),
    response: nothing,
    file: "text/csv; charset=utf-8",
    errors: [],
  }),
}
