/**
 * The engine that relays in worker threads. This is its main thread's half: it owns the port pool and knows which relay
 * lives where; media never comes by here.
 *
 *   main thread   Relay, Side ──Command──▶ │ ▲                    worker threads, each with whole relays
 *                 ports                    │ │ Report: added, settled, STUN, and once a second the counters
 *   worker                                 ▼ │
 *                 data path: socket ─▶ RelaySide ─▶ RelaySide ─▶ socket
 */
import { availableParallelism } from "node:os"
import { type Clock, realClock } from "../clock.ts"
import { createPortPool } from "../port-pool.ts"
import type { Engine, PortRange, Relay, RelayObserver } from "./engine.ts"
import { EngineSide } from "./engine-side.ts"
import type { Report } from "./messages.ts"
import { runHere, type StartThread, startWorker, type Thread } from "./thread.ts"

export interface UserspaceOptions {
  readonly ports: PortRange
  /** How many threads; one a processor but one, where it is not said. 0: none, all is done on the calling thread, for tests. */
  readonly workers?: number
  /** From 0 up to, not including, 1. */
  readonly random?: () => number
  readonly clock?: Clock
  /** A sentence for the operator's log: a worker died, an address cannot be bound. */
  readonly log?: (sentence: string) => void
  /** In place of worker threads, for tests. */
  readonly start?: StartThread
}

export const createUserspaceEngine = (options: UserspaceOptions): Engine => {
  const { random = Math.random, clock = realClock, log = () => {} } = options
  const workers = options.workers ?? Math.max(1, Math.min(MOST_WORKERS, availableParallelism() - 1))
  const start = options.start ?? (workers === 0 ? runHere(clock, random) : startWorker)
  const pool = createPortPool({ range: options.ports, random, now: () => clock.now() })
  /** A place is empty after its thread died, until the next relay. */
  const places: (Place | undefined)[] = Array.from({ length: Math.max(1, workers) }, () => undefined)
  let lastId = 0
  let stopped = false

  const begin = (index: number): Place => {
    const place: Place = {
      relays: 0,
      sides: new Map(),
      alive: true,
      thread: start({
        report: (report) => receive(place, report),
        died: (reason) => {
          place.alive = false
          if (places[index] === place) places[index] = undefined
          log(`An RTP worker ended; the media of ${place.relays} relays in it is lost: ${reason}`)
          for (const side of [...place.sides.values()]) side.threadDied()
        },
      }),
    }
    places[index] = place
    return place
  }

  /** An empty place first, so that a worker is started again; then the one with the fewest relays. */
  const choose = (): Place => {
    const empty = places.indexOf(undefined)
    if (empty !== -1) return begin(empty)
    const running = places.filter((place) => place !== undefined)
    return running.reduce((best, place) => (place.relays < best.relays ? place : best))
  }

  const receive = (place: Place, report: Report): void => {
    if (report.type === "counters") {
      for (const { side, counters } of report.sides) place.sides.get(side)?.counted(counters)
      return
    }
    place.sides.get(report.side)?.told(report)
    if (report.type === "released") place.sides.delete(report.side)
  }

  const relay = (observer: RelayObserver): Relay => {
    const place = choose()
    const relayId = ++lastId
    const mine = new Set<EngineSide>()
    let released = false
    place.relays++

    const addSide: Relay["addSide"] = (address, done) => attempt(address, ATTEMPTS, done)
    const attempt = (address: string, left: number, done: Parameters<Relay["addSide"]>[1]): void => {
      const port = released || stopped || !place.alive || left === 0 ? undefined : pool.take()
      if (port === undefined) {
        queueMicrotask(() => done(undefined))
        return
      }
      const side: EngineSide = new EngineSide({
        id: ++lastId,
        address,
        rtpPort: port,
        clock,
        observer,
        perform: (command) => place.alive && !stopped && place.thread.perform(command),
        bound(problem) {
          if (problem === undefined && !released) {
            done(side)
            return
          }
          side.release()
          // Somebody else's port, for now: it rests like one of ours, and another pair is tried.
          if (problem === "EADDRINUSE") {
            attempt(address, left - 1, done)
            return
          }
          if (problem !== undefined && place.alive) log(`No RTP ports can be opened on ${address}: ${problem}`)
          done(undefined)
        },
        released() {
          mine.delete(side)
          // An open one has still to hear of its last figures.
          if (!side.opened || !place.alive || stopped) place.sides.delete(side.id)
          pool.release(port)
        },
      })
      mine.add(side)
      place.sides.set(side.id, side)
      side.open(relayId)
    }

    return {
      addSide,
      join(a, b) {
        if (place.alive && !stopped) place.thread.perform({ type: "join", a: a.id, b: b.id })
      },
      release() {
        if (released) return
        released = true
        place.relays--
        for (const side of [...mine]) if (side.opened) side.release()
      },
    }
  }

  // Now, and not at the first call: a thread needs a tenth of a second to begin.
  for (const index of places.keys()) begin(index)

  return {
    name: "userspace",
    relay,
    ports: {
      get free() {
        return pool.free
      },
      get total() {
        return pool.total
      },
    },
    configure: (range) => pool.configure(range),
    async stop() {
      stopped = true
      await Promise.all(places.map((place) => place?.thread.stop()))
    },
  }
}

interface Place {
  readonly thread: Thread
  readonly sides: Map<number, EngineSide>
  relays: number
  alive: boolean
}

const MOST_WORKERS = 4
/** How many pairs may turn out to be somebody else's before a side is refused. */
const ATTEMPTS = 16
