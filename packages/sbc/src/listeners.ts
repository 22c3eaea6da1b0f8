/**
 * The table of SIP sockets, keyed by transport, address and port.
 *
 * A new configuration binds only keys that are not held, and `activate` relabels those that are: swapping 5060 and 5070 works
 * though binding either again would fail.
 *
 *   wanted ── named no longer ──▶ draining: it serves the dialogs begun on it, and refreshes   ── in use no longer ──▶ closed
 *      └───── TLS is turned off ▶ retired: its port is free at once; its connections serve the dialogs begun on them ──▶ closed
 */
import {
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
import type { PrepareProblem } from "./prepared.ts"
import {
  certificateOf,
  failedView,
  isAt,
  keyOf,
  type Label,
  problemOf,
  viewsOf,
  type Wanted,
  wantedBy,
} from "./wanted-listeners.ts"

interface Held {
  readonly key: string
  readonly listener: Listener
  label: Label
  draining: boolean
  /** Of its certificate. */
  fingerprint: string | undefined
}

/** What may be begun over a flow. */
export type Taken = "everything" | "refreshes" | "nothing"

export interface ListenersOptions {
  readonly network: Network
  readonly receiver: Receiver
  readonly clock: Clock
  /** Whether this address counts as inside the office. */
  readonly isLocal: (host: string) => boolean
  /** Whether it may come to a socket with this label at all. */
  readonly admits: (label: Label, host: string, port: number) => boolean
  /** Whether a call talks over such a flow. */
  readonly talking: (isSuch: (flow: Flow) => boolean) => boolean
  /** Whether somebody is registered over this local address. */
  readonly registered: (endpoint: Endpoint) => boolean
  readonly onChange: (view: ListenerView) => void
}

export class Listeners {
  readonly #options: ListenersOptions
  readonly #held = new Map<string, Held>()
  /** Another socket may have their address meanwhile: they are known by their connections. */
  readonly #retired = new Set<Held>()
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

  /** Binds what `config` names and is not held, and loads certificates that are new. All or nothing. */
  async prepare(config: SbcConfig): Promise<PreparedListeners> {
    const wanted = wantedBy(config)
    const fresh: Held[] = []
    const renewals = new Map<Held, () => void>()
    const problems: PrepareProblem[] = []
    await Promise.all(
      [...wanted.values()].map(async (want) => {
        const held = this.#held.get(want.key)
        const ready = held === undefined ? await this.#bind(want) : await renewal(held, want)
        if (ready === undefined) return
        if (!ready.ok) {
          if (this.#isNews(want, ready.error.code)) problems.push(problemOf(want, ready.error.code))
        } else if (typeof ready.value === "function") {
          if (held !== undefined) renewals.set(held, ready.value)
        } else fresh.push(ready.value)
      }),
    )
    const discard = () => {
      for (const held of fresh) void held.listener.close()
    }
    if (problems.length > 0) {
      discard()
      return { ok: false, problems }
    }
    return { ok: true, activate: () => this.#activate(wanted, fresh, renewals), discard }
  }

  /** What could not be bound before this change either is no reason to refuse it: it goes on being tried. */
  #isNews({ key, tls }: Wanted, code: PrepareProblem["code"]): boolean {
    const known = this.#missing.get(key)
    return known === undefined || (code === "certificate" && known.wanted.tls?.fingerprint !== tls?.fingerprint)
  }

  #activate(
    wanted: ReadonlyMap<string, Wanted>,
    fresh: readonly Held[],
    renewals: ReadonlyMap<Held, () => void>,
  ): void {
    this.#wanted = wanted
    for (const [held, renew] of renewals) {
      renew()
      held.fingerprint = wanted.get(held.key)?.tls?.fingerprint
    }
    for (const held of fresh) {
      // A retry may have bound it in the meantime only if it was missing; then the older one stays.
      if (this.#held.has(held.key)) void held.listener.close()
      else this.#held.set(held.key, held)
      this.#missing.delete(held.key)
    }
    for (const key of this.#missing.keys()) if (!wanted.has(key)) this.#missing.delete(key)
    const secure = [...wanted.values()].some(({ tls }) => tls !== undefined)
    for (const held of [...this.#held.values()]) {
      const want = wanted.get(held.key)
      const { name, shared } = want ?? held.label
      const changed = held.draining !== (want === undefined) || held.label.name !== name || held.label.shared !== shared
      held.draining = want === undefined
      if (want !== undefined) held.label = want
      if (changed || fresh.includes(held)) this.#tell(held)
      if (held.listener.endpoint.transport === "TLS" && !secure) this.#retire(held)
    }
    this.#catchUp()
    this.#closeUnused()
  }

  /** While a change was prepared, time went on: a retry bound with the former certificate, a socket drained to its end. */
  #catchUp(): void {
    for (const want of this.#wanted.values()) {
      const held = this.#held.get(want.key)
      if (held === undefined && !this.#missing.has(want.key)) void this.#bindOrRetry(want)
      if (held !== undefined && held.fingerprint !== want.tls?.fingerprint) void this.#renewLate(held, want)
    }
  }

  async #renewLate(held: Held, want: Wanted): Promise<void> {
    const loaded = await renewal(held, want)
    if (!loaded?.ok || this.#wanted.get(want.key) !== want) return
    loaded.value()
    held.fingerprint = want.tls?.fingerprint
  }

  /** Turned off: nobody gets in any more; who talks may finish. */
  #retire(held: Held): void {
    this.#held.delete(held.key)
    this.#retired.add(held)
    held.listener.acceptNoMore?.()
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

  /** Of what is begun, or goes on, over a flow: its source may have been shut out since. */
  admits(flow: Flow): boolean {
    const label = this.#heldBy(flow)?.label
    return label === undefined || this.#options.admits(label, flow.remote.host, flow.remote.port)
  }

  /** A changed external port has a grace: phones that registered there may stay until they are told the new one. */
  takes(flow: Flow): Taken {
    const held = this.#heldBy(flow)
    if (held === undefined || this.#retired.has(held)) return "nothing"
    if (!held.draining) return "everything"
    return this.networkOf(flow) === "outer" ? "refreshes" : "nothing"
  }

  #heldBy(flow: Flow): Held | undefined {
    for (const held of this.#retired) if (held.listener.holds?.(flow)) return held
    const { transport, local } = flow
    return this.#held.get(keyOf({ transport, address: local.host, port: local.port }))
  }

  /** From the outer UDP socket, the one whose mapping matters: what the STUN monitor asks is seen from there. */
  sendFromOuter(bytes: Uint8Array, to: { readonly host: string; readonly port: number }): void {
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
    return [...[...this.#held.values(), ...this.#retired].flatMap(views), ...missing]
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelTick()
    await Promise.all([...this.#held.values(), ...this.#retired].map((held) => held.listener.close()))
    this.#held.clear()
    this.#retired.clear()
    this.#missing.clear()
  }

  async #bind(want: Wanted) {
    const { network, receiver, admits } = this.#options
    const { endpoint, tls } = want
    const asked = tls === undefined ? endpoint : { ...endpoint, certificate: certificateOf(tls) }
    let held: Held | undefined
    const bound = await network.listen(asked, {
      ...receiver,
      admits: (host, port) => admits(held?.label ?? want, host, port),
    })
    if (!bound.ok) return bound
    held = {
      key: want.key,
      listener: bound.value,
      label: want,
      draining: false,
      fingerprint: tls?.fingerprint,
    }
    return { ok: true, value: held } as const
  }

  async #bindOrRetry(wanted: Wanted): Promise<void> {
    const bound = await this.#bind(wanted)
    if (!bound.ok) {
      if (!this.#wanted.has(wanted.key)) return
      const before = this.#missing.get(wanted.key)?.problem
      this.#missing.set(wanted.key, { wanted, problem: bound.error.code })
      if (before !== bound.error.code) this.#options.onChange(failedView(wanted, bound.error.code))
      return
    }
    const held = bound.value
    // While we were binding, a stop or a new configuration may have decided otherwise.
    if (this.#stopped || this.#held.has(wanted.key) || !this.#wanted.has(wanted.key)) return void held.listener.close()
    this.#missing.delete(wanted.key)
    this.#held.set(wanted.key, held)
    this.#tell(held)
    const want = this.#wanted.get(held.key)
    if (want !== undefined && want.tls?.fingerprint !== held.fingerprint) void this.#renewLate(held, want)
  }

  #tell(held: Held): void {
    for (const view of views(held)) this.#options.onChange(view)
  }

  #tick(): void {
    if (this.#stopped) return
    for (const [key, { wanted }] of [...this.#missing]) void this.#bindOrRetry(this.#wanted.get(key) ?? wanted)
    this.#closeUnused()
    this.#cancelTick = this.#options.clock.after(RETRY, () => this.#tick())
  }

  #closeUnused(): void {
    const { talking, registered } = this.#options
    for (const held of this.#held.values()) {
      const { endpoint } = held.listener
      if (!held.draining || talking((flow) => isAt(flow, endpoint)) || registered(endpoint)) continue
      this.#held.delete(held.key)
      void held.listener.close()
    }
    for (const held of this.#retired) {
      if (talking((flow) => held.listener.holds?.(flow) ?? false)) continue
      this.#retired.delete(held)
      void held.listener.close()
    }
  }
}

export type PreparedListeners =
  | { readonly ok: true; activate(): void; discard(): void }
  | { readonly ok: false; readonly problems: readonly PrepareProblem[] }

/** Another certificate than the held one, loaded; undefined where it is the same. */
async function renewal({ listener, fingerprint }: Held, { tls }: Wanted) {
  return tls === undefined || tls.fingerprint === fingerprint ? undefined : listener.renewal?.(certificateOf(tls))
}

const views = ({ listener, label, draining }: Held) => viewsOf(listener.endpoint, label, draining)

const RETRY = 5_000
