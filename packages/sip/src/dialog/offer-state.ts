/**
 * Who has an offer outstanding in a dialog, and what may therefore be sent or must be refused. RFC 3264 §4, as RFC 6337 sorts it:
 *
 *      offer in            answer in             (1xx-rel: a provisional response with RSeq, RFC 3262)
 *   1  INVITE              2xx to INVITE
 *   2  2xx to INVITE       ACK
 *   3  INVITE              1xx-rel
 *   4  1xx-rel             PRACK
 *   5  PRACK               2xx to PRACK
 *   6  UPDATE              2xx to UPDATE
 *
 *                ┌──── offer sent ────▶ offered ──── answer received ───┐
 *      none / agreed                                                    ├──▶ agreed     a refusal goes back to where it was
 *                └── offer received ──▶ asked ────── answer sent ───────┘
 *
 * State × event → state, or the refusal that is due. One value a dialog, and for an INVITE that forks the state before it is
 * where each dialog begins (RFC 6337 §2.2: each has a negotiation of its own).
 */
export function offerStep(state: OfferState, event: OfferEvent): OfferStep {
  if (event.kind === "response") return answered(state, event)
  switch (event.method) {
    case "INVITE":
      return invited(state, event)
    case "UPDATE":
      return updated(state, event)
    case "PRACK":
      return pracked(state, event)
    case "ACK":
      return acknowledged(state, event)
  }
}

export const noOffer: OfferState = {
  exchange: "none",
  before: "none",
  carrier: undefined,
  invite: undefined,
  update: undefined,
}

export interface OfferState {
  readonly exchange: "none" | "agreed" | "offered" | "asked"
  /** What a refused offer falls back to: "none" or "agreed". */
  readonly before: "none" | "agreed"
  /** The transaction that the outstanding offer came with. */
  readonly carrier: "INVITE" | "PRACK" | "UPDATE" | undefined
  /**
   * The INVITE transaction in progress, if any. `offerless`: it came without SDP, so its first reliable response makes the offer.
   * "accepted": the 2xx is on its way and the ACK is still to come.
   */
  readonly invite:
    | {
        readonly by: "us" | "peer"
        readonly offerless: boolean
        readonly stage: "proceeding" | "accepted"
        /** The offer or answer that this INVITE was for has been exchanged: later SDP in its responses is ignored (RFC 6337 §3.1.1). */
        readonly settled: boolean
      }
    | undefined
  readonly update: "us" | "peer" | undefined
}

/** A message as far as it matters here. `sdp`: it carries a session description (Content-Disposition "session"). */
export type OfferEvent =
  | {
      readonly kind: "request"
      readonly direction: "sent" | "received"
      readonly method: "INVITE" | "ACK" | "PRACK" | "UPDATE"
      readonly sdp: boolean
    }
  | {
      readonly kind: "response"
      readonly direction: "sent" | "received"
      readonly method: "INVITE" | "PRACK" | "UPDATE"
      readonly status: number
      /** A provisional response with RSeq (RFC 3262 §3); 2xx are reliable by themselves. */
      readonly reliable: boolean
      readonly sdp: boolean
    }

export type OfferStep =
  | {
      readonly ok: true
      readonly state: OfferState
      /**
       * What the message's SDP is. "preview": the answer to come, in an unreliable 1xx (early media may follow it).
       * "ignored": there is SDP, but it is neither (RFC 6337 §2.4, §3.1.1).
       */
      readonly means: "offer" | "answer" | "preview" | "ignored" | undefined
    }
  | { readonly ok: false; readonly refusal: OfferRefusal }

/**
 * For what was received: the final response due to it. For what we would send: "wait" until the exchange in progress is over.
 * `retryAfter`: with Retry-After, a random 0–10 seconds.
 */
export type OfferRefusal =
  | { readonly status: 491; readonly retryAfter: false }
  | { readonly status: 500; readonly retryAfter: true }
  | "wait"

/**
 * After a 491: how long until the next try, in milliseconds, 10 apart: 2.1–4 s for the owner of the Call-ID, else 0–2 s.
 * RFC 3261 §14.1, RFC 3311 §5.3. `random` is 0 to 1, as from Math.random.
 */
export function glareDelay(ownsCallId: boolean, random: number): number {
  const [from, to] = ownsCallId ? [2100, 4000] : [0, 2000]
  return from + Math.floor((random * (to - from + 10)) / 10) * 10
}

type RequestEvent = Extract<OfferEvent, { kind: "request" }>
type ResponseEvent = Extract<OfferEvent, { kind: "response" }>

const pending: OfferStep = { ok: false, refusal: { status: 491, retryAfter: false } }
const busy: OfferStep = { ok: false, refusal: { status: 500, retryAfter: true } }
const wait: OfferStep = { ok: false, refusal: "wait" }

function invited(state: OfferState, { direction, sdp }: RequestEvent): OfferStep {
  const { invite, exchange, update } = state
  if (direction === "sent") {
    // RFC 6337 §4.3 UAC-II, UAC-UI: one INVITE at a time, and none while an UPDATE with or without offer is open.
    if (invite !== undefined || update !== undefined || isOpen(exchange)) return wait
  } else if (invite !== undefined) {
    // RFC 3261 §14.2: ours is in progress, 491; a second of the peer's before our final response, 500.
    if (invite.by === "us") return pending
    if (invite.stage === "proceeding") return busy
    // The ACK was lost or overtaken (RFC 5407 §3.1.4, §3.1.5): fine, unless it carries the answer.
    if (exchange === "offered") return pending
  } else if (isOpen(exchange) || update === "peer") {
    // RFC 6337 §4.3 UAS-UcI, UAS-UsI.
    return exchange === "offered" ? pending : busy
  }
  const next: OfferState = {
    ...state,
    invite: { by: direction === "sent" ? "us" : "peer", offerless: !sdp, stage: "proceeding", settled: false },
  }
  return sdp ? offer(next, direction, "INVITE") : { ok: true, state: next, means: undefined }
}

function updated(state: OfferState, { direction, sdp }: RequestEvent): OfferStep {
  const { invite, exchange, update } = state
  if (direction === "sent") {
    if (update === "us") return wait
    // An offer needs a dialog in which something is agreed (RFC 3311 §5.1) and no INVITE whose own exchange is still to come.
    if (sdp && (exchange !== "agreed" || (invite !== undefined && !invite.settled))) return wait
  } else {
    // RFC 3311 §5.2, in its order.
    if (update === "peer") return busy
    if (sdp && exchange === "offered") return pending
    if (sdp && exchange === "asked") return busy
    // RFC 6337 §4.3 UAS-IsU: we owe the peer an offer in the response to its own INVITE.
    if (sdp && invite?.by === "peer" && !invite.settled) return busy
    // … UAS-IcU: we wait for the peer's offer in the response to our INVITE.
    if (sdp && invite?.by === "us" && !invite.settled) return pending
  }
  const next: OfferState = { ...state, update: direction === "sent" ? "us" : "peer" }
  return sdp ? offer(next, direction, "UPDATE") : { ok: true, state: next, means: undefined }
}

function pracked(state: OfferState, { direction, sdp }: RequestEvent): OfferStep {
  if (!sdp) return { ok: true, state, means: undefined }
  if (owesAnswer(state, direction)) return agree(state)
  if (state.exchange === "agreed") return offer(state, direction, "PRACK")
  if (direction === "sent") return wait
  // The peer must not, and PRACK cannot well be refused (RFC 6337 §2.3, §4.2): it is acknowledged without its SDP.
  return { ok: true, state, means: "ignored" }
}

function acknowledged(state: OfferState, { direction, sdp }: RequestEvent): OfferStep {
  // A late repetition, or one of a failure.
  if (state.invite?.stage !== "accepted") return { ok: true, state, means: sdp ? "ignored" : undefined }
  const next: OfferState = { ...state, invite: undefined }
  if (owesAnswer(state, direction)) {
    // An ACK without the answer it owes: nothing is agreed, and the dialog has no use (RFC 3261 §13.2.1).
    return sdp ? agree(next) : { ok: true, state: refused(next), means: undefined }
  }
  return { ok: true, state: next, means: sdp ? "ignored" : undefined }
}

function answered(state: OfferState, event: ResponseEvent): OfferStep {
  if (event.method === "INVITE") return inviteAnswered(state, event)
  const { direction, method, status, sdp } = event
  if (status < 200) return { ok: true, state, means: sdp ? "ignored" : undefined }
  const next: OfferState = method === "UPDATE" ? { ...state, update: undefined } : state
  const awaited = direction === "sent" ? "asked" : "offered"
  if (state.exchange !== awaited || state.carrier !== method)
    return { ok: true, state: next, means: sdp ? "ignored" : undefined }
  if (status >= 300) return { ok: true, state: refused(next), means: sdp ? "ignored" : undefined }
  return sdp ? agree(next) : { ok: true, state: refused(next), means: undefined }
}

function inviteAnswered(state: OfferState, { direction, status, reliable, sdp }: ResponseEvent): OfferStep {
  const { invite } = state
  const nothing: OfferStep = { ok: true, state, means: sdp ? "ignored" : undefined }
  if (invite === undefined || (invite.by === "us") !== (direction === "received")) return nothing

  if (status >= 300) {
    const next: OfferState = { ...state, invite: undefined }
    return { ok: true, state: state.carrier === "INVITE" ? refused(next) : next, means: sdp ? "ignored" : undefined }
  }
  // A repeated 2xx (its ACK was lost) changes nothing.
  if (invite.stage === "accepted") return nothing
  const success = status >= 200
  const next: OfferState = success ? { ...state, invite: { ...invite, stage: "accepted" } } : state

  if (!success && !reliable) {
    if (!sdp || invite.settled) return nothing
    return { ok: true, state, means: invite.offerless ? "ignored" : "preview" }
  }
  // RFC 3262 §5: the 2xx waits until the offer in a reliable 1xx has its answer.
  if (success && direction === "sent" && state.exchange === "offered") return wait
  if (invite.settled) return { ok: true, state: next, means: sdp ? "ignored" : undefined }
  if (invite.offerless) {
    // RFC 3261 §13.2.1: the first reliable response to an INVITE without offer makes one.
    if (sdp && !isOpen(state.exchange)) return offer(next, direction, "INVITE")
    return { ok: true, state: next, means: sdp ? "ignored" : undefined }
  }
  if (sdp) return agree(next)
  // A 2xx without the answer it owes agrees on nothing.
  return { ok: true, state: success ? refused(next) : next, means: undefined }
}

function offer(state: OfferState, direction: "sent" | "received", carrier: "INVITE" | "PRACK" | "UPDATE"): OfferStep {
  return {
    ok: true,
    state: { ...state, exchange: direction === "sent" ? "offered" : "asked", before: settledPart(state), carrier },
    means: "offer",
  }
}

function agree(state: OfferState): OfferStep {
  const invite =
    state.carrier === "INVITE" && state.invite !== undefined ? { ...state.invite, settled: true } : state.invite
  return {
    ok: true,
    state: { ...state, exchange: "agreed", before: "agreed", carrier: undefined, invite },
    means: "answer",
  }
}

/** Whether a PRACK or ACK in this direction is to bring the answer to an offer that came in a response to the INVITE. */
function owesAnswer({ exchange, carrier, invite }: OfferState, direction: "sent" | "received"): boolean {
  if (carrier !== "INVITE" || invite === undefined || !invite.offerless) return false
  return direction === "sent"
    ? invite.by === "us" && exchange === "asked"
    : invite.by === "peer" && exchange === "offered"
}

/** The offer is off: what was agreed before holds (RFC 3261 §14.1). */
function refused(state: OfferState): OfferState {
  return isOpen(state.exchange) ? { ...state, exchange: state.before, carrier: undefined } : state
}

function settledPart(state: OfferState): "none" | "agreed" {
  return state.exchange === "none" || state.exchange === "agreed" ? state.exchange : state.before
}

function isOpen(exchange: OfferState["exchange"]): boolean {
  return exchange === "offered" || exchange === "asked"
}
