/** From who is registered to who can be rung: the contacts of a number, and the calling party of an INVITE. */
import { type Flow, listOf, parseNameAddr, type Request, scheme } from "@homeport/sip"
import { sameIpAddress } from "../border/ip-address.ts"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { Binding, NetworkName } from "../events.ts"
import type { LocationService } from "../registrar/location-service.ts"
import type { StationDirectory } from "../registrar/station-directory.ts"
import { destination } from "./destination.ts"
import type { Caller, Target } from "./route.ts"

export interface Targets {
  /** `usable`: what can be rung now; `loops`: some contact is an address of our own. */
  of(callNumber: string): Contacts
  /** The phone an admitted INVITE comes from. */
  caller(request: Request, flow: Flow, network: NetworkName, callNumber: string): Caller | undefined
}

export interface Contacts {
  readonly registered: boolean
  readonly loops: boolean
  readonly usable: readonly Target[]
}

export interface TargetsOptions {
  readonly directory: () => StationDirectory
  readonly locations: LocationService
  readonly isOurs: (host: string, port: number) => boolean
}

export function createTargets({ directory, locations, isOurs }: TargetsOptions): Targets {
  return {
    of(callNumber) {
      const station = directory().station(callNumber)
      const contacts = station === undefined ? [] : locations.of(callNumber)
      let loops = false
      const usable: Target[] = []
      for (const { binding, flow, uri } of contacts) {
        if (station === undefined || flow === undefined || binding.state !== "reachable") continue
        // Only where the Contact leads anywhere: a phone at home may well have our own private address there.
        const contactCounts = binding.network === "inner" && flow.transport === "UDP"
        if (contactCounts && uri !== undefined && isOurs(uri.host, uri.port ?? 5060)) loops = true
        else usable.push(targetOf(station, binding, flow, directory().config))
      }
      return { registered: contacts.length > 0, loops, usable }
    },

    caller(request, flow, network, callNumber) {
      const { config, station: find } = directory()
      const station = find(callNumber)
      if (station === undefined) return undefined
      const contact = parseNameAddr(listOf(request, "Contact")[0] ?? "")?.uri
      const hairpin =
        network === "outer" &&
        locations
          .of(callNumber)
          .some(({ binding }) => binding.hairpin && sameIpAddress(binding.source.host, flow.remote.host))
      const back = destination(flow, network, contact)
      const sips = flow.transport === "TLS" && (scheme(request.uri) === "sips" || scheme(contact ?? "") === "sips")
      return { station, network, sips, flow: back, hairpin, local: mediaAddress(network, back, config) }
    },
  }
}

function targetOf(station: StationConfig, binding: Binding, flow: Flow, config: SbcConfig): Target {
  const { network, contact, hairpin } = binding
  const sips = flow.transport === "TLS" && scheme(contact) === "sips"
  return { station, network, sips, flow, contact, hairpin, local: mediaAddress(network, flow, config) }
}

/** Media to the office leaves from the address that the phone signals to, media to the internet from the one that carries VoIP. */
const mediaAddress = (network: NetworkName, flow: Flow, { networks }: SbcConfig) =>
  network === "inner" ? flow.local.host : networks.outer
