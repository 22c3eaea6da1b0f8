/**
 * What proves that the office router forwards to the phones' listener: a connection from the internet; more certain, a request over
 * it; most of all a device's file that was fetched. A device that refuses our certificate has proven it, too.
 *
 * Who counts as the internet, and that of several proofs within a minute the strongest stays, is as at the SIP ports
 * (sbc/src/border/forwarding-watch.ts). Known of one address and port: when HOMEPORT_PHONES is another, it is forgotten.
 */
import { isInNetworks, isPublicIpv4, type PhonesProof, phonesProofs, plainAddress } from "@homeport/contract"
import type { ForwardingMemory, KeptEvidence } from "../core/forwarding-memory.ts"
import type { ListenAddress } from "../environment.ts"

export interface PhonesForwarding {
  /** Somebody came. `address`: as Node writes it, an IPv4 address possibly as "::ffff:203.0.113.7". */
  came(address: string, how: PhonesProof): void
  /** The last time that something proved it; undefined: nothing has, or the listener is off. */
  proof(): KeptEvidence<PhonesProof> | undefined
  /** To be called now and then, and at the end: see `ForwardingMemory`. */
  keep(): void
}

export interface PhonesForwardingOptions {
  /** `HOMEPORT_PHONES`; undefined: off. */
  readonly phones: Pick<ListenAddress, "host" | "port"> | undefined
  /** What counts as inside the office, in CIDR notation. */
  readonly localNetworks: () => readonly string[]
  /** Our own public address, while it is known: who comes from there came from inside, by a hairpin. */
  readonly mapped: () => string | undefined
  readonly memory: ForwardingMemory<PhonesProof>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly onChanged: () => void
}

export function createPhonesForwarding(options: PhonesForwardingOptions): PhonesForwarding {
  const { phones, localNetworks, mapped, memory, now, onChanged } = options
  const isOurs = ({ local }: KeptEvidence<PhonesProof>) => local.host === phones?.host && local.port === phones.port
  let known = memory.recall().find(isOurs)

  const isOutside = (host: string) => isPublicIpv4(host) && !isInNetworks(host, localNetworks()) && host !== mapped()

  return {
    came(address, how) {
      const from = plainAddress(address)
      if (!phones || !isOutside(from)) return
      const at = now()
      const fresh = known !== undefined && at >= known.at && at - known.at < pause
      if (fresh && known && strength(how) <= strength(known.how)) return
      const local = { host: phones.host, port: phones.port }
      known = { transport: "TCP", local, externalPort: phones.port, at, from, how }
      onChanged()
    },
    proof: () => known,
    keep: () => memory.keep(known ? [known] : []),
  }
}

const strength = (how: PhonesProof) => phonesProofs.indexOf(how)

/** Milliseconds in which nothing but a stronger proof is news. */
const pause = 60_000
