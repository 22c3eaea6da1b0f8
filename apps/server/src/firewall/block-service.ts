/**
 * Who is blocked, as the console shows and changes it: what the core holds, and whom the console's own sign-in makes wait.
 *
 * What an administrator blocks by hand is kept from the console and the phones' listener too; what is blocked by itself, for what it did
 * at a SIP port, only from SIP ports: a phone with a wrong password must not cost an administrator at the same address the console.
 */
import { type Block as BlockView, canonicalNetwork, isInNetworks, isLoopback, plainAddress } from "@homeport/contract"
import type { FirewallView } from "@homeport/sbc"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { LiveCore } from "../core/live-core.ts"
import { ApiError } from "../http/errors.ts"
import type { Logins } from "../http/logins.ts"
import type { TopicStream } from "../http/topic-stream.ts"

export interface BlockService {
  all(): readonly BlockView[]
  /** Throws where it would shut out whoever asks, or where there are too many. `until` undefined: until it is lifted. */
  add(block: NewBlock, by: string, address: string): void
  /** Throws NotFound. */
  lift(network: string, by: string): void
  liftAll(by: string): void
  /** Whether a block by hand keeps this address from the console and the phones' listener. */
  shutsOut(address: string): boolean
}

export interface NewBlock {
  readonly network: string
  readonly until: number | undefined
  readonly note: string
}

export interface BlockServiceOptions {
  readonly core: Pick<LiveCore, "firewall" | "block" | "unblock">
  readonly logins: Pick<Logins, "waiting" | "succeeded">
  readonly allowList: () => readonly string[]
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly now: () => number
}

export function createBlockService(options: BlockServiceOptions): BlockService {
  const { core, logins, allowList, events, stream, now } = options
  let byHand = readByHand()

  function readByHand(): readonly Pick<NewBlock, "network" | "until">[] {
    return core.firewall().blocks.filter(({ by }) => by === "hand")
  }

  const changed = () => {
    byHand = readByHand()
    stream.publish("blocks")
  }

  return {
    all: () => [...core.firewall().blocks.map(coreBlock), ...logins.waiting().map(signInBlock)],

    add({ network: typed, until, note }, by, address) {
      const network = canonicalNetwork(typed) ?? typed
      const own = plainAddress(address)
      if (isInNetworks(own, [network]))
        throw new ApiError("InvalidInput", { fields: { network: { code: "ShutsYouOut", params: { address: own } } } })
      if (!core.block({ network, until, note }))
        throw new ApiError("TooManyBlocks", { params: { maximum: mostByHand } })
      events.record({ code: "firewall.blocked.hand", severity: "info", params: { by, network } })
      changed()
    },

    lift(typed, by) {
      const network = canonicalNetwork(typed) ?? typed
      const waited = logins.waiting().some(({ address }) => address === network)
      if (waited) logins.succeeded(network)
      if (!core.unblock(network) && !waited) throw new ApiError("NotFound")
      events.record({ code: "firewall.unblocked", severity: "info", params: { by, network } })
      changed()
    },

    liftAll(by) {
      for (const { address } of logins.waiting()) logins.succeeded(address)
      core.unblock(undefined)
      events.record({ code: "firewall.unblocked-all", severity: "info", params: { by } })
      changed()
    },

    shutsOut(address) {
      if (byHand.length === 0 || isLoopback(address)) return false
      const plain = plainAddress(address)
      const lasting = byHand.filter(({ until }) => until === undefined || now() < until).map(({ network }) => network)
      return isInNetworks(plain, lasting) && !isInNetworks(plain, allowList())
    },
  }
}

type CoreBlock = FirewallView["blocks"][number]

const coreBlock = ({ network, by, kind, cause, since, until, failures, dropped, note }: CoreBlock): BlockView => ({
  network,
  by,
  kind,
  cause: cause ?? null,
  since: new Date(since).toISOString(),
  until: until === undefined ? null : new Date(until).toISOString(),
  failures,
  dropped,
  note,
})

const signInBlock = ({ address, until, failures }: ReturnType<Logins["waiting"]>[number]): BlockView => ({
  network: address,
  by: "sign-in",
  kind: "throttled",
  cause: null,
  since: null,
  until: new Date(until).toISOString(),
  failures,
  dropped: 0,
  note: "",
})

/** The core's bound. */
const mostByHand = 1000
