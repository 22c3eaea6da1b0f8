/**
 * A listener whose flows are connections. RFC 3261 §18, RFC 5923 §8: a connection is used in both directions, whoever opened it.
 *
 * It knows streams, not sockets: tcp.ts and tls.ts give it what was accepted, and the way to open one.
 */
import type { Duplex } from "node:stream"
import type { Cancel, Clock } from "../clock.ts"
import { Connection, type ConnectionPlace } from "./connection.ts"
import type { ConnectionCount } from "./connection-count.ts"
import { flowOf } from "./flow.ts"
import type { Limits } from "./limits.ts"
import type { Address, Endpoint, Flow, Listener, Receiver } from "./transport.ts"

export class StreamListener implements Listener, ConnectionPlace {
  readonly endpoint: Endpoint
  readonly receiver: Receiver
  readonly limits: Limits
  readonly #parts: StreamListenerParts
  readonly #local: Address
  readonly #connections = new Map<number, Connection>()
  /** The youngest connection with that address. */
  readonly #byRemote = new Map<string, Connection>()
  #cancelCheck: Cancel | undefined
  #shut: Promise<void> | undefined
  #closing: Promise<void> | undefined
  #emptied: (() => void) | undefined

  constructor(endpoint: Endpoint, receiver: Receiver, parts: StreamListenerParts) {
    this.endpoint = endpoint
    this.receiver = receiver
    this.limits = parts.limits
    this.#parts = parts
    this.#local = { host: endpoint.host, port: endpoint.port }
  }

  /**
   * A connection came: it counts from now on, unless its source may not come here, or it is one too many, and closed. `carry` or
   * `dismiss` follows.
   */
  admit(stream: Duplex, remote: Address): Flow | undefined {
    const { count } = this.#parts
    if (this.receiver.admits?.(remote.host, remote.port) === false) {
      stream.on("error", ignored)
      stream.destroy()
      return undefined
    }
    const flow = flowOf(this.endpoint.transport, this.#local, remote, count.next())
    if (!this.#shut && count.allows(remote.host)) {
      count.added(remote.host)
      this.receiver.accepted?.(flow)
      return flow
    }
    stream.on("error", ignored)
    stream.destroy()
    if (!this.#shut) this.receiver.failed(flow, "too many connections")
    return undefined
  }

  /** What was admitted speaks SIP from now on. */
  carry(stream: Duplex, flow: Flow): Connection {
    const connection = new Connection(stream, flow, this, "open")
    this.#add(connection)
    return connection
  }

  /** What was admitted ended before it could speak. */
  dismiss({ remote }: Flow): void {
    this.#parts.count.removed(remote.host)
  }

  send(flow: Flow, bytes: Uint8Array): boolean {
    return this.#find(flow)?.send(bytes) ?? false
  }

  connect(remote: Address): Flow {
    const existing = this.#byRemote.get(keyOf(remote))
    if (existing?.usable) return existing.flow
    const { count, clock, dial } = this.#parts
    const flow = flowOf(this.endpoint.transport, this.#local, remote, count.next())
    const stream = this.#shut ? undefined : dial(remote, () => connection?.established())
    const connection = stream && new Connection(stream, flow, this, "connecting")
    if (connection) {
      count.added(remote.host)
      this.#add(connection)
    } else clock.after(0, () => this.receiver.failed(flow, "no connection is possible"))
    return flow
  }

  disconnect(flow: Flow): void {
    this.#find(flow)?.end("closed by us")
  }

  acceptNoMore(): void {
    this.#shut ??= this.#parts.shut()
  }

  holds(flow: Flow): boolean {
    return this.#find(flow) !== undefined
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  // What the connections ask of us: ConnectionPlace.

  now(): number {
    return this.#parts.clock.now()
  }

  closed(connection: Connection, reason: string): void {
    const { flow } = connection
    if (flow.connection === undefined || !this.#connections.delete(flow.connection)) return
    if (this.#byRemote.get(keyOf(flow.remote)) === connection) this.#byRemote.delete(keyOf(flow.remote))
    this.#parts.count.removed(flow.remote.host)
    if (this.#connections.size === 0) {
      this.#cancelCheck?.()
      this.#cancelCheck = undefined
      this.#emptied?.()
    }
    this.receiver.failed(flow, reason)
  }

  #add(connection: Connection): void {
    const { flow } = connection
    if (flow.connection === undefined) return
    this.#connections.set(flow.connection, connection)
    this.#byRemote.set(keyOf(flow.remote), connection)
    if (!this.#cancelCheck) this.#checkLater()
  }

  #find(flow: Flow): Connection | undefined {
    return flow.connection === undefined ? undefined : this.#connections.get(flow.connection)
  }

  /** One timer for all connections, instead of one or two for each that every byte would start anew. */
  #checkLater(): void {
    this.#cancelCheck = this.#parts.clock.after(1000, () => {
      this.#checkLater()
      const now = this.now()
      for (const connection of [...this.#connections.values()]) connection.check(now)
    })
  }

  async #close(): Promise<void> {
    this.acceptNoMore()
    if (this.#connections.size > 0) {
      const emptied = new Promise<void>((resolve) => {
        this.#emptied = resolve
      })
      for (const connection of this.#connections.values()) connection.end("closed by us")
      await emptied
    }
    await this.#shut
  }
}

/** What all listeners of a network share. */
export interface StreamParts {
  readonly clock: Clock
  readonly limits: Limits
  readonly count: ConnectionCount
}

export interface StreamListenerParts extends StreamParts {
  /** Opens a connection; undefined where that cannot even be tried. */
  readonly dial: (remote: Address, established: () => void) => Duplex | undefined
  /** Accepts no more; done when every accepted connection is gone. */
  readonly shut: () => Promise<void>
}

const keyOf = ({ host, port }: Address): string => `${host} ${port}`
const ignored = () => {}
