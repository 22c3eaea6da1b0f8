/** What one attempt to hand events on came to. Attempts never reject: what went wrong is a value that is shown and logged. */
import type { DeliveryProblem } from "@homeport/contract"

export interface Delivered {
  /** By the server, for everybody or for some; else it is tried again. */
  readonly taken: boolean
  readonly problem: DeliveryProblem | undefined
  /** The server's own words in one line; empty: it said nothing. */
  readonly answer: string
}

export const delivered = (answer: string): Delivered => ({
  taken: true,
  problem: undefined,
  answer: inOneLine(answer),
})

/** Taken, but not for everybody: sent again it would reach the others twice. */
export const partlyDelivered = (problem: DeliveryProblem, answer: string): Delivered => ({
  ...undelivered(problem, answer),
  taken: true,
})

export const undelivered = (problem: DeliveryProblem, answer = ""): Delivered => ({
  taken: false,
  problem,
  answer: inOneLine(answer),
})

/** Whether trying again soon is of any use: else somebody has to change something first. */
export const maySoonPass = (problem: DeliveryProblem): boolean => passing.has(problem)

const passing: ReadonlySet<DeliveryProblem> = new Set([
  "name-not-resolved",
  "no-connection",
  "no-answer",
  "busy",
  "http-error",
  "interrupted",
])

/** A server may answer with anything, and it is shown on a page and stands in the log. */
function inOneLine(answer: string): string {
  const line = answer.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ").trim()
  return line.length > longestAnswer ? `${line.slice(0, longestAnswer)}…` : line
}

const longestAnswer = 200
