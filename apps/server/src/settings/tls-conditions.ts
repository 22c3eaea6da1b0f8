/**
 * When SIP over TLS is open, and what keeps it closed otherwise. console.md, SPE; guide §6.3: at a LAN interface only.
 *
 *   SPE certificate there, valid, good ── and SPE support ticked ── and VoIP not at LAN 1 (WAN) ──▶ open
 */
import type { TlsReason } from "@homeport/contract"
import { chainOf } from "@homeport/pki"
import type { TlsConfig } from "@homeport/sbc"
import type { SettingsState } from "@homeport/store"
import type { Inventory, Known } from "../certificates/inventory.ts"

/** Empty: open. The first reason is the one to mend first. */
export function tlsReasons({ sections }: SettingsState, inventory: Inventory, at: number): readonly TlsReason[] {
  const certificate = inventory.of(sections["installed-certificates"].value.spe)
  const reasons: TlsReason[] = []
  if (!certificate) reasons.push("no-certificate")
  else {
    const why = certificateReason(certificate, inventory, at)
    if (why) reasons.push(why)
  }
  if (!sections["system-flags"].value.speSupport) reasons.push("spe-support-off")
  if (sections["network-interfaces"].value.voip === "lan1") reasons.push("voip-on-lan1")
  return reasons
}

function certificateReason(certificate: Known, inventory: Inventory, at: number): TlsReason | undefined {
  const codes = inventory.serverProblemsOf(certificate, at).map(({ code }) => code)
  if (codes.includes("CertificateExpired")) return "expired"
  if (codes.includes("CertificateNotYetValid")) return "not-yet-valid"
  if (codes.includes("CertificateRevoked")) return "revoked"
  return codes.length > 0 || !certificate.stored.privateKey ? "refused" : undefined
}

/** What the core is told of TLS; undefined while it is closed. */
export function tlsConfig(state: SettingsState, inventory: Inventory, at: number): TlsConfig | undefined {
  const { spe, speAuthorities } = state.sections["installed-certificates"].value
  const certificate = inventory.of(spe)
  const key = certificate?.stored.privateKey
  if (!certificate || !key || tlsReasons(state, inventory, at).length > 0) return undefined
  const authorities = speAuthorities.flatMap((id) => inventory.of(id)?.stored.pem ?? []).reverse()
  // The root goes along: a phone that lacks it says "unknown CA" instead of "chain incomplete".
  const chain = chainOf(certificate.stored.pem, authorities)
  return { certificate: { chain: chain.join("\n"), key }, fingerprint: chain.map(fingerprintOf(inventory)).join(" ") }
}

const fingerprintOf = (inventory: Inventory) => (pem: string) =>
  inventory.all.find(({ stored }) => stored.pem === pem)?.facts.fingerprint256 ?? ""
