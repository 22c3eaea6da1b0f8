/** Whether TLS is open, with which certificate, and what it is to the phones. */
import type { SpeStatus } from "@homeport/contract"
import { coversName } from "@homeport/pki"
import type { Services } from "../services.ts"
import { tlsReasons } from "../settings/tls-conditions.ts"
import { certificateView } from "./views.ts"

export function speStatus(services: Pick<Services, "store" | "core" | "inventory" | "publicName" | "now">): SpeStatus {
  const { store, core, now } = services
  const state = store.state()
  const inventory = services.inventory()
  const installed = state.sections["installed-certificates"].value
  const certificate = inventory.of(installed.spe)
  const reasons = tlsReasons(state, inventory, now())
  const name = services.publicName()
  const overTls = core.registrations().filter(({ transport }) => transport === "TLS")
  return {
    support: state.sections["system-flags"].value.speSupport,
    open: reasons.length === 0,
    reasons: [...reasons],
    certificate: certificate ? certificateView(inventory, certificate, now()) : null,
    authorities: installed.speAuthorities.flatMap((id) => {
      const known = inventory.of(id)
      return known ? [certificateView(inventory, known, now())] : []
    }),
    publicName: name ?? null,
    namesPublicName: certificate && name !== undefined ? coversName(certificate.stored.pem, name) : null,
    stationsOverTls: new Set(overTls.map(({ callNumber }) => callNumber)).size,
  }
}
