/**
 * What a transport is to the layers above it: somewhere to send bytes, and calls back with messages. RFC 3261 §18.
 *
 * Only the files of this folder touch the network. `Network` is what they offer; `@homeport/testkit` has one in memory.
 */
import type { Message } from "../message/message.ts"
import type { ParseError } from "../message/parse.ts"
import type { Result } from "../result.ts"

export type TransportName = "UDP" | "TCP" | "TLS"

/** An IP literal (never a name; IPv6 without brackets) and a port. */
export interface Address {
  readonly host: string
  readonly port: number
}

/**
 * Where a message came from and where its answer goes: a connection, or for UDP a pair of addresses (RFC 5626 §1).
 * A value: compare with `sameFlow`, and use `key` (transport, local, remote) for maps. A connection that breaks takes its
 * flow along; a new one between the same addresses is another flow with another `connection`.
 */
export interface Flow {
  readonly transport: TransportName
  readonly local: Address
  readonly remote: Address
  readonly key: string
  /** Number of the connection in this process; undefined for UDP. */
  readonly connection?: number
}

export interface Network {
  /** Binds and begins to receive. Never binds a wildcard address, never shares a port (no `reuseAddr` for UDP). */
  listen(endpoint: Endpoint, receiver: Receiver): Promise<Result<Listener, ListenError>>
}

export interface Endpoint extends Address {
  readonly transport: TransportName
  /** TLS only: PEM certificate chain and key. */
  readonly certificate?: { readonly chain: string; readonly key: string }
}

export interface ListenError {
  readonly code: "address-in-use" | "address-not-available" | "permission-denied" | "failed"
  readonly endpoint: Endpoint
  readonly message: string
}

/** Called synchronously, from the socket's own callback. Nothing it is given may throw past it. */
export interface Receiver {
  message(message: Message, flow: Flow): void
  /** Bytes that are no SIP message. `error.request` holds what a 400 needs, where that much was readable. */
  malformed(error: ParseError, flow: Flow): void
  /** A datagram that is STUN by its magic cookie (RFC 8489 §5), on UDP only. */
  stun(bytes: Uint8Array, flow: Flow): void
  /** A connection ended, was refused, or took too long; or a datagram could not be sent. */
  failed(flow: Flow, reason: string): void
  /** An HTTP request came over TCP, and its connection is closed: what a wrong port forwarding looks like. */
  http?(flow: Flow): void
}

export interface Listener {
  readonly endpoint: Endpoint
  /**
   * Sends to the flow's remote address. UDP sends a datagram; TCP writes to that connection and answers false when it is
   * gone (then use `connect`). Never throws and never resolves names.
   */
  send(flow: Flow, bytes: Uint8Array): boolean
  /** The flow to `remote` from here: for UDP at once; for TCP an existing connection or a new one (what is sent waits for it). */
  connect(remote: Address): Flow
  /** Ends one connection; nothing for UDP. */
  disconnect(flow: Flow): void
  /** Stops receiving; what was accepted before is still sent. */
  close(): Promise<void>
}
