/**
 * When an update is sent, and when not: a machine without clock, socket or store. Whoever turns it (dyndns-updater.ts) says what
 * happened and when, and sends an update whenever it has become "updating".
 *
 *              the address differs from the one sent,                    good, nochg
 *              was never sent, or is to be sent again     ┌─────────────────────────────────┐
 *   ready ────────────────────────────────────────▶ updating ── no success ──▶ waiting ─┐   │
 *     ▲ ▲                                             ▲ │                               │   │
 *     │ │                                             │ └── badauth, abuse … ──▶ stopped│   │
 *     │ └─────────────────────────────────────────────┼─────────────────────────────────┼───┘
 *     │                                               └──────── time is over ───────────┘
 *     └── from every state: the settings changed, or somebody asked for an update
 *
 * What providers demand of clients: nothing is sent without a change, nothing after a refusal until somebody has acted, and after
 * "911" nothing for 30 minutes. What one's own name leads to in the DNS decides nothing.
 */
import { isDyndnsRefusal, isDyndnsSuccess } from "@homeport/contract"
import type { UpdateAnswer } from "./update-answer.ts"

/** All of it survives a restart. Times are milliseconds since 1970. */
export interface UpdateState {
  /** Version of the settings that it belongs to: with other settings it begins anew. */
  readonly settings: number
  readonly phase: Phase
  /** The last success. */
  readonly sent: { readonly address: string; readonly at: number } | null
  /** The last answer, and what it answered. */
  readonly last: (UpdateAnswer & { readonly address: string; readonly at: number }) | null
  /** The provider knew a new address before it was sent: somebody else sends it too. */
  readonly elsewhere: boolean
}

export type Phase =
  /** `asked`: somebody wants an update even of an address that was sent. */
  | { readonly name: "ready"; readonly asked: boolean }
  | {
      readonly name: "updating"
      readonly cause: Cause
      readonly address: string
      readonly since: number
      readonly failures: number
    }
  /** For so many milliseconds since then; `failures` in a row. */
  | {
      readonly name: "waiting"
      readonly since: number
      readonly duration: number
      readonly failures: number
      readonly asked: boolean
    }
  | { readonly name: "stopped" }

/** Why an update is sent. "changed": the address is another one than the one that this system sent before. */
export type Cause = "first" | "changed" | "refresh" | "asked"

export type UpdateEvent =
  | {
      readonly type: "looked"
      readonly now: number
      /** A public one; undefined: not known. */
      readonly address: string | undefined
      /** Milliseconds; undefined: an unchanged address is never sent again. */
      readonly refreshAfter: number | undefined
    }
  /** `random` in [0, 1): lengthens a wait, so that not all clients of a provider come back at once. */
  | { readonly type: "answered"; readonly now: number; readonly answer: UpdateAnswer; readonly random: number }
  | { readonly type: "asked" }
  /** The process ended while an update was under way: what came of it is unknown. */
  | { readonly type: "restarted" }

/** With new settings; an update follows at once, which is how they are tried. */
export const freshState = (settings: number): UpdateState => ({
  settings,
  phase: { name: "ready", asked: false },
  sent: null,
  last: null,
  elsewhere: false,
})

export function nextState(state: UpdateState, event: UpdateEvent): UpdateState {
  switch (event.type) {
    case "looked":
      return looked(state, event)
    case "answered":
      return answered(state, event)
    case "asked":
      return state.phase.name === "updating" ? state : { ...state, phase: { name: "ready", asked: true } }
    case "restarted":
      return restarted(state)
  }
}

/** When the next attempt may be made, or an unchanged address is sent again; undefined: neither is to be foreseen. */
export function nextAttempt(state: UpdateState, refreshAfter: number | undefined): number | undefined {
  const { phase, sent } = state
  switch (phase.name) {
    case "ready":
      if (phase.asked || !sent) return earliest(state)
      return refreshAfter === undefined ? undefined : sent.at + refreshAfter
    case "waiting":
      return phase.since + phase.duration
    case "updating":
    case "stopped":
      return undefined
  }
}

function looked(state: UpdateState, event: Extract<UpdateEvent, { type: "looked" }>): UpdateState {
  const { phase } = state
  const { now, address } = event
  if (phase.name === "updating" || phase.name === "stopped" || address === undefined) return state
  if (phase.name === "waiting" && !isOver(phase, now)) return state
  if (phase.name === "ready" && state.last && !isOver({ since: state.last.at, duration: shortest }, now)) return state
  const cause = causeOf(state, phase.asked, event, address)
  if (!cause) return phase.name === "ready" ? state : { ...state, phase: { name: "ready", asked: false } }
  const failures = phase.name === "waiting" ? phase.failures : 0
  return { ...state, phase: { name: "updating", cause, address, since: now, failures } }
}

function causeOf(
  { sent }: UpdateState,
  asked: boolean,
  { now, refreshAfter }: { readonly now: number; readonly refreshAfter: number | undefined },
  address: string,
): Cause | undefined {
  if (asked) return "asked"
  if (!sent) return "first"
  if (sent.address !== address) return "changed"
  if (refreshAfter !== undefined && now >= sent.at + refreshAfter) return "refresh"
  return undefined
}

function answered(state: UpdateState, event: Extract<UpdateEvent, { type: "answered" }>): UpdateState {
  const { phase } = state
  // Of an update that nobody waits for any more.
  if (phase.name !== "updating") return state
  const { now, answer, random } = event
  const { address, cause, failures } = phase
  const told = { ...state, last: { ...answer, address, at: now } }
  if (isDyndnsSuccess(answer.code)) {
    const elsewhere = cause === "changed" ? answer.code === "nochg" : state.elsewhere
    return { ...told, phase: { name: "ready", asked: false }, sent: { address, at: now }, elsewhere }
  }
  if (isDyndnsRefusal(answer.code)) return { ...told, phase: { name: "stopped" } }
  const duration = waitAfter(answer, failures, random)
  return {
    ...told,
    phase: { name: "waiting", since: now, duration, failures: failures + 1, asked: cause === "asked" },
  }
}

/** As after a failure: a process that keeps dying must not keep asking. */
function restarted(state: UpdateState): UpdateState {
  if (state.phase.name !== "updating") return state
  const answer = { code: "interrupted", line: null, status: null } as const
  return answered(state, { type: "answered", now: state.phase.since, answer, random: 0 })
}

/** Twice as long after each failure in a row, up to a bound, and up to a fifth longer. */
function waitAfter({ code }: UpdateAnswer, failures: number, random: number): number {
  const { first, longest } = waits[unheard.has(code) ? "unheard" : code === "911" ? "outage" : "unclear"]
  const duration = Math.min(longest, first * 2 ** Math.min(failures, 20))
  return Math.round(duration * (1 + random / 5))
}

/** When a clock was set back, nobody knows how long it has been: the wait is over. */
const isOver = ({ since, duration }: { since: number; duration: number }, now: number): boolean =>
  now < since || now >= since + duration

const earliest = ({ last }: UpdateState): number | undefined => (last ? last.at + shortest : undefined)

/** The provider heard nothing that it could count: a new address often comes with an internet access that is just coming up. */
const unheard: ReadonlySet<string> = new Set([
  "no-connection",
  "name-not-resolved",
  "certificate",
  "no-tls",
  "interrupted",
])

const minute = 60_000
const hour = 60 * minute
/** Milliseconds between two updates, also when they are asked for. */
const shortest = 30_000
const waits = {
  unheard: { first: minute, longest: 2 * hour },
  unclear: { first: 5 * minute, longest: 4 * hour },
  outage: { first: 30 * minute, longest: 8 * hour },
} as const
