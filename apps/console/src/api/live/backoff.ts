/** How long to wait before the next attempt: doubling from half a second to 20 s, spread so that tabs and browsers do not march in step. */
export function backoff(attempt: number, random: () => number): number {
  const whole = Math.min(20_000, 500 * 2 ** Math.min(attempt, 10))
  return Math.round(whole * (0.75 + random() * 0.5))
}
