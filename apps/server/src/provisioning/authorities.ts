/** Whom a device must trust in order to speak TLS with us. */
import type { TrustedAuthority } from "@homeport/provisioning"
import type { SettingsState } from "@homeport/store"
import type { Inventory, Known } from "../certificates/inventory.ts"
import type { PhonesUrls } from "../phones/phones-urls.ts"

/**
 * The SPE CA certificates, those of the present SPE certificate first; a self-signed one is its own authority. `base`: what the URLs
 * begin with at which the device can load them.
 */
export function trustedAuthorities(
  { sections }: SettingsState,
  inventory: Inventory,
  phones: PhonesUrls,
  base: string | undefined,
): readonly TrustedAuthority[] {
  const { spe, speAuthorities } = sections["installed-certificates"].value
  const certificate = inventory.of(spe)
  const installed = speAuthorities.flatMap((id) => inventory.of(id) ?? [])
  const issuers = certificate ? inventory.issuersOf(certificate).map(({ stored }) => stored.id) : []
  const rank = ({ stored }: Known) => (issuers.includes(stored.id) ? 0 : 1)
  const inOrder = installed.toSorted((one, other) => rank(one) - rank(other))
  const all = certificate?.facts.selfSigned ? [certificate, ...inOrder] : inOrder
  return all.map((known) => ({
    name: known.stored.name,
    pem: known.stored.pem,
    url: known.facts.isAuthority ? phones.caUrl(known, base) : undefined,
  }))
}
