/**
 * Opens our own NAT toward a phone before the phone has sent: no RTP port is forwarded there (core.md, "Media relay").
 *
 *   0   100  200  300  400  500  600 ms …
 *   TTL 2 ──────────────── normal TTL ──────── until there is nothing left to open
 *
 * Two hops are enough to pass our router and too few to reach the phone's: an early packet there makes some home routers
 * give the phone's own stream another port. Later it is worth the risk, should our router stand further away.
 */
import type { Cancel, Clock } from "./clock.ts"

/** `send` returns false when nothing is left to open. The first datagram goes out at once. */
export const openNat = (clock: Clock, send: (ttl: number | undefined) => boolean): Cancel => {
  let cancel: Cancel = () => {}
  let count = 0
  const next = (): void => {
    const open = send(count * INTERVAL < NORMAL_AFTER ? SHORT_TTL : undefined)
    count++
    if (open) cancel = clock.after(INTERVAL, next)
  }
  next()
  return () => cancel()
}

const INTERVAL = 100
const NORMAL_AFTER = 500
const SHORT_TTL = 2
