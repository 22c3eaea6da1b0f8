/** How long the machines wait. RFC 3261 §17.1.1.1 and table 4. */

/** RFC 3261 §17.1.1.1, in milliseconds. */
export interface Timing {
  /** An estimate of the round-trip time. */
  readonly t1: number
  /** The longest interval between retransmissions of a non-INVITE request or a response to INVITE. */
  readonly t2: number
  /** How long a message stays in the network. */
  readonly t4: number
}

/** What one transaction is timed by: over a reliable transport nothing is retransmitted, so nothing is waited for either. */
export interface TransactionTiming extends Timing {
  readonly reliable: boolean
}

export const defaultTiming: Timing = { t1: 500, t2: 4000, t4: 5000 }

/** Timers B, F, H, L and M: until then an answer can still come, and J: until then a request can be repeated. */
export const lifetime = ({ t1 }: Timing): number => 64 * t1

/** Timers D and J, K and I linger for what may be repeated; over a reliable transport nothing is. */
export const linger = (milliseconds: number, { reliable }: TransactionTiming): number => (reliable ? 0 : milliseconds)

/** Timer D: the server's T1 is not known, so it is not shorter than what the default makes of it (RFC 3261 §17.1.1.2). */
export const timerD = (timing: Timing): number => Math.max(32_000, lifetime(timing))

/** RFC 3261 §17.2.1: an INVITE that the TU has not answered by then gets a 100. */
export const untilTrying = 200

/** RFC 4320 §4.1: the time "it takes a client transaction's Timer E to be reset to T2", 3.5 s by default. */
export function untilTimerEIsT2({ t1, t2 }: Timing): number {
  let elapsed = 0
  for (let interval = t1; interval < t2; interval *= 2) elapsed += interval
  return elapsed
}
