/**
 * Homeport's own DynDNS client: looks every few seconds whether the provider must be told, tells it, and says what came of it.
 *
 *   look ─▶ nextState ─▶ "updating"? ─▶ kept ─▶ GET ─▶ answer ─▶ nextState ─▶ kept, log line, pages told
 *
 * What it keeps is written before anything is sent, so that no sequence of restarts sends more than the machine allows.
 */
import {
  type DyndnsSettings,
  type DyndnsUpdate,
  dyndnsLogin,
  isDyndnsRefusal,
  isDyndnsSuccess,
  isPublicIpv4,
} from "@homeport/contract"
import type { Secret } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { AskOnce, HttpAnswer } from "./ask-once.ts"
import { readAnswer } from "./update-answer.ts"
import { updateRequest } from "./update-request.ts"
import { freshState, nextAttempt, nextState, type UpdateEvent, type UpdateState } from "./update-state.ts"

export interface DyndnsUpdater {
  /** Sends an update when one is due. Cheap: to be called every few seconds, and when settings have changed. */
  look(): void
  /** Somebody asked: even of a known address, and after a refusal. False: the settings say that others update. */
  updateNow(): boolean
  /** undefined: others update. */
  view(): DyndnsUpdate | undefined
  stop(): void
}

export interface DyndnsUpdaterOptions {
  readonly settings: () => { readonly value: DyndnsSettings; readonly version: number }
  readonly password: () => Secret | undefined
  /** What is known of it now; not what was known once. */
  readonly mapped: () => string | undefined
  readonly memory: UpdateMemory
  readonly askOnce: AskOnce
  readonly userAgent: string
  readonly events: EventRecorder
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  /** There is news for whoever looks. */
  readonly onChanged: () => void
  /** Something could not be kept, or is a mistake of ours; it goes on. */
  readonly onFault: (error: unknown) => void
}

/** A text that is there again after a restart. */
export interface UpdateMemory {
  read(): string | undefined
  write(text: string): void
}

export function createDyndnsUpdater(options: DyndnsUpdaterOptions): DyndnsUpdater {
  const { settings, password, memory, askOnce, userAgent, events, now, random, onChanged, onFault } = options
  let state = restored(memory.read(), settings().version)
  let running = new AbortController()

  const publicAddress = (): string | undefined => {
    const address = options.mapped()
    return address !== undefined && isPublicIpv4(address) ? address : undefined
  }

  function turn(event: UpdateEvent): void {
    const next = nextState(state, event)
    if (next !== state) keep(next)
  }

  function keep(next: UpdateState): void {
    state = next
    try {
      memory.write(JSON.stringify(state))
    } catch (error) {
      onFault(error)
    }
    onChanged()
  }

  /** The settings, when they tell Homeport to update; what belongs to older ones is forgotten. */
  function current(): (DyndnsSettings & { readonly hostName: string }) | undefined {
    const { value, version } = settings()
    if (version !== state.settings) {
      running.abort()
      keep(freshState(version))
    }
    const { updatedBy, hostName } = value
    return updatedBy === "homeport" && hostName !== null ? { ...value, hostName } : undefined
  }

  function look(): void {
    const wanted = current()
    if (!wanted) return
    const before = state.phase
    const refreshAfter = refreshTime(wanted)
    turn({ type: "looked", now: now(), address: publicAddress(), refreshAfter })
    const { phase } = state
    if (phase.name === "updating" && before.name !== "updating") void update(wanted, phase.address)
  }

  async function update(wanted: DyndnsSettings & { readonly hostName: string }, address: string): Promise<void> {
    const mine = new AbortController()
    running = mine
    const secret = dyndnsLogin(wanted).password ? (password()?.reveal() ?? "") : ""
    const { hostName } = wanted
    const ask = async () =>
      askOnce(updateRequest({ settings: wanted, password: secret, hostName, address }, userAgent), mine.signal)
    const heard = await ask().catch((error: unknown): HttpAnswer => {
      onFault(error)
      return { ok: false, problem: "interrupted" }
    })
    const answer = readAnswer(heard, address, secret)
    // Given up meanwhile: stopped, or for other settings.
    if (mine.signal.aborted) return
    const before = state
    turn({ type: "answered", now: now(), answer, random: random() })
    tell(before, state, hostName)
  }

  function tell(before: UpdateState, after: UpdateState, hostName: string): void {
    const { last } = after
    if (!last) return
    const { code, address, line } = last
    const params = { hostName, address, answer: line ?? code }
    if (isDyndnsSuccess(code)) {
      if (after.elsewhere && before.phase.name === "updating" && before.phase.cause === "changed")
        events.record({ code: "dyndns.elsewhere", params: { hostName, address } })
      else events.record({ code: "dyndns.updated", params: { hostName, address } })
    } else if (isDyndnsRefusal(code)) events.record({ code: "dyndns.stopped", params })
    // Of failures in a row the first is news.
    else if (before.phase.name === "updating" && before.phase.failures === 0)
      events.record({ code: "dyndns.failed", params })
  }

  return {
    look,
    updateNow() {
      if (!current()) return false
      turn({ type: "asked" })
      look()
      return true
    },
    view() {
      const wanted = current()
      return wanted && viewOf(state, publicAddress(), refreshTime(wanted), now())
    },
    stop() {
      running.abort()
    },
  }
}

/** As it was kept; begun anew when there is nothing, or nothing that can be read. */
function restored(text: string | undefined, version: number): UpdateState {
  if (text === undefined) return freshState(version)
  try {
    // Written by `keep`; a later shape gets another name in the store.
    return nextState(JSON.parse(text) as UpdateState, { type: "restarted" })
  } catch {
    return freshState(version)
  }
}

function viewOf(
  state: UpdateState,
  address: string | undefined,
  refreshAfter: number | undefined,
  now: number,
): DyndnsUpdate {
  const { sent, last, elsewhere, phase } = state
  const at = (time: number) => new Date(time).toISOString()
  const next = nextAttempt(state, refreshAfter)
  const shown = {
    sent: sent && { address: sent.address, at: at(sent.at) },
    last: last && { ...last, at: at(last.at) },
    elsewhere,
  }
  if (phase.name === "stopped" || phase.name === "updating") return { ...shown, state: phase.name, next: null }
  if (address === undefined) return { ...shown, state: "no-address", next: null }
  const due = sent?.address === address && phase.name === "ready" && !phase.asked
  if (due) return { ...shown, state: "idle", next: next === undefined ? null : at(next) }
  // Looked at every few seconds: what is due is tried right away.
  return { ...shown, state: "waiting", next: at(Math.max(next ?? now, now)) }
}

const refreshTime = ({ refreshDays }: DyndnsSettings): number | undefined =>
  refreshDays === null ? undefined : refreshDays * 24 * 3_600_000
