/** Basic Settings ▸ DynDNS: a page of settings with a password that comes in and never goes out. */
import { type DyndnsSettingsView, dyndns, keptPasswordProblem, sameServer } from "@homeport/contract"
import { Secret } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import { handle, type Route, Versioned } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function dyndnsSettingsRoutes({ store, settings }: Services): readonly Route[] {
  const shown = (): DyndnsSettingsView => {
    const { sections, secrets } = store.state()
    return { ...sections.dyndns.value, passwordSet: secrets.has("dyndns-password") }
  }
  const current = () => {
    const { value: _, ...version } = store.state().sections.dyndns
    return new Versioned(shown(), version)
  }

  return [
    handle(dyndns.read, current),

    handle(dyndns.replace, async ({ body, by, expects }) => {
      const { password, passwordSet: _, ...value } = body
      await settings.change(by, (draft) => {
        expects(store.state().sections.dyndns)
        const before = shown()
        const missing = password === undefined ? keptPasswordProblem(before, value) : undefined
        if (missing) throw new ApiError("InvalidInput", { fields: { password: missing } })
        draft.setSettings("dyndns", value)
        if (password !== undefined) draft.setSecret("dyndns-password", Secret.of(password))
        // Left behind by its server while it is not needed, it must not turn up at the next one.
        else if (before.passwordSet && !sameServer(before, value)) draft.setSecret("dyndns-password", undefined)
      })
      return current()
    }),
  ]
}
