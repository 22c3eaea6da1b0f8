/**
 * TCP as far as SIP sees it: connections that open, carry bytes in order, and end.
 *
 *   connect ── syn ───▶  listener        refused: reset.  no answer: given up after 10 s
 *           ◀─ accept ──
 *           ── data ──▶                  each `send` arrives as one chunk, so a test cuts messages where it likes
 *           ── fin / reset ──▶
 */
import type { Address, Cancel, Clock } from "@homeport/sip"
import type { Dropped, Packet } from "./network.ts"

export interface Connection {
  readonly local: Address
  readonly remote: Address
  readonly open: boolean
  /** What is sent before the connection is accepted waits for it. False when it has ended. */
  send(bytes: Uint8Array): boolean
  /** Says goodbye (fin), or breaks off (reset). */
  end(how?: "fin" | "reset"): void
}

export interface ConnectionUser {
  received(bytes: Uint8Array): void
  /** The other side ended it, refused it, or never answered. Not called after one's own `end`. */
  ended(reason: string): void
}

export interface TcpStack {
  listen(local: Address, accept: (connection: Connection) => ConnectionUser): (() => void) | undefined
  connect(localHost: string, remote: Address, user: ConnectionUser): Connection
  take(packet: Packet): Dropped | undefined
  /** Forgets connections and listeners (of one address) without a word. */
  dropAll(address?: string): void
}

interface Outside {
  readonly clock: Clock
  send(packet: Omit<Packet, "sent">): void
  freePort(used: (port: number) => boolean): number
}

interface Held {
  state: "opening" | "open" | "ended"
  user: ConnectionUser | undefined
  readonly waiting: Uint8Array[]
  giveUp: Cancel | undefined
  readonly connection: Connection
}

export function tcpStack({ clock, send, freePort }: Outside): TcpStack {
  const listeners = new Map<string, (connection: Connection) => ConnectionUser>()
  const connections = new Map<string, Held>()

  const emit = (local: Address, remote: Address, control: Packet["control"], bytes: Uint8Array = nothing) =>
    send({ protocol: "TCP", control, source: local, destination: remote, ttl: 64, bytes: bytes.slice() })

  const hold = (local: Address, remote: Address, state: Held["state"]): Held => {
    const key = keyOf(local, remote)
    const held: Held = {
      state,
      user: undefined,
      waiting: [],
      giveUp: undefined,
      connection: {
        local,
        remote,
        get open() {
          return held.state === "open"
        },
        send(bytes) {
          if (held.state === "ended") return false
          if (held.state === "opening") held.waiting.push(bytes.slice())
          else emit(local, remote, "data", bytes)
          return true
        },
        end(how = "fin") {
          if (held.state === "ended") return
          finish(key, held)
          emit(local, remote, how)
        },
      },
    }
    connections.set(key, held)
    return held
  }
  const finish = (key: string, held: Held, reason?: string) => {
    held.state = "ended"
    held.giveUp?.()
    if (connections.get(key) === held) connections.delete(key)
    if (reason) held.user?.ended(reason)
  }

  return {
    listen(local, accept) {
      const key = `${local.host} ${local.port}`
      if (listeners.has(key)) return undefined
      listeners.set(key, accept)
      return () => void (listeners.get(key) === accept && listeners.delete(key))
    },
    connect(localHost, remote, user) {
      const used = (port: number) => connections.has(keyOf({ host: localHost, port }, remote))
      const local = { host: localHost, port: freePort(used) }
      const held = hold(local, remote, "opening")
      held.user = user
      held.giveUp = clock.after(patience, () => finish(keyOf(local, remote), held, "timed out"))
      emit(local, remote, "syn")
      return held.connection
    },
    take(packet) {
      const { source: remote, destination: local, control } = packet
      const key = keyOf(local, remote)
      const held = connections.get(key)
      if (control === "syn") {
        const accept = listeners.get(`${local.host} ${local.port}`)
        if (!accept) {
          emit(local, remote, "reset")
          return "nobody listens"
        }
        const accepted = hold(local, remote, "open")
        emit(local, remote, "accept")
        accepted.user = accept(accepted.connection)
        return undefined
      }
      if (!held) {
        if (control === "data") emit(local, remote, "reset")
        return "nobody listens"
      }
      if (control === "accept" && held.state === "opening") {
        held.state = "open"
        held.giveUp?.()
        for (const bytes of held.waiting.splice(0)) emit(local, remote, "data", bytes)
      } else if (control === "data") held.user?.received(packet.bytes)
      else if (control === "fin") finish(key, held, "closed by the other side")
      else if (control === "reset") finish(key, held, held.state === "opening" ? "refused" : "reset")
      return undefined
    },
    dropAll(address) {
      for (const [key, held] of connections)
        if (!address || held.connection.local.host === address) {
          held.state = "ended"
          held.giveUp?.()
          connections.delete(key)
        }
      for (const key of listeners.keys()) if (!address || key.startsWith(`${address} `)) listeners.delete(key)
    },
  }
}

const keyOf = (local: Address, remote: Address) => `${local.host} ${local.port} ${remote.host} ${remote.port}`

/** Milliseconds until a connection that nobody answers is given up. */
const patience = 10_000
const nothing = new Uint8Array()
