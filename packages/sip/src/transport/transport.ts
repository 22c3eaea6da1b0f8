/**
 * What a transport is to the layers above it: somewhere to send bytes, and calls back with messages. RFC 3261 §18.
 *
 * Only the files of this folder touch the network. `Network` is what they offer; `@homeport/testkit` has one in memory.
 */
import type { Message } from "../message/message.ts"
import type { ParseError } from "../message/parse.ts"
import type { Result } from "../result.ts"
import type { HandshakeFailure } from "./handshake-failure.ts"

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
  /** TLS only. What is told of an endpoint afterwards (`Listener.endpoint`, `ListenError`) does not repeat it. */
  readonly certificate?: Certificate
}

/** PEM: the server's own certificate, its issuers, the root; and its private key. */
export interface Certificate {
  readonly chain: string
  readonly key: string
}

export interface ListenError {
  /** "certificate": it cannot be loaded, does not fit its key, or is weaker than OpenSSL bears. */
  readonly code: "address-in-use" | "address-not-available" | "permission-denied" | "certificate" | "failed"
  readonly endpoint: Endpoint
  readonly message: string
}

/** Called synchronously, from the socket's own callback. Nothing it is given may throw past it. */
export interface Receiver {
  /**
   * Asked first of all, of every datagram but STUN and of every connection that somebody opens to us: whether this source may come here.
   * Where it may not, a datagram is dropped without a word and a connection closed before anything is read. Absent: everybody may.
   */
  admits?(host: string, port: number): boolean
  message(message: Message, flow: Flow): void
  /** Bytes that are no SIP message. `error.request` holds what a 400 needs, where that much was readable. */
  malformed(error: ParseError, flow: Flow): void
  /** A datagram that is STUN by its magic cookie (RFC 8489 §5), on UDP only. */
  stun(bytes: Uint8Array, flow: Flow): void
  /** A connection ended, was refused, or took too long; or a datagram could not be sent. */
  failed(flow: Flow, reason: string): void
  /** Somebody connected, over TLS before anything is secured; not told where there are too many already. */
  accepted?(flow: Flow): void
  /**
   * An HTTP request came over TCP, or over TLS once that was secured. Its connection is closed, after the bytes that are answered
   * where a browser asked for a page; whoever asks for anything else gets no answer.
   */
  http?(flow: Flow): Uint8Array | undefined
  /** No secured connection came of a connection to a TLS port, or the phone refused it before it said anything. */
  handshakeFailed?(flow: Flow, failure: HandshakeFailure): void
}

export interface Listener {
  readonly endpoint: Endpoint
  /**
   * Sends to the flow's remote address. UDP sends a datagram; TCP and TLS write to that connection and answer false when it is
   * gone (then use `connect`). Never throws and never resolves names.
   */
  send(flow: Flow, bytes: Uint8Array): boolean
  /**
   * The flow to `remote` from here: for UDP at once; for TCP an existing connection or a new one (what is sent waits for it); for
   * TLS an existing connection, else one that fails at once, because nobody is dialled.
   */
  connect(remote: Address): Flow
  /** Ends one connection; nothing for UDP. */
  disconnect(flow: Flow): void
  /**
   * TLS only: loads another certificate. Nothing changes until the function that it answers with is called, which cannot fail:
   * handshakes that begin from then on get the new certificate, connections that exist live on.
   */
  renewal?(certificate: Certificate): Promise<Result<() => void, ListenError>>
  /** Connections only: frees the port at once, and goes on with the connections that exist. */
  acceptNoMore?(): void
  /** Connections only: whether the flow is one of its connections. */
  holds?(flow: Flow): boolean
  /** Stops receiving; what was accepted before is still sent. */
  close(): Promise<void>
}
