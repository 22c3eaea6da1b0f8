/** The one function from what is stored to what runs. */
import { createHash } from "node:crypto"
import {
  type ApplicationFirewallSettings,
  type AvailableInterface,
  channelsOfVariant,
  contains,
  defaultRealm,
  type NetworkInterfacesSettings,
  parseIpv4,
  parseIpv4Network,
  type Reach,
  type StunSettings,
} from "@homeport/contract"
import type { FirewallConfig, Networks, SbcConfig, StationConfig, StunConfig, TlsConfig } from "@homeport/sbc"
import { Secret, type SettingsState, type Station } from "@homeport/store"

export type ToSbcConfig = (state: SettingsState, interfaces: readonly AvailableInterface[]) => SbcConfig

/** `tls`: the certificate to serve, while TLS is to be open (tls-conditions.ts). */
export function createToSbcConfig(tls: (state: SettingsState) => TlsConfig | undefined): ToSbcConfig {
  // An unchanged station is the same object in every state: so is its configuration, with the digests it has computed.
  const configs = new WeakMap<Station, StationConfig>()
  const configOf = (station: Station): StationConfig => {
    const known = configs.get(station)
    if (known) return known
    const config = stationConfig(station)
    configs.set(station, config)
    return config
  }
  return (state, interfaces) => {
    const { sections, stations } = state
    const ports = sections["port-management"].value
    return {
      networks: networksOf(sections["network-interfaces"].value, interfaces),
      ports: {
        inner: ports.sip,
        outer: ports.sipExt,
        innerTls: ports.sipTlsSub,
        outerTls: ports.sipTlsSubExt,
        rtp: { from: ports.rtpFrom, to: ports.rtpTo },
      },
      realm: defaultRealm,
      stations: [...stations.values()].map(configOf),
      stun: stunConfig(sections.stun.value),
      channels: channelsOfVariant[sections["rtp-proxy-channels"].value.systemVariant],
      outerUdpAtRouter: ports.sipExtUdpAtRouter ?? undefined,
      rtpForwarded: ports.rtpForwarded,
      tls: tls(state),
      firewall: firewallConfig(sections["application-firewall"].value),
    }
  }
}

/**
 * The address behind an interface's name, or the address itself. undefined: the machine has no such interface now, or it has no
 * address.
 */
export function addressOf(chosen: string, interfaces: readonly AvailableInterface[]): string | undefined {
  if (parseIpv4(chosen) !== undefined) return chosen
  return interfaces.find((each) => each.name === chosen)?.address
}

export function networksOf(settings: NetworkInterfacesSettings, interfaces: readonly AvailableInterface[]): Networks {
  const chosenAddresses = [settings.lan1, settings.lan2].flatMap((chosen) => {
    const address = chosen === null ? undefined : addressOf(chosen, interfaces)
    return address === undefined ? [] : [address]
  })
  // An interface may have been given the address that is chosen by itself.
  const inner = [...new Set(chosenAddresses)]
  const chosen = settings[settings.voip]
  const outer = (chosen === null ? undefined : addressOf(chosen, interfaces)) ?? inner[0] ?? "127.0.0.1"
  const local = [...new Set([...inner, outer].map((address) => localNetworkOf(address, interfaces)))]
  return { inner: inner.length > 0 ? inner : [outer], outer, local: [...local, ...settings.localNetworks] }
}

/** The network that a local address lives in; by itself when the machine does not know the address. */
function localNetworkOf(address: string, interfaces: readonly AvailableInterface[]): string {
  const exact = interfaces.find((each) => each.address === address)
  if (exact) return exact.network
  const number = parseIpv4(address) ?? 0
  const around = interfaces.find((each) => {
    const network = parseIpv4Network(each.network)
    return network !== undefined && contains(network, number)
  })
  return around?.network ?? `${address}/32`
}

function stationConfig(station: Station): StationConfig {
  const { password, sipUserId, realm, internetRegistrationUntil: until } = station
  // Computed when the station first registers: 10,000 of them would hold up the start.
  const digest = (algorithm: "md5" | "sha256", secret: Secret) =>
    Secret.lazy(() => createHash(algorithm).update(`${sipUserId}:${realm}:${secret.reveal()}`).digest("hex"))
  return {
    callNumber: station.callNumber,
    name: station.name,
    authenticationActive: station.authenticationActive,
    sipUserId,
    realm,
    ha1: password && { md5: digest("md5", password), sha256: digest("sha256", password) },
    digestAlgorithms: station.digestAlgorithms,
    fixedIpAddress: station.fixedIpAddress ?? undefined,
    internetRegistration: station.internetRegistration,
    internetRegistrationUntil: until === null ? undefined : Date.parse(until),
    userAgentPrefix: station.userAgentPrefix === "" ? undefined : station.userAgentPrefix,
    natTraversal: station.natTraversal,
  }
}

function firewallConfig(settings: ApplicationFirewallSettings): FirewallConfig {
  const reach = ({ from, networks }: Reach) => (from === "networks" ? networks.map(({ network }) => network) : from)
  const { sip, sipTlsSub, sipExt, sipTlsSubExt, failures, withinMinutes, blockMinutes, blockLocal } = settings
  return {
    reach: {
      SIP: reach(sip),
      SIP_TLS_SUB: reach(sipTlsSub),
      SIP_EXT: reach(sipExt),
      SIP_TLS_SUB_EXT: reach(sipTlsSubExt),
    },
    neverBlocked: settings.allowList.map(({ network }) => network),
    blocking: settings.blocking
      ? { failures, within: withinMinutes * 60_000, duration: blockMinutes * 60_000, sparesLocal: !blockLocal }
      : undefined,
  }
}

function stunConfig(settings: StunSettings): StunConfig {
  return {
    mode: settings.mode,
    server: settings.server === null ? undefined : { host: settings.server, port: settings.port },
    staticAddress: settings.staticIpAddress ?? undefined,
    staticPort: settings.staticPort ?? undefined,
  }
}
