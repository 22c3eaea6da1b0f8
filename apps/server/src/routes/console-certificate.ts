/** Certificate Management ▸ Use for this console. */
import { consoleCertificate } from "@homeport/contract"
import { certificateView } from "../certificates/views.ts"
import { ApiError } from "../http/errors.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function consoleCertificateRoutes(services: Services): readonly Route[] {
  const { settings, store, events, consoleHttps, now } = services
  const view = () => {
    const inventory = services.inventory()
    const chosen = inventory.of(store.state().sections["installed-certificates"].value.console)
    return {
      https: consoleHttps.https,
      certificate: chosen ? certificateView(inventory, chosen, now()) : null,
      fingerprint: chosen?.facts.fingerprint256 ?? consoleHttps.ownFingerprint ?? null,
    }
  }

  return [
    handle(consoleCertificate.read, view),

    handle(consoleCertificate.replace, async ({ body: { certificateId }, by }) => {
      const before = store.state().sections["installed-certificates"].value.console
      await settings.change(by, (draft) => {
        const inventory = services.inventory(draft.state())
        const known = inventory.of(certificateId)
        if (certificateId !== null) {
          if (!known) throw new ApiError("NotFound")
          const [problem] = inventory.serverProblemsOf(known, now())
          if (problem || !known.stored.privateKey)
            throw new ApiError("InvalidInput", { fields: { certificateId: problem ?? { code: "FileHasNoKey" } } })
          if (!consoleHttps.accepts(known))
            throw new ApiError("InvalidInput", { fields: { certificateId: { code: "CertificateUnusable" } } })
        }
        const value = draft.settings("installed-certificates")
        draft.setSettings("installed-certificates", { ...value, console: certificateId })
      })
      const shown = view()
      if (before !== certificateId) {
        const params = { by, name: shown.certificate?.name ?? "Homeport", fingerprint: shown.fingerprint ?? "–" }
        events.record({ code: "console.certificate-changed", params })
      }
      return shown
    }),
  ]
}
