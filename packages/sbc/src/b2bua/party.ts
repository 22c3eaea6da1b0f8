/**
 * A phone that takes part in a call: who it is, how signalling reaches it, and its media.
 *
 * A call has one calling party and, while it rings, one called party for each contact; each stands on one side of the border.
 */
import { type Flow, listOf, type Message, parseNameAddr, type Request } from "@homeport/sip"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { NetworkName } from "../events.ts"
import { destination } from "../routing/destination.ts"
import type { Caller } from "../routing/route.ts"
import type { CallCore } from "./core.ts"
import { PartyMedia } from "./media.ts"

export class Party {
  readonly station: StationConfig
  readonly network: NetworkName
  /** It calls, or is called, by a sips URI. */
  readonly sips: boolean
  readonly media: PartyMedia
  /** Where our requests go. An outer phone's port may change when its router forgets it. */
  flow: Flow
  /** Methods it allows and extensions it supports, as it last said. */
  allows: ReadonlySet<string> = new Set()
  supports: ReadonlySet<string> = new Set()

  constructor(options: Pick<Caller, "station" | "network" | "sips" | "flow"> & { readonly media: PartyMedia }) {
    this.station = options.station
    this.network = options.network
    this.sips = options.sips
    this.flow = options.flow
    this.media = options.media
  }

  /** Takes over what a message of the phone's says about its abilities; a message without the fields says nothing. */
  learn(message: Message): void {
    const allow = listOf(message, "Allow")
    if (allow.length > 0) this.allows = new Set(allow)
    const supported = listOf(message, "Supported")
    if (supported.length > 0) this.supports = new Set(supported.map((tag) => tag.toLowerCase()))
  }

  /**
   * Whether a request inside a dialog may come over this flow. A phone's port may change with its NAT binding, its address only
   * by registering anew: whoever learnt the tags elsewhere cannot end the call from there. What began over TLS stays there.
   */
  accepts(flow: Flow): boolean {
    if (this.flow.transport === "TLS" && flow.transport !== "TLS") return false
    return flow.remote.host === this.flow.remote.host
  }

  /**
   * The phone is where it is heard from: its router may have given it another port, or it made a new connection. Over UDP in the
   * office the port it sends from says nothing; there only its Contact moves it.
   */
  heardFrom(flow: Flow, request: Request): void {
    // A large request may come over TCP from a phone that is called over UDP (RFC 3261 §18.1.1), and one may come to another port.
    const { transport, local } = this.flow
    if (flow.transport !== transport || flow.local.host !== local.host || flow.local.port !== local.port) return
    if (this.network === "outer" || flow.transport !== "UDP") this.flow = flow
    else {
      const contact = parseNameAddr(listOf(request, "Contact")[0] ?? "")?.uri
      if (contact !== undefined) this.flow = destination(flow, this.network, contact)
    }
  }
}

export function createParty(core: CallCore, config: SbcConfig, callId: string, target: Caller): Party {
  const { station, network, sips, flow, hairpin, local } = target
  const { callNumber, natTraversal } = station
  // Its media has to be where it signals from, which may change while they talk.
  const source = (): string => party.flow.remote.host
  const media = new PartyMedia({ core, config, callId, callNumber, network, natTraversal, hairpin, local, source })
  const party = new Party({ station, network, sips, flow, media })
  return party
}
