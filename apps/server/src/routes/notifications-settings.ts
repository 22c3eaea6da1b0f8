/** Maintenance ▸ Notifications: a page of settings with two secrets that come in and never go out. */
import {
  keptMailPasswordProblem,
  type NotificationsSettingsView,
  notificationsSettingsPage,
  sameMailServer,
} from "@homeport/contract"
import { Secret } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import { handle, type Route, Versioned } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function notificationsSettingsRoutes({ store, settings }: Services): readonly Route[] {
  const shown = (): NotificationsSettingsView => {
    const { sections, secrets } = store.state()
    const { mailTo, mailAreas, ...value } = sections.notifications.value
    return {
      ...value,
      mailTo: [...mailTo],
      mailAreas: [...mailAreas],
      mailPasswordSet: secrets.has("smtp-password"),
      webhookSecretSet: secrets.has("webhook-secret"),
    }
  }
  const current = () => {
    const { value: _, ...version } = store.state().sections.notifications
    return new Versioned(shown(), version)
  }

  return [
    handle(notificationsSettingsPage.read, current),

    handle(notificationsSettingsPage.replace, async ({ body, by, expects }) => {
      const { mailPassword, webhookSecret, mailPasswordSet: _, webhookSecretSet: _1, ...value } = body
      await settings.change(by, (draft) => {
        expects(store.state().sections.notifications)
        const before = shown()
        const missing = mailPassword === undefined ? keptMailPasswordProblem(before, value) : undefined
        if (missing) throw new ApiError("InvalidInput", { fields: { mailPassword: missing } })
        draft.setSettings("notifications", value)
        if (mailPassword !== undefined) draft.setSecret("smtp-password", Secret.of(mailPassword))
        // Left behind by its server while it is not needed, it must not turn up at the next one.
        else if (before.mailPasswordSet && !sameMailServer(before, value)) draft.setSecret("smtp-password", undefined)
        if (webhookSecret !== undefined)
          draft.setSecret("webhook-secret", webhookSecret === "" ? undefined : Secret.of(webhookSecret))
      })
      return current()
    }),
  ]
}
