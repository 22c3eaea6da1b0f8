/** The SBC-light core: what the server starts, asks and reconfigures. Read this first. */
import type { SbcConfig } from "./config.ts"
import type { Binding, CallView, ChannelsView, ListenerView, SbcEvent, StunView } from "./events.ts"

export interface Sbc {
  /** Binds what the new configuration needs beside what runs. Nothing changes until `activate`. */
  prepare(config: SbcConfig): Promise<Prepared | PrepareRefused>
  /** Ends calls with BYE, answers 503 meanwhile, closes all sockets. At most `milliseconds`. */
  stop(milliseconds: number): Promise<void>
  registrations(): readonly Binding[]
  calls(): readonly CallView[]
  channels(): ChannelsView
  stun(): StunView
  listeners(): readonly ListenerView[]
}

export interface Prepared {
  readonly ok: true
  /** Cannot fail: new calls use the new configuration, running calls keep theirs. */
  activate(): void
  discard(): void
}

export interface PrepareRefused {
  readonly ok: false
  readonly problems: readonly PrepareProblem[]
}

export interface PrepareProblem {
  readonly code: "address-in-use" | "address-not-available" | "permission-denied" | "failed"
  /** Which setting: the form shows the sentence there. */
  readonly setting: "ports.inner" | "ports.outer" | "networks.outer" | "networks.inner"
  readonly transport: "UDP" | "TCP" | "TLS"
  readonly address: string
  readonly port: number
}

export interface SbcOptions {
  readonly config: SbcConfig
  /** What was registered when the process last ran. */
  readonly bindings: readonly Binding[]
  /** 32 octets, the same over restarts: nonces stay valid. */
  readonly nonceKey: Uint8Array
  /** Called synchronously; must not throw. */
  readonly onEvent: (event: SbcEvent) => void
}
