/**
 * The table of SIP sockets, keyed by transport, address and port.
 *
 * A new configuration binds only keys that are not held, and `activate` relabels those that are: swapping 5060 and 5070 works
 * though binding either again would fail. A socket that is no longer named drains: it serves the dialogs begun on it
 * and closes when the last of them has ended.
 */
import {
  type Address,
  type Cancel,
  type Clock,
  type Endpoint,
  type Flow,
  flowOf,
  type Listener,
  type Network,
  type Receiver,
} from "@homeport/sip"
import type { SbcConfig } from "./config.ts"
import type { ListenerView, NetworkName } from "./events.ts"
import type { PrepareProblem } from "./sbc.ts"

/** What a socket is for; the same socket may be given another label by a later configuration. */
interface Label {
  readonly name: ListenerView["name"]
  readonly network: NetworkName
  readonly setting: PrepareProblem["setting"]
  /** It is the inner port, too (migrated systems): whoever comes from a local network is inside. */
  readonly shared: boolean
}

interface Wanted extends Label {
  readonly key: string
  readonly endpoint: Endpoint
}

interface Held {
  readonly key: string
  readonly listener: Listener
  label: Label
  draining: boolean
}

export interface ListenersOptions {
  readonly network: Network
  readonly receiver: Receiver
  readonly clock: Clock
  /** Whether this address counts as inside the office. */
  readonly isLocal: (host: string) => boolean
  /** Whether dialogs or bindings still depend on this local address. */
  readonly inUse: (endpoint: Endpoint) => boolean
  readonly onChange: (view: ListenerView) => void
}

export class Listeners {
  readonly #options: ListenersOptions
  readonly #held = new Map<string, Held>()
  /** Wanted, but could not be bound: tried again every 5 s. */
  readonly #missing = new Map<string, { wanted: Wanted; problem: string }>()
  #wanted: ReadonlyMap<string, Wanted> = new Map()
  #stopped = false
  #cancelTick: Cancel = () => {}

  constructor(options: ListenersOptions) {
    this.#options = options
  }

  /** At start: binds what it can; what it cannot is reported and tried again, because the console must serve all the same. */
  async start(config: SbcConfig): Promise<void> {
    this.#wanted = wantedBy(config)
    await Promise.all([...this.#wanted.values()].map((wanted) => this.#bindOrRetry(wanted)))
    this.#cancelTick = this.#options.clock.after(RETRY, () => this.#tick())
  }

  /** Binds what `config` names and is not held. All or nothing. */
  async prepare(config: SbcConfig): Promise<PreparedListeners> {
    const wanted = wantedBy(config)
    const fresh: Held[] = []
    const problems: PrepareProblem[] = []
    await Promise.all(
      [...wanted.values()].map(async (want) => {
        if (this.#held.has(want.key)) return
        const bound = await this.#options.network.listen(want.endpoint, this.#options.receiver)
        if (bound.ok) fresh.push({ key: want.key, listener: bound.value, label: want, draining: false })
        else problems.push(problem(want, bound.error.code))
      }),
    )
    const discard = () => {
      for (const held of fresh) void held.listener.close()
    }
    // What could not be bound before this change either is no reason to refuse it: it goes on being tried.
    const news = problems.filter((entry) => !this.#missing.has(keyOf(entry)))
    if (news.length > 0) {
      discard()
      return { ok: false, problems: news }
    }
    return { ok: true, activate: () => this.#activate(wanted, fresh), discard }
  }

  #activate(wanted: ReadonlyMap<string, Wanted>, fresh: readonly Held[]): void {
    this.#wanted = wanted
    for (const held of fresh) {
      // A retry may have bound it in the meantime only if it was missing; then the older one stays.
      if (this.#held.has(held.key)) void held.listener.close()
      else this.#held.set(held.key, held)
      this.#missing.delete(held.key)
    }
    for (const key of this.#missing.keys()) if (!wanted.has(key)) this.#missing.delete(key)
    for (const held of this.#held.values()) {
      const want = wanted.get(held.key)
      const { name, shared } = want ?? held.label
      const changed = held.draining !== (want === undefined) || held.label.name !== name || held.label.shared !== shared
      held.draining = want === undefined
      if (want !== undefined) held.label = want
      if (changed || fresh.includes(held)) for (const view of viewsOf(held)) this.#options.onChange(view)
    }
    this.#closeDrained()
  }

  /** The listener a flow belongs to. */
  of(flow: Flow): Listener | undefined {
    return this.#heldBy(flow)?.listener
  }

  /** Which side of the border a flow is on; undefined when its socket is gone. */
  networkOf(flow: Flow): NetworkName | undefined {
    const label = this.#heldBy(flow)?.label
    return label?.shared && this.#options.isLocal(flow.remote.host) ? "inner" : label?.network
  }

  draining(flow: Flow): boolean {
    return this.#heldBy(flow)?.draining ?? true
  }

  #heldBy({ transport, local }: Flow): Held | undefined {
    return this.#held.get(keyOf({ transport, address: local.host, port: local.port }))
  }

  /** From the outer UDP socket, the one whose mapping matters: what the STUN monitor asks is seen from there. */
  sendFromOuter(bytes: Uint8Array, to: Address): void {
    for (const { listener, label, draining } of this.#held.values()) {
      const { transport, host, port } = listener.endpoint
      if (draining || label.network !== "outer" || transport !== "UDP") continue
      listener.send(flowOf("UDP", { host, port }, to), bytes)
    }
  }

  /** Whether this is an address of ours: a contact that names it would loop. */
  isOurs(host: string, port: number): boolean {
    for (const { listener } of this.#held.values()) {
      if (listener.endpoint.host === host && listener.endpoint.port === port) return true
    }
    return false
  }

  views(): readonly ListenerView[] {
    const missing = [...this.#missing.values()].map(({ wanted, problem }): ListenerView => failedView(wanted, problem))
    return [...[...this.#held.values()].flatMap(viewsOf), ...missing]
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelTick()
    await Promise.all([...this.#held.values()].map((held) => held.listener.close()))
    this.#held.clear()
    this.#missing.clear()
  }

  async #bindOrRetry(wanted: Wanted): Promise<void> {
    const bound = await this.#options.network.listen(wanted.endpoint, this.#options.receiver)
    if (!bound.ok) {
      if (!this.#wanted.has(wanted.key)) return
      const before = this.#missing.get(wanted.key)?.problem
      this.#missing.set(wanted.key, { wanted, problem: bound.error.code })
      if (before !== bound.error.code) this.#options.onChange(failedView(wanted, bound.error.code))
      return
    }
    // While we were binding, a stop or a new configuration may have decided otherwise.
    if (this.#stopped || this.#held.has(wanted.key) || !this.#wanted.has(wanted.key)) return void bound.value.close()
    this.#missing.delete(wanted.key)
    const held: Held = { key: wanted.key, listener: bound.value, label: wanted, draining: false }
    this.#held.set(wanted.key, held)
    for (const view of viewsOf(held)) this.#options.onChange(view)
  }

  #tick(): void {
    if (this.#stopped) return
    for (const [key, { wanted }] of [...this.#missing]) void this.#bindOrRetry(this.#wanted.get(key) ?? wanted)
    this.#closeDrained()
    this.#cancelTick = this.#options.clock.after(RETRY, () => this.#tick())
  }

  #closeDrained(): void {
    for (const held of this.#held.values()) {
      if (!held.draining || this.#options.inUse(held.listener.endpoint)) continue
      this.#held.delete(held.key)
      void held.listener.close()
    }
  }
}

export type PreparedListeners =
  | { readonly ok: true; activate(): void; discard(): void }
  | { readonly ok: false; readonly problems: readonly PrepareProblem[] }

function wantedBy({ networks, ports }: SbcConfig): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const add = (label: Omit<Label, "shared">, address: string, port: number) => {
    for (const transport of ["UDP", "TCP"] as const) {
      const key = keyOf({ transport, address, port })
      wanted.set(key, { ...label, shared: wanted.has(key), key, endpoint: { transport, host: address, port } })
    }
  }
  for (const address of networks.inner)
    add({ name: "SIP", network: "inner", setting: "ports.inner" }, address, ports.inner)
  add({ name: "SIP_EXT", network: "outer", setting: "ports.outer" }, networks.outer, ports.outer)
  return wanted
}

const keyOf = (socket: { transport: string; address: string; port: number }) =>
  `${socket.transport} ${socket.address} ${socket.port}`

function problem({ endpoint, network, setting }: Wanted, code: PrepareProblem["code"]): PrepareProblem {
  // An address that the machine does not have is the interface's fault, not the port's.
  const place = code === "address-not-available" ? (network === "inner" ? "networks.inner" : "networks.outer") : setting
  return { code, setting: place, transport: endpoint.transport, address: endpoint.host, port: endpoint.port }
}

/** A shared socket is shown under both its names. */
function viewsOf({ listener: { endpoint }, label, draining }: Held): readonly ListenerView[] {
  const view: ListenerView = {
    name: label.name,
    network: label.network,
    transport: endpoint.transport,
    address: endpoint.host,
    port: endpoint.port,
    state: draining ? "draining" : "listening",
    problem: undefined,
  }
  return label.shared ? [{ ...view, name: "SIP", network: "inner" }, view] : [view]
}

const failedView = ({ endpoint, name, network }: Wanted, problem: string): ListenerView => ({
  name,
  network,
  transport: endpoint.transport,
  address: endpoint.host,
  port: endpoint.port,
  state: "failed",
  problem,
})

const RETRY = 5_000
