/** What a running core can be asked and told, and what it is given to start with. The core itself is made in sbc.ts. */
import type { Engine } from "@homeport/rtp"
import type { Clock, Network } from "@homeport/sip"
import type { ResolveName } from "@homeport/stun"
import type { Visit } from "./border/forwarding-watch.ts"
import type { SbcConfig } from "./config.ts"
import type {
  Binding,
  Block,
  CallView,
  ChannelsView,
  FilteringTestOutcome,
  FirewallView,
  ForwardingEvidence,
  ListenerView,
  SbcEvent,
  StunView,
} from "./events.ts"
import type { Prepared, PrepareRefused } from "./prepared.ts"
import type { RegistrationAttempt, RegistrationTrial } from "./registrar/registration-trial.ts"

export interface Sbc {
  /** Binds what it can of the first configuration; the rest is tried again every 5 s and shows in `listeners`. */
  start(): Promise<void>
  /** Binds what the new configuration needs beside what runs. Nothing changes until `activate`. */
  prepare(config: SbcConfig): Promise<Prepared | PrepareRefused>
  /** Ends calls with BYE, answers 503 meanwhile, closes all sockets. At most `milliseconds`. */
  stop(milliseconds: number): Promise<void>
  registrations(): readonly Binding[]
  calls(): readonly CallView[]
  channels(): ChannelsView
  stun(): StunView
  listeners(): readonly ListenerView[]
  /** What proves that the office router forwards; nothing about a port for which there is no proof. */
  forwarding(): readonly ForwardingEvidence[]
  /** What would come of such a registration now. Nothing is changed or told. */
  tryRegistration(attempt: RegistrationAttempt): RegistrationTrial
  firewall(): FirewallView
  /** Shuts an address or a network out, by hand. False: there are too many such blocks. */
  block(block: Pick<Block, "network" | "until" | "note">): boolean
  /** Lifts the block of exactly this address or network; undefined: all of them. False: there is none. */
  unblock(network: string | undefined): boolean
  /** Has the STUN server answer from its other address: within 7 s, once. */
  testForwarding(done: (outcome: FilteringTestOutcome) => void): void
}

export interface SbcOptions {
  readonly config: SbcConfig
  /** What was registered when the process last ran. */
  readonly bindings: readonly Binding[]
  /** What `forwarding` said when the process last ran. */
  readonly forwarding?: readonly ForwardingEvidence[]
  /** What `block.changed` told when the process last ran. */
  readonly blocks?: readonly Block[]
  /** What a browser is answered that opens an outer port; always the same for the same visit. Without it, nothing. */
  readonly page?: (visit: Visit) => Uint8Array
  /** 32 octets, the same over restarts: nonces stay valid. */
  readonly nonceKey: Uint8Array
  /** Called synchronously; must not throw. */
  readonly onEvent: (event: SbcEvent) => void
  /** A sentence for the machine's log: an error of ours that ended one request, a worker that died. */
  readonly log?: (sentence: string, error?: unknown) => void
  readonly environment?: Partial<Environment>
}

/** What the core has from outside itself; tests hand in their own. */
export interface Environment {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  readonly network: Network
  readonly engine: Engine
  readonly resolve: ResolveName
  readonly randomBytes: (size: number) => Uint8Array
}

/** What is in work: for figures, and for tests that look whether anything is left behind. */
export interface Load {
  readonly calls: number
  /** Those of calls that have just ended included, until their BYE is answered. */
  readonly dialogs: number
  readonly transactions: { readonly client: number; readonly server: number }
}
