/** Security ▸ Signaling and Payload Encryption (SPE). */
import { type SpeStatus, spe } from "@homeport/contract"
import { coversName } from "@homeport/pki"
import { certificateView } from "../certificates/views.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { tlsReasons } from "../settings/tls-conditions.ts"

export function speRoutes(services: Services): readonly Route[] {
  const { store, core, events, now } = services

  const status = (): SpeStatus => {
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

  return [
    handle(spe.status, status),

    handle(spe.preview, ({ body }) => services.spe.preview(body)),

    handle(spe.install, async ({ body, by }) => {
      const { certificate, lost, authority } = await services.spe.install(body, by)
      events.record({ code: "spe.certificate-installed", severity: "info", params: { by, name: certificate.name } })
      if (lost.length > 0)
        events.record({
          code: "spe.trust-lost",
          severity: "warning",
          params: { by, count: lost.length, numbers: lost.join(", "), name: (authority ?? certificate).name },
        })
      return status()
    }),

    handle(spe.remove, async ({ by }) => {
      const removed = await services.spe.remove(by)
      if (removed)
        events.record({ code: "spe.certificate-removed", severity: "warning", params: { by, name: removed.name } })
      return status()
    }),

    handle(spe.installAuthority, async ({ body, by }) => {
      const { name } = await services.spe.installAuthority(body, by)
      events.record({ code: "spe.authority-installed", severity: "info", params: { by, name } })
      return status()
    }),

    handle(spe.removeAuthority, async ({ params, by }) => {
      const { name } = await services.spe.removeAuthority(params.id, by)
      events.record({ code: "spe.authority-removed", severity: "info", params: { by, name } })
      return status()
    }),
  ]
}
