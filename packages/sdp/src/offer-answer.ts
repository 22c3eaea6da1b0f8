/**
 * Directions in offer and answer. RFC 3264 §5.1, §6.1, §8.4.
 *
 * Hold toward an outer phone: its router forgets it when nothing flows, so a hold is hidden from it (`opened`), and what it
 * answers is turned back into what the holding phone may hear (`turnedBack`).
 *
 *   office phone          us            outer phone
 *     │── sendonly ──▶│── sendrecv ──▶│
 *     │◀── recvonly ──│◀── sendrecv ──│
 */
import type { Direction } from "./session-description.ts"

/** What an outer phone is offered instead: it goes on sending. */
export function opened(offered: Direction): Direction {
  return offered === "sendonly" || offered === "inactive" ? "sendrecv" : offered
}

/**
 * What may be answered to one who offered `offered`, where `answered` is what the answerer would do: each way stays open only
 * if both want it.
 *
 *   offered     may be answered (RFC 3264 §6.1)
 *   sendrecv    anything
 *   sendonly    recvonly, inactive
 *   recvonly    sendonly, inactive
 *   inactive    inactive
 */
export function turnedBack(answered: Direction, offered: Direction): Direction {
  return fromWays(sends(answered) && receives(offered), receives(answered) && sends(offered))
}

export const sends = (direction: Direction): boolean => direction === "sendrecv" || direction === "sendonly"
export const receives = (direction: Direction): boolean => direction === "sendrecv" || direction === "recvonly"

function fromWays(send: boolean, receive: boolean): Direction {
  if (send) return receive ? "sendrecv" : "sendonly"
  return receive ? "recvonly" : "inactive"
}
