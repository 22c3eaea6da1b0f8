/**
 * The sides of one worker and their sockets: from a datagram to the other side's socket nothing leaves this thread. Told
 * what to do by `Command`s, tells what happened by `Report`s.
 */
import { target } from "../address.ts"
import type { Cancel, Clock } from "../clock.ts"
import { RelaySide } from "../side.ts"
import type { Component, SideCounters } from "./engine.ts"
import type { Command, Report } from "./messages.ts"
import type { BindPort, PortSocket } from "./socket.ts"

export interface DataPathOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly bind: BindPort
  readonly report: (report: Report) => void
}

/** Answers each `add` with "added" or "failed", each `release` with "released"; that of an unknown side, and all else for one, is nothing. */
export const createDataPath = ({ clock, random, bind, report }: DataPathOptions): ((command: Command) => void) => {
  const sides = new Map<number, BoundSide>()
  let stopTimer: Cancel | undefined

  const everySecond = (): void => {
    stopTimer = sides.size === 0 ? undefined : clock.after(SECOND, everySecond)
    const changed: { side: number; counters: RelaySide["counters"] }[] = []
    for (const [id, bound] of sides) {
      bound.side.tick()
      if (bound.side.activity === bound.reported) continue
      bound.reported = bound.side.activity
      changed.push({ side: id, counters: bound.side.counters })
    }
    if (changed.length > 0) report({ type: "counters", sides: changed })
  }

  const add = ({ side: id, relay, address, port }: Extract<Command, { type: "add" }>): void => {
    let waiting = 2
    const bound = (problem: string | undefined): void => {
      if (sides.get(id) !== entry) return
      waiting--
      if (problem !== undefined) {
        close(id)
        report({ type: "failed", side: id, code: problem })
      } else if (waiting === 0) report({ type: "added", side: id })
    }
    const side = new RelaySide({
      clock,
      random,
      output: {
        transmit(component, bytes, host, port, ttl) {
          entry[component]?.send(bytes, host, port, ttl)
        },
        nonRtp: (component, bytes, host, port) =>
          report({ type: "nonRtp", side: id, component, bytes: new Uint8Array(bytes), from: { host, port } }),
        settled: (host, port) => report({ type: "settled", side: id, source: { host, port } }),
      },
    })
    const entry: BoundSide = { relay, side, reported: 0, rtp: undefined, rtcp: undefined }
    sides.set(id, entry)
    const open = (component: Component, number: number): void => {
      const received = (bytes: Uint8Array, host: string, port: number): void =>
        side.receive(component, bytes, host, port)
      const socket = bind(address, number, { received, bound })
      if (sides.get(id) === entry) entry[component] = socket
      else socket.close()
    }
    open("rtp", port)
    if (sides.get(id) === entry) open("rtcp", port + 1)
    stopTimer ??= clock.after(SECOND, everySecond)
  }

  const close = (id: number): SideCounters | undefined => {
    const bound = sides.get(id)
    if (bound === undefined) return undefined
    sides.delete(id)
    bound.side.close()
    bound.rtp?.close()
    bound.rtcp?.close()
    if (sides.size === 0) {
      stopTimer?.()
      stopTimer = undefined
    }
    return bound.side.counters
  }

  const release = (id: number): void => {
    const counters = close(id)
    if (counters !== undefined) report({ type: "released", side: id, counters })
  }

  const join = (a: number, b: number): void => {
    const [one, other] = [sides.get(a), sides.get(b)]
    if (one === undefined || other === undefined || one === other || one.relay !== other.relay) return
    for (const { relay, side } of sides.values()) if (relay === one.relay) side.peer = undefined
    one.side.peer = other.side
    other.side.peer = one.side
  }

  return (command) => {
    switch (command.type) {
      case "add":
        return add(command)
      case "join":
        return join(command.a, command.b)
      case "negotiated":
        return sides.get(command.side)?.side.negotiated(command.remote)
      case "deliver":
        return sides.get(command.side)?.side.deliver(command.active)
      case "send": {
        const to = target(command.to)
        if (to) sides.get(command.side)?.[command.component]?.send(command.bytes, to.host, to.port, command.ttl)
        return
      }
      case "release":
        return release(command.side)
    }
  }
}

interface BoundSide {
  readonly relay: number
  readonly side: RelaySide
  /** Its activity when its counters were last told. */
  reported: number
  rtp: PortSocket | undefined
  rtcp: PortSocket | undefined
}

const SECOND = 1000
