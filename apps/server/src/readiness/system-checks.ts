/** Checks of ports, interfaces, TLS and channels of this system itself. */
import { expiryWarnings, isPublicIpv4, neverForwarded } from "@homeport/contract"
import { type Check, failed, notApplicable, passed, warning } from "./finding.ts"

/** Guide §3.1: NEVER forward to the ports for phones in the office. */
export const innerPorts: Check = ({ registrations, state: { sections, stations } }) => {
  const ports = sections["port-management"].value
  const exposed = registrations.find(({ network, source }) => network === "inner" && isPublicIpv4(source.host))
  if (exposed) {
    const station = [...stations.values()].find(({ callNumber }) => callNumber === exposed.callNumber)
    return failed("registered", { number: exposed.callNumber, source: exposed.source.host }, station?.index)
  }
  const atRouter = ports.sipExtUdpAtRouter
  if (atRouter !== null && neverForwarded(ports).includes(atRouter))
    return warning("at-router", { port: atRouter, instead: ports.sipExt })
  return passed("none", { ports: neverForwarded(ports).join(", ") })
}

/** Guide §2.4: what an earlier version used must be changed by hand. */
export const migratedPorts: Check = ({ state }) => {
  const { sip, sipTlsSub, sipExt, sipTlsSubExt } = state.sections["port-management"].value
  const inner = [sip, sipTlsSub, 5060, 5062]
  const migrated = [sipExt, sipTlsSubExt].find((port) => inner.includes(port))
  return migrated === undefined
    ? passed("own", { ports: `${sipExt}, ${sipTlsSubExt}` })
    : failed("migrated", { port: migrated })
}

/** Guide §2.5. Homeport opens all its SIP and RTP ports at one address: what can be wrong is that address. */
export const oneInterface: Check = ({ listeners, state }) => {
  const lan = state.sections["network-interfaces"].value.voip === "lan1" ? "LAN 1 (WAN)" : "LAN 2"
  const gone = listeners.find(({ problem }) => problem === "address-not-available")
  if (gone) return failed("gone", { address: gone.address })
  const open = listeners.filter(({ state: is }) => is === "listening")
  const [first] = open
  if (!first) return failed("closed")
  if (open.every(({ address }) => address.startsWith("127."))) return failed("loopback")
  const outer = open.find(({ network }) => network === "outer") ?? first
  return passed("one", { lan, address: outer.address })
}

/** Guide §2.1: at LAN 1 (WAN) behind a router, without network address translation, and never as the access router itself. */
export const lan1: Check = ({ listeners, state, forwardsPackets }) => {
  if (state.sections["network-interfaces"].value.voip !== "lan1") return notApplicable("not-used")
  const direct = listeners.find(({ address }) => isPublicIpv4(address))
  if (direct) return failed("access-router", { address: direct.address })
  return forwardsPackets ? warning("nat") : passed("behind-router")
}

/** Guide §6.3, §9.1. */
export const tls: Check = ({ spe, listeners }) => {
  const [why] = spe.reasons
  if (!spe.support) return notApplicable("off")
  if (why !== undefined) return failed("closed", { why })
  const shut = listeners.find(({ transport, state }) => transport === "TLS" && state === "failed")
  if (shut) return failed("not-open", { port: shut.port })
  if (spe.namesPublicName === false && spe.publicName !== null) return warning("name", { name: spe.publicName })
  const days = spe.certificate?.daysLeft ?? 0
  if (days > early) return passed("open", { days })
  const ends = days <= last ? failed : warning
  return days <= 0 ? ends("ends-today") : ends("ends", { days })
}

/** Guide §7. */
export const channels: Check = ({ channels: { peakToday: peak, total } }) => {
  if (peak >= total) return failed("full", { total })
  return peak > total * scarce ? warning("scarce", { peak, total }) : passed("room", { peak, total })
}

const [early, , last] = expiryWarnings
const scarce = 0.8
