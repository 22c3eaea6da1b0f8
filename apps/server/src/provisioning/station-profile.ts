/**
 * A station's settings as a device is told them: the one way from the pages of the console into every maker's file.
 *
 *   over the internet   public name (or the mapped address), the ports that the router forwards, STUN
 *   in the office       the inner address, the inner ports, no STUN
 */
import { isHostName, parseIpv4 } from "@homeport/contract"
import type { HostPort, StationProfile, TrustedAuthority } from "@homeport/provisioning"
import type { Networks } from "@homeport/sbc"
import type { SettingsState, Station, StoredDevice } from "@homeport/store"

export interface ProfileSources {
  readonly sections: SettingsState["sections"]
  readonly networks: Pick<Networks, "inner" | "outer">
  /** Host name of DynDNS, else the mapped address. */
  readonly publicName: string | undefined
  /** Who signed what the TLS ports show. */
  readonly authorities: readonly TrustedAuthority[]
  /** IANA name. */
  readonly timeZone: string
}

/** Undefined: the device would register over the internet, and nobody knows our public name. */
export function stationProfile(
  station: Station,
  device: Pick<StoredDevice, "transport" | "language">,
  sources: ProfileSources,
): StationProfile | undefined {
  const network = networkOf(station)
  const host = network === "outer" ? sources.publicName : (sources.networks.inner[0] ?? sources.networks.outer)
  if (host === undefined) return undefined
  const { transport, language } = device
  const port = portOf(network, transport, sources.sections["port-management"].value)
  return {
    callNumber: station.callNumber,
    name: station.name,
    sipUserId: station.sipUserId,
    realm: station.realm,
    digestAlgorithms: station.digestAlgorithms,
    password: station.password?.reveal(),
    network,
    server: { host, port, transport },
    secondServer: secondServerOf(station.secondarySystemId, port),
    stun: network === "outer" ? stunForPhones(sources.sections.stun.value) : undefined,
    authorities: transport === "tls" ? sources.authorities : [],
    language,
    timeZone: sources.timeZone,
  }
}

/** A station that may register over the internet is set up for it: from the office it is reached there as well. */
export const networkOf = ({ internetRegistration }: Pick<Station, "internetRegistration">): "inner" | "outer" =>
  internetRegistration ? "outer" : "inner"

type Ports = SettingsState["sections"]["port-management"]["value"]

function portOf(network: "inner" | "outer", transport: StoredDevice["transport"], ports: Ports): number {
  if (network === "inner") return transport === "tls" ? ports.sipTlsSub : ports.sip
  if (transport === "tls") return ports.sipTlsSubExt
  return transport === "udp" ? (ports.sipExtUdpAtRouter ?? ports.sipExt) : ports.sipExt
}

/** The server for phones, or the system's own. */
function stunForPhones(stun: SettingsState["sections"]["stun"]["value"]): HostPort | undefined {
  if (stun.phonesServer !== null) return { host: stun.phonesServer, port: stun.phonesPort }
  return stun.server === null ? undefined : { host: stun.server, port: stun.port }
}

/**
 * "second.example.net:5070" of the Secondary system ID, on the port of the first server when it names none. Undefined: it is empty, or
 * something else than a host.
 */
export function secondServerOf(secondarySystemId: string, defaultPort: number): HostPort | undefined {
  const [, host = "", digits] = /^([^:]*)(?::([0-9]{1,5}))?$/.exec(secondarySystemId.trim()) ?? []
  const port = digits === undefined ? defaultPort : Number(digits)
  if (!(isHostName(host) || parseIpv4(host) !== undefined) || port < 1 || port > 65535) return undefined
  return { host, port }
}
