/**
 * Who is registered, and where: the bindings of every call number. RFC 3261 §10.
 *
 * It keeps what the registrar decided until it expires, knows which flow leads to each contact, and tells every change.
 *
 *   reachable ◀── pings answered or not ──▶ unreachable: skipped for calls; over TCP and TLS its connection is ended
 *       │
 *       └── its connection broke ──▶ TCP: waiting, until the phone connects again       (as restored ones over TCP and TLS)
 *                                    TLS: removed; only the phone's calls remember it (`lost`)
 */
import {
  type Cancel,
  type Clock,
  type Flow,
  flowOf,
  parseUri,
  reliable,
  type SipUri,
  sameFlow,
  uriEquals,
} from "@homeport/sip"
import { type Keepalive, startKeepalive } from "../border/keepalive.ts"
import type { Binding, SbcEvent } from "../events.ts"

export interface LocationService {
  /** Every contact of a number, the oldest first. */
  of(callNumber: string): readonly RegisteredContact[]
  all(): readonly Binding[]
  /** Takes up bindings of an earlier run; what has expired since is told as removed. */
  restore(bindings: readonly Binding[]): void
  /** Adds a contact, or puts new values in the place of the one that is the same (RFC 3261 §19.1.4). */
  save(binding: Binding, flow: Flow, identity: ContactIdentity): void
  remove(contact: RegisteredContact): void
  /** A request came over this flow: whoever is registered over it is reachable. */
  heard(flow: Flow): void
  /** A connection ended: whoever is registered over it has to connect again. */
  flowClosed(flow: Flow): void
  /** The contacts of a number whose TLS connection broke lately: when the phone comes back, its calls go on over the new one. */
  lost(callNumber: string): readonly RegisteredContact[]
  close(): void
}

/** One binding with what it takes to use it. */
export interface RegisteredContact {
  readonly binding: Binding
  /** Undefined while the phone's connection is gone. */
  readonly flow: Flow | undefined
  readonly uri: SipUri | undefined
  readonly identity: ContactIdentity
}

/** Which phone and which of its flows a contact is, where it says so. RFC 5626 §4.1, §4.2. */
export interface ContactIdentity {
  /** `+sip.instance`, as written. */
  readonly instance: string | undefined
  readonly registrationId: string | undefined
}

export interface LocationServiceOptions {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** 0 up to 1. */
  readonly random: () => number
  /** Sends one OPTIONS to an outer contact over its flow. `done` may come late or never; 5 s of silence are a miss. */
  readonly ping: (binding: Binding, flow: Flow, done: (answered: boolean) => void) => void
  /** Ends a connection over which nobody answers. */
  readonly disconnect: (flow: Flow) => void
  readonly onEvent: (event: SbcEvent) => void
}

export function createLocationService(options: LocationServiceOptions): LocationService {
  const { clock, wallClock, random, ping, disconnect, onEvent } = options
  const byNumber = new Map<string, Entry[]>()
  const byFlow = new Map<string, Entry[]>()
  const lost = new Map<string, readonly RegisteredContact[]>()

  const change = (entry: Entry, binding: Binding) => {
    entry.binding = binding
    const { callNumber, contact } = binding
    onEvent({ type: "binding.changed", callNumber, contact, binding })
  }

  const useFlow = (entry: Entry, flow: Flow | undefined) => {
    if (entry.flow !== undefined) drop(byFlow, entry.flow.key, entry)
    entry.flow = flow
    if (flow !== undefined) add(byFlow, flow.key, entry)
  }

  const setReachable = (entry: Entry, reachable: boolean) => {
    const { callNumber, contact } = entry.binding
    change(entry, { ...entry.binding, state: reachable ? "reachable" : "unreachable" })
    onEvent({ type: "station.reachability", callNumber, contact, reachable })
    if (!reachable && entry.flow !== undefined && reliable(entry.flow.transport)) disconnect(entry.flow)
  }

  const keepAlive = (entry: Entry, spread: boolean) => {
    entry.keepalive?.stop()
    entry.keepalive = undefined
    const { network, state } = entry.binding
    // Inside the office there is no NAT to keep open.
    if (network !== "outer" || entry.flow === undefined) return
    entry.keepalive = startKeepalive({
      clock,
      random,
      spread,
      reachable: state === "reachable",
      onReachable: (reachable) => setReachable(entry, reachable),
      ping: (done) => (entry.flow === undefined ? done(false) : ping(entry.binding, entry.flow, done)),
    })
  }

  const expireInTime = (entry: Entry) => {
    entry.stopExpiry()
    entry.stopExpiry = clock.after(Math.max(0, entry.binding.expiresAt - wallClock()), () => remove(entry))
  }

  const forget = (entry: Entry) => {
    entry.stopExpiry()
    entry.keepalive?.stop()
    useFlow(entry, undefined)
    drop(byNumber, entry.binding.callNumber, entry)
  }

  const remove = (entry: RegisteredContact) => {
    const own = byNumber.get(entry.binding.callNumber)?.find((candidate) => candidate === entry)
    if (own === undefined) return
    forget(own)
    const { callNumber, contact } = own.binding
    onEvent({ type: "binding.changed", callNumber, contact, binding: undefined })
  }

  /** Its calls may outlive it, but no longer than it would have lasted. */
  const lose = ({ binding, uri, identity }: Entry) => {
    const others = stillLost(binding.callNumber).filter(({ binding: { contact } }) => contact !== binding.contact)
    lost.set(binding.callNumber, [...others.slice(-9), { binding, uri, identity, flow: undefined }])
  }

  const stillLost = (callNumber: string): readonly RegisteredContact[] => {
    const current = (lost.get(callNumber) ?? []).filter(({ binding }) => binding.expiresAt > wallClock())
    if (current.length > 0) lost.set(callNumber, current)
    else lost.delete(callNumber)
    return current
  }

  const enter = (binding: Binding, identity: ContactIdentity): Entry => {
    const uri = parseUri(binding.contact)
    const entry: Entry = { binding, uri, identity, flow: undefined, keepalive: undefined, stopExpiry: () => {} }
    add(byNumber, binding.callNumber, entry)
    return entry
  }

  return {
    of: (callNumber) => byNumber.get(callNumber) ?? [],

    all: () => [...byNumber.values()].flatMap((entries) => entries.map(({ binding }) => binding)),

    restore(bindings) {
      for (const binding of bindings) {
        const { callNumber, contact, transport, local, source } = binding
        if (binding.expiresAt <= wallClock()) {
          onEvent({ type: "binding.changed", callNumber, contact, binding: undefined })
          continue
        }
        // A datagram can be sent at once; a connection only the phone can make again.
        const waiting = transport !== "UDP"
        const state = waiting ? "waiting" : binding.state === "waiting" ? "reachable" : binding.state
        const entry = enter({ ...binding, state }, noIdentity)
        useFlow(entry, waiting ? undefined : flowOf(transport, local, source))
        expireInTime(entry)
        keepAlive(entry, true)
      }
    },

    save(binding, flow, identity) {
      const uri = parseUri(binding.contact)
      const known = byNumber.get(binding.callNumber)?.find((entry) => sameContact(entry.uri, uri))
      if (known !== undefined && known.binding.contact !== binding.contact) {
        // The same URI spelt otherwise: in the store it is another row.
        const { callNumber, contact } = known.binding
        onEvent({ type: "binding.changed", callNumber, contact, binding: undefined })
      }
      const entry = known ?? enter(binding, identity)
      const sameWay = entry.flow !== undefined && sameFlow(entry.flow, flow) && entry.keepalive !== undefined
      entry.uri = uri
      entry.identity = identity
      useFlow(entry, flow)
      const wasUnreachable = known?.binding.state === "unreachable"
      change(entry, { ...binding, state: "reachable" })
      expireInTime(entry)
      // The schedule goes on over a refresh: phones that register often are pinged all the same.
      if (sameWay && !wasUnreachable) entry.keepalive?.heard()
      else keepAlive(entry, false)
      if (wasUnreachable)
        onEvent({
          type: "station.reachability",
          callNumber: binding.callNumber,
          contact: binding.contact,
          reachable: true,
        })
    },

    remove,

    heard(flow) {
      const entries = byFlow.get(flow.key)
      if (entries === undefined) return
      for (const entry of entries) if (entry.flow?.connection === flow.connection) entry.keepalive?.heard()
    },

    flowClosed(flow) {
      // A datagram that could not be sent closes nothing: the next ping tells.
      if (flow.transport === "UDP") return
      for (const entry of [...(byFlow.get(flow.key) ?? [])]) {
        if (entry.flow === undefined || !sameFlow(entry.flow, flow)) continue
        if (flow.transport === "TLS") {
          lose(entry)
          remove(entry)
          continue
        }
        entry.keepalive?.stop()
        entry.keepalive = undefined
        useFlow(entry, undefined)
        change(entry, { ...entry.binding, state: "waiting" })
      }
    },

    lost: stillLost,

    close() {
      for (const entries of byNumber.values())
        for (const entry of entries) {
          entry.stopExpiry()
          entry.keepalive?.stop()
        }
      byNumber.clear()
      byFlow.clear()
      lost.clear()
    },
  }
}

/** RFC 3261 §19.1.4; URIs that cannot be read are never the same. */
export function sameContact(one: SipUri | undefined, other: SipUri | undefined): boolean {
  return one !== undefined && other !== undefined && uriEquals(one, other)
}

interface Entry extends RegisteredContact {
  binding: Binding
  flow: Flow | undefined
  uri: SipUri | undefined
  identity: ContactIdentity
  keepalive: Keepalive | undefined
  stopExpiry: Cancel
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key)
  if (entries === undefined) map.set(key, [entry])
  else entries.push(entry)
}

function drop(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const kept = (map.get(key) ?? []).filter((candidate) => candidate !== entry)
  if (kept.length === 0) map.delete(key)
  else map.set(key, kept)
}

const noIdentity: ContactIdentity = { instance: undefined, registrationId: undefined }
