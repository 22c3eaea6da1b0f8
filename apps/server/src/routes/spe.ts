/** Security ▸ Signaling and Payload Encryption (SPE). */
import { spe } from "@homeport/contract"
import { speStatus } from "../certificates/spe-status.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function speRoutes(services: Services): readonly Route[] {
  const { events } = services
  const status = () => speStatus(services)

  return [
    handle(spe.status, status),

    handle(spe.preview, ({ body }) => services.spe.preview(body)),

    handle(spe.install, async ({ body, by }) => {
      const { certificate, lost, authority } = await services.spe.install(body, by)
      events.record({ code: "spe.certificate-installed", params: { by, name: certificate.name } })
      if (lost.length > 0)
        events.record({
          code: "spe.trust-lost",
          params: { by, count: lost.length, numbers: lost.join(", "), name: (authority ?? certificate).name },
        })
      return status()
    }),

    handle(spe.remove, async ({ by }) => {
      const removed = await services.spe.remove(by)
      if (removed) events.record({ code: "spe.certificate-removed", params: { by, name: removed.name } })
      return status()
    }),

    handle(spe.installAuthority, async ({ body, by }) => {
      const { name } = await services.spe.installAuthority(body, by)
      events.record({ code: "spe.authority-installed", params: { by, name } })
      return status()
    }),

    handle(spe.removeAuthority, async ({ params, by }) => {
      const { name } = await services.spe.removeAuthority(params.id, by)
      events.record({ code: "spe.authority-removed", params: { by, name } })
      return status()
    }),
  ]
}
