/**
 * Does the public name lead here? What the name service says of it is compared with the mapped address.
 *
 *   asked ─▶ answers at once with what is known ─▶ older than a minute, or of another name or mapped address?
 *     ▲                                                          │ yes: resolves
 *     └────────────────────────── told ◀─────────────────────────┘
 *
 * Nothing is resolved while nobody looks, or no name is stored.
 */
import { lookup } from "node:dns/promises"
import { type DyndnsStatus, parseIpv4 } from "@homeport/contract"

/** What is known now. Never waits. */
export type DyndnsMonitor = () => DyndnsView

export interface DyndnsView extends Omit<DyndnsStatus, "checkedAt" | "update"> {
  /** Milliseconds since 1970. */
  readonly checkedAt: number | undefined
}

export interface DyndnsMonitorOptions {
  readonly hostName: () => string | null
  readonly mapped: () => string | undefined
  readonly resolve: ResolveHostName
  readonly now: () => number
  /** There is news: whoever looks is told to look again. */
  readonly onChecked: () => void
}

/** IPv4 and IPv6 addresses of a name; rejects when there is none. */
export type ResolveHostName = (name: string) => Promise<readonly string[]>

/** Through the system's resolver, so that its hosts file counts. */
export const systemResolver: ResolveHostName = async (name) => {
  const found = await lookup(name, { all: true, order: "ipv4first" })
  return found.map(({ address }) => address)
}

interface Check {
  readonly name: string
  readonly mapped: string | undefined
}

interface Checked extends Check {
  readonly addresses: readonly string[]
  readonly at: number
}

export function createDyndnsMonitor(options: DyndnsMonitorOptions): DyndnsMonitor {
  const { hostName, mapped, resolve, now, onChecked } = options
  let known: Checked | undefined
  let running: Check | undefined

  function check(asked: Check): void {
    running = asked
    const end = (addresses: readonly string[]) => {
      clearTimeout(limit)
      // Another check took its place, or the time limit did.
      if (running !== asked) return
      running = undefined
      known = { ...asked, addresses, at: now() }
      onChecked()
    }
    const limit = setTimeout(() => end([]), longestLookup)
    limit.unref()
    resolve(asked.name).then(end, () => end([]))
  }

  return () => {
    const [name, address] = [hostName(), mapped()]
    const view = { hostName: name, mapped: address ?? null, addresses: [], checkedAt: undefined }
    if (name === null) return { ...view, state: "no-name" }
    const isOfNow = (one: Check | undefined) => one?.name === name && one.mapped === address
    const answer = isOfNow(known) ? known : undefined
    if (!(answer && isFresh(answer, now())) && !isOfNow(running)) check({ name, mapped: address })
    if (!answer) return { ...view, state: "asking" }
    const addresses = [...answer.addresses]
    return { ...view, addresses, checkedAt: answer.at, state: compare(addresses, address) }
  }
}

function compare(addresses: readonly string[], mapped: string | undefined): DyndnsStatus["state"] {
  if (addresses.length === 0) return "not-resolved"
  if (mapped === undefined) return "unknown-mapped"
  // An IPv6 address says nothing: the outer port is IPv4. Of several IPv4 addresses a phone may take any.
  const ipv4 = addresses.filter((address) => parseIpv4(address) !== undefined)
  return ipv4.length > 0 && ipv4.every((address) => address === mapped) ? "matches" : "differs"
}

/** A clock that was set back makes an answer old. */
const isFresh = ({ at }: Checked, now: number) => now >= at && now < at + cacheTime

const cacheTime = 60_000
const longestLookup = 5_000
