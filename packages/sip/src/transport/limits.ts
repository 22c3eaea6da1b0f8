/** How much of us others may use. */
export interface Limits {
  /** Connections in all, of every listener of this network. */
  readonly connections: number
  /** Connections with one remote address: generous, a whole office may sit behind one NAT. */
  readonly connectionsPerAddress: number
  /** Milliseconds without a byte received after which a connection ends: longer than a registration lasts without refresh. */
  readonly idle: number
  /** Milliseconds from the accept of a TLS connection until it is secured. */
  readonly handshake: number
  /** Milliseconds for the first message after a connection was accepted, over TLS after it was secured. */
  readonly silence: number
  /** Milliseconds from a message's first byte to its last. */
  readonly unfinished: number
  /** Milliseconds for a connection of our own to be accepted. */
  readonly connect: number
  /** Bytes that wait to be sent to a slow peer before its connection is given up. */
  readonly buffered: number
}

export const defaultLimits: Limits = {
  connections: 10_000,
  connectionsPerAddress: 100,
  idle: 4_000_000,
  handshake: 10_000,
  silence: 30_000,
  unfinished: 10_000,
  connect: 10_000,
  buffered: 1_048_576,
}
