/**
 * Keeps the office router's mappings as they are wanted: asks, renews in good time, takes back.
 *
 *              look(): what is wanted has changed          stop()
 *    ┌──────┐ ──────────────────────────────▶ ┌───────┐ ──────────▶ takes back what it holds, at most `stopLimit`
 *    │ idle │                                 │ round │
 *    └──────┘ ◀────────────────────────────── └───────┘  one at a time; a change during a round begins another
 *        │     done: next after half a lease      ▲
 *        └─────────── or, after a failure, ───────┘
 *                    in 1, 2, 4 … 15 minutes
 *
 * A round: give back what is no longer wanted; find the router unless it is known; ask for each port. Nothing waits for a round, and
 * no step of it takes longer than its limit, whatever the router does. What is wanted and what came of it are told as events once,
 * when they change.
 */
import type { MappingProblem, PlannedMapping, RouterMapping } from "@homeport/contract"
import type { Clock } from "../core/clock.ts"
import type { EventRecorder } from "../core/event-recorder.ts"
import {
  type MappedPort,
  MappingError,
  type PortMapper,
  type RouterAddress,
  type RouterControl,
} from "./port-mapper.ts"

export interface AutomaticMapping {
  /** To be called after every change of settings and every few seconds. It returns at once. */
  look(): void
  view(): MappingView
  /** Takes back what the router holds for us; resolves within `stopLimit`, whether that was possible or not. */
  stop(): Promise<void>
}

/** As the contract has it, with times in milliseconds since 1970. */
export interface MappingView extends Pick<RouterMapping, "on" | "protocol" | "externalAddress"> {
  readonly lines: readonly Line[]
  readonly nextAt: number | undefined
}

export interface Wanted {
  /** The address that the router forwards to. */
  readonly local: string
  /** undefined: nobody knows which router to ask. */
  readonly gateway: string | undefined
  readonly ports: readonly PlannedMapping[]
  /** As STUN sees it: with another one the router has dialled in anew, and may have forgotten what it held. */
  readonly publicAddress: string | undefined
}

/** Time, turned by hand in tests. */
export interface AutomaticMappingOptions {
  /** undefined: it is switched off. */
  readonly wanted: () => Wanted | undefined
  readonly mapper: PortMapper
  readonly clock: Clock
  readonly events: EventRecorder
  /** The view has changed. */
  readonly onChanged: () => void
}

export interface Line extends MappedPort {
  readonly state: "asking" | "mapped" | "failed"
  readonly problem: MappingProblem | undefined
  readonly until: number | undefined
}

interface Held extends MappedPort {
  readonly router: RouterControl
  readonly local: string
  readonly until: number
}

export function createAutomaticMapping(options: AutomaticMappingOptions): AutomaticMapping {
  const { wanted, mapper, clock, events, onChanged } = options
  const held = new Map<string, Held>()
  const lines = new Map<string, Line>()
  let seen = JSON.stringify(undefined)
  let router: (RouterAddress & { readonly control: RouterControl }) | undefined
  let externalAddress: string | undefined
  let failures = 0
  let next: { readonly at: number; cancel(): void } | undefined
  let round: Promise<void> | undefined
  let again = false
  let stopped = false
  const steps = new Set<AbortController>()

  function look(): void {
    const now = JSON.stringify(wanted())
    if (stopped || now === seen) return
    seen = now
    failures = 0
    begin()
  }

  function begin(): void {
    next?.cancel()
    next = undefined
    if (round) again = true
    else
      round = runRound().then(() => {
        round = undefined
        if (again && !stopped) begin()
      })
  }

  async function runRound(): Promise<void> {
    again = false
    const want = wanted()
    const keys = new Set(want?.ports.filter(({ refused }) => !refused).map(keyOf))
    for (const [key, mapping] of held)
      if (!keys.has(key) || mapping.local !== want?.local) await giveBack(key, mapping, stepLimit)
    for (const key of lines.keys()) if (!want?.ports.some((port) => keyOf(port) === key)) lines.delete(key)
    if (want) await mapAll(want)
    else {
      router = undefined
      externalAddress = undefined
    }
    onChanged()
  }

  async function mapAll(want: Wanted): Promise<void> {
    const asked = want.ports.filter((port) => !port.refused)
    for (const port of want.ports)
      if (port.refused) fail(port, port.refused)
      else if (!lines.has(keyOf(port))) setLine(port, { state: "asking" })
    onChanged()
    const control = await routerOf(want).catch((error: unknown) => {
      for (const port of asked) fail(port, problemOf(error))
      return undefined
    })
    if (control && !stopped)
      externalAddress = await withLimit(stepLimit, (signal) => control.externalAddress(signal)).catch(() => undefined)
    let seconds = lease
    for (const port of asked) if (control && !stopped) seconds = Math.min(seconds, await map(port, want, control))
    const failed = asked.some((port) => lines.get(keyOf(port))?.state === "failed")
    if (failed && !asked.some((port) => lines.get(keyOf(port))?.state === "mapped")) router = undefined
    if (stopped || again || asked.length === 0) return
    failures = failed ? failures + 1 : 0
    const retry = firstRetry * 2 ** Math.min(failures - 1, 10)
    schedule(failed ? Math.min(retry, longestRetry, (seconds * 1_000) / 2) : (seconds * 1_000) / 2)
  }

  async function routerOf({ gateway, local }: Wanted): Promise<RouterControl> {
    if (gateway === undefined) throw new MappingError("no-gateway", "no default gateway")
    if (router?.gateway === gateway && router.local === local) return router.control
    router = undefined
    const control = await withLimit(findLimit, (signal) => mapper.find({ gateway, local }, signal))
    router = { gateway, local, control }
    return control
  }

  /** Resolves with the seconds that it holds. */
  async function map(port: PlannedMapping, { local }: Wanted, control: RouterControl): Promise<number> {
    const key = keyOf(port)
    try {
      const granted = await withLimit(stepLimit, (signal) => control.map(port, lease, signal))
      if (granted.externalPort !== port.port || granted.seconds === 0) {
        // Whoever rings at that port would be let in to ours.
        await withLimit(stepLimit, (signal) => control.unmap(port, granted.externalPort, signal))
        held.delete(key)
        throw new MappingError(granted.seconds === 0 ? "only-permanent" : "other-port", "given back")
      }
      const isNew = !held.has(key)
      const until = clock.now() + granted.seconds * 1_000
      held.set(key, { protocol: port.protocol, port: port.port, router: control, local, until })
      setLine(port, { state: "mapped", until })
      if (isNew)
        events.record({
          code: "router.mapped",
          params: { protocol: port.protocol, port: port.port, address: local, how: names[control.protocol] },
        })
      return Math.max(granted.seconds, shortestLease)
    } catch (error) {
      fail(port, problemOf(error))
      return lease
    }
  }

  async function giveBack(key: string, mapping: Held, limit: number): Promise<void> {
    held.delete(key)
    lines.delete(key)
    const { protocol, port } = mapping
    // What the router has forgotten may be somebody else's by now.
    if (clock.now() >= mapping.until) return
    const given = withLimit(limit, (signal) => mapping.router.unmap(mapping, port, signal))
    const confirmed = await given.then(
      () => true,
      () => false,
    )
    events.record({
      code: confirmed ? "router.unmapped" : "router.unmap-failed",
      params: { protocol, port },
    })
  }

  function fail(port: PlannedMapping, problem: MappingProblem): void {
    const known = lines.get(keyOf(port))
    // A mapping that could not be renewed may still be there; it is renewed or given back like every other one.
    setLine(port, { state: "failed", problem })
    if (known?.problem === problem) return
    const { protocol, port: number } = port
    events.record({
      code: `router.mapping-failed.${problem}`,
      params: { protocol, port: number },
    })
  }

  function setLine({ protocol, port }: MappedPort, line: Partial<Line> & Pick<Line, "state">): void {
    lines.set(keyOf({ protocol, port }), { protocol, port, problem: undefined, until: undefined, ...line })
  }

  function schedule(milliseconds: number): void {
    next = { at: clock.now() + milliseconds, cancel: clock.after(milliseconds, begin) }
  }

  /** Rejects when the time is over, whether or not `work` heeds its signal. */
  function withLimit<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const ending = new AbortController()
    steps.add(ending)
    return new Promise<T>((resolve, reject) => {
      const cancel = clock.after(milliseconds, () => ending.abort())
      ending.signal.addEventListener("abort", () => reject(new MappingError("no-answer", "no answer in time")))
      work(ending.signal)
        .then(resolve, reject)
        .finally(() => {
          cancel()
          steps.delete(ending)
        })
    })
  }

  return {
    look,
    view: () => ({
      on: wanted() !== undefined,
      protocol: router?.control.protocol ?? null,
      externalAddress: router ? (externalAddress ?? null) : null,
      lines: [...lines.values()].toSorted(
        (one, other) => one.port - other.port || other.protocol.localeCompare(one.protocol),
      ),
      nextAt: next?.at,
    }),
    async stop() {
      stopped = true
      next?.cancel()
      next = undefined
      for (const step of steps) step.abort()
      const give = async () => {
        await round
        await Promise.all([...held].map(([key, mapping]) => giveBack(key, mapping, stopLimit)))
      }
      await withLimit(stopLimit, give).catch(() => undefined)
    },
  }
}

const keyOf = ({ protocol, port }: MappedPort): string => `${protocol} ${port}`

const problemOf = (error: unknown): MappingProblem => (error instanceof MappingError ? error.problem : "failed")

const names = { "nat-pmp": "NAT-PMP", "upnp-igd": "UPnP" } as const

/** Seconds. Long enough to be no burden, short enough that a router forgets us soon after we are gone. */
const lease = 3_600
/** Seconds. A router that grants less is not asked more often than that would need. */
const shortestLease = 60
/** Milliseconds. */
const firstRetry = 60_000
const longestRetry = 15 * 60_000
const findLimit = 8_000
const stepLimit = 4_000
const stopLimit = 2_000
