/** The columns of a CSV file of ended calls: their headings and the words of their cells, the console's own in every language. */
import type { Locale } from "../catalogue/catalogue.ts"
import { calls as callsDe } from "../catalogue/console/de/calls.ts"
import { calls as callsEn } from "../catalogue/console/en/calls.ts"
import type { Texts } from "../catalogue/console/texts.ts"

/** In the order in which the file is written. */
export const callColumns = [
  "startedAt",
  "answeredAt",
  "endedAt",
  "duration",
  "callerNumber",
  "callerName",
  "callerNetwork",
  "callerAddress",
  "calleeNumber",
  "calleeName",
  "calleeNetwork",
  "calleeAddress",
  "outcome",
  "why",
  "status",
  "callerLoss",
  "callerJitter",
  "calleeLoss",
  "calleeJitter",
] as const
export type CallColumn = (typeof callColumns)[number]

export interface CallCsvWords {
  readonly headings: Readonly<Record<CallColumn, string>>
  readonly texts: Pick<Texts<typeof callsEn>, "ends" | "outcomes" | "networks">
}

export const callCsvWords: Readonly<Record<Locale, CallCsvWords>> = { en: wordsOf(callsEn), de: wordsOf(callsDe) }

function wordsOf(texts: Texts<typeof callsEn>): CallCsvWords {
  const time = (heading: string) => `${heading} (${texts.times})`
  const leg = (side: "caller" | "callee", what: string) => `${texts[side]}: ${what}`
  const measured = (what: string, unit: string, side: "caller" | "callee") =>
    `${what} (${unit}) ${texts.direction[side]}`
  return {
    texts,
    headings: {
      startedAt: time(texts.started),
      answeredAt: time(texts.answered),
      endedAt: time(texts.endedAt),
      duration: texts.durationSeconds,
      callerNumber: texts.caller,
      callerName: leg("caller", texts.name),
      callerNetwork: leg("caller", texts.network),
      callerAddress: leg("caller", texts.address),
      calleeNumber: texts.callee,
      calleeName: leg("callee", texts.name),
      calleeNetwork: leg("callee", texts.network),
      calleeAddress: leg("callee", texts.address),
      outcome: texts.outcome,
      why: texts.why,
      status: texts.status,
      callerLoss: measured(texts.loss, "%", "caller"),
      callerJitter: measured(texts.jitter, "ms", "caller"),
      calleeLoss: measured(texts.loss, "%", "callee"),
      calleeJitter: measured(texts.jitter, "ms", "callee"),
    },
  }
}
