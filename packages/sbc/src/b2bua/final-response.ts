/** Which of several failures the caller hears. RFC 3261 §16.7 step 6. */
import { decimal } from "@homeport/sip"

export interface Failure {
  readonly status: number
  readonly reason: string
  /** Seconds, where the phone asked for patience (a 486 or 480 may). */
  readonly retryAfter?: string
}

export function chooseFailure(failures: readonly Failure[]): Failure {
  let best: Failure | undefined
  for (const failure of failures) if (best === undefined || rank(failure.status) < rank(best.status)) best = failure
  return best ?? UNAVAILABLE
}

/**
 * A phone that asks *us* for credentials, or is overloaded itself, says nothing that helps the caller, who would answer a
 * challenge with the wrong password or avoid Homeport altogether (RFC 3261 §16.7: 503 is not passed on).
 */
export function failureOf(status: number, reason: string, retryAfter?: string): Failure {
  if (status === 401 || status === 407 || status < 400) return UNAVAILABLE
  if (status === 503) return { status: 500, reason: "Server Internal Error" }
  const seconds = decimal(retryAfter ?? "", 2 ** 31)
  return { status, reason, ...(seconds === undefined ? {} : { retryAfter: String(seconds) }) }
}

/** 6xx first, then the lowest class; within 4xx those that tell the caller what to mend. */
function rank(status: number): number {
  if (status >= 600) return status - 1_000
  if (MENDABLE.has(status)) return 399
  return status
}

const MENDABLE = new Set([415, 420, 484])
export const UNAVAILABLE: Failure = { status: 480, reason: "Temporarily Unavailable" }
