/**
 * Who is shut out for what he did, or by an administrator: for a time, each time twice as long, or for ever. RFC 5853 §3.1.
 *
 *   fails so often within so many minutes ──▶ blocked         his datagrams and connections are dropped without a word
 *     and a phone is registered from there ─▶ throttled       that phone goes on; all else from there trickles
 *   an administrator enters it ─────────────▶ blocked         an address or a network
 *
 *   ended ──▶ remembered for a day, so that the next time lasts twice as long ──▶ forgotten
 *
 * `covering` is asked for every datagram: one look into a map, and only for whoever stands there a look at the clock.
 */
import type { BlockingConfig } from "../config.ts"
import type { Block, FailureCause } from "../events.ts"
import { createNetworkSet, type NetworkSet } from "./network-set.ts"

export interface BlocksOptions {
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** As they were when the process last ran. */
  readonly known: readonly Block[]
  /** It began, or changed; undefined: it is gone and forgotten. */
  readonly onChange: (network: string, block: Block | undefined) => void
}

/** A block, and what it has kept away since the start. */
export interface Standing {
  readonly block: Block
  /** Datagrams and connections. */
  dropped: number
  /** What a throttled source may still send, as of `filledAt`. */
  tokens: number
  filledAt: number
}

export class Blocks {
  readonly #options: BlocksOptions
  /** Single addresses, ended ones too. */
  readonly #addresses = new Map<string, Standing>()
  /** Networks, only by hand, in the order they were entered. */
  readonly #networks = new Map<string, Standing & { readonly set: NetworkSet }>()
  readonly #failures = new Map<string, { count: number; since: number }>()

  constructor(options: BlocksOptions) {
    this.#options = options
    for (const block of options.known) this.#put(block)
  }

  /** What shuts this source out now. */
  covering(host: string): Standing | undefined {
    if (this.#addresses.size === 0 && this.#networks.size === 0) return undefined
    const standing = this.#addresses.get(host)
    if (standing !== undefined && this.#lasts(standing)) return standing
    for (const network of this.#networks.values()) if (network.set.has(host) && this.#lasts(network)) return network
    return undefined
  }

  /**
   * Something from a throttled source that is none of its registered phones: whether it may pass. A few at once, then one every two
   * seconds: enough for a phone that comes back with another port, too little to guess with.
   */
  trickles(standing: Standing): boolean {
    const now = this.#options.wallClock()
    standing.tokens = Math.min(burst, standing.tokens + Math.max(0, now - standing.filledAt) / refill)
    standing.filledAt = now
    if (standing.tokens < 1) return false
    standing.tokens--
    return true
  }

  /** It failed once more. `registered`: a phone is registered from there. */
  failed(host: string, cause: FailureCause, registered: boolean, config: BlockingConfig): void {
    const now = this.#options.wallClock()
    const known = this.#failures.get(host)
    const counting = known !== undefined && now - known.since < config.within ? known : { count: 0, since: now }
    counting.count++
    // Taken out first, so that the map keeps the order of the last failure.
    this.#failures.delete(host)
    if (counting.count < config.failures) {
      this.#failures.set(host, counting)
      return forgetOldest(this.#failures, mostFailing)
    }
    // Throttled, and it goes on: that is known. What an administrator decided stays as he decided it.
    if (this.covering(host) !== undefined) return
    const former = this.#addresses.get(host)?.block
    const times = (former?.by === "failures" ? former.times : 0) + 1
    const lasts = Math.min(longest, config.duration * 2 ** Math.min(times - 1, 30))
    const kind = registered ? "throttled" : "blocked"
    const until = now + lasts
    const failures = counting.count
    const block: Block = { network: host, by: "failures", kind, cause, since: now, until, failures, times, note: "" }
    this.#put(block)
    this.#options.onChange(host, block)
    this.#makeRoom()
  }

  /** By hand. `until` undefined: for ever. False: there are too many already. */
  add({ network, until, note }: Pick<Block, "network" | "until" | "note">): boolean {
    const byHand = this.all().filter(({ by }) => by === "hand")
    if (byHand.length >= mostByHand && !byHand.some((block) => block.network === network)) return false
    const now = this.#options.wallClock()
    const rest = { by: "hand", kind: "blocked", cause: undefined, failures: 0, times: 1 } as const
    const block: Block = { network, since: now, until, note, ...rest }
    this.#put(block)
    this.#options.onChange(network, block)
    return true
  }

  /** Ends it and forgets how often there was one. False: there is none. */
  remove(network: string): boolean {
    const there = this.#addresses.delete(network) || this.#networks.delete(network)
    this.#failures.delete(network)
    if (there) this.#options.onChange(network, undefined)
    return there
  }

  removeAll(): void {
    for (const network of [...this.#addresses.keys(), ...this.#networks.keys()]) this.remove(network)
    this.#failures.clear()
  }

  /** Those that last, with what they dropped since the start. */
  all(): readonly (Block & { readonly dropped: number })[] {
    return [...this.#addresses.values(), ...this.#networks.values()]
      .filter((standing) => this.#lasts(standing))
      .map(({ block, dropped }) => ({ ...block, dropped }))
  }

  /** Forgets what ended a day ago. */
  sweep(): void {
    const now = this.#options.wallClock()
    for (const [network, { block }] of [...this.#addresses, ...this.#networks])
      if (block.until !== undefined && (now - block.until > remembered || (block.by === "hand" && now >= block.until)))
        this.remove(network)
  }

  #lasts({ block }: Standing): boolean {
    return block.until === undefined || this.#options.wallClock() < block.until
  }

  #put(block: Block): void {
    const standing: Standing = { block, dropped: 0, tokens: burst, filledAt: this.#options.wallClock() }
    if (block.network.includes("/"))
      this.#networks.set(block.network, { ...standing, set: createNetworkSet([block.network]) })
    else {
      this.#addresses.delete(block.network)
      this.#addresses.set(block.network, standing)
    }
  }

  /** The oldest that came by itself goes: who has so many addresses has more of them anyway. */
  #makeRoom(): void {
    if (this.#addresses.size <= mostBlocked) return
    for (const [host, { block }] of this.#addresses) if (block.by === "failures") return void this.remove(host)
  }
}

function forgetOldest(map: Map<string, unknown>, most: number): void {
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}

const day = 24 * 3_600_000
const longest = day
const remembered = day
const mostFailing = 10_000
const mostBlocked = 10_000
const mostByHand = 1_000
const burst = 10
/** Milliseconds for one more to pass. */
const refill = 2_000
