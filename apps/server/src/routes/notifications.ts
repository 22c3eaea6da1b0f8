/** Maintenance ▸ Notifications: how the sending of events goes, and a test on demand. */
import { type DeliveryResult, type DeliveryStatus, notifications as endpoints } from "@homeport/contract"
import { ApiError } from "../http/errors.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Attempt, WayStatus } from "../notifications/notifications.ts"
import type { Services } from "../services.ts"
import { moment, momentOrNull } from "./views.ts"

export function notificationsRoutes({ notifications }: Services): readonly Route[] {
  return [
    handle(endpoints.status, () => ({
      mail: statusView(notifications.status("mail")),
      webhook: statusView(notifications.status("webhook")),
    })),

    handle(endpoints.test, async ({ body }) => {
      const attempt = await notifications.test(body.way)
      if (!attempt) throw new ApiError("NotificationsOff")
      return resultView(attempt)
    }),
  ]
}

const statusView = ({ on, failing, waiting, nextAt, givenUp, last }: WayStatus): DeliveryStatus => ({
  state: !on ? "off" : failing ? "failing" : waiting > 0 ? "waiting" : "idle",
  last: last ? resultView(last) : null,
  waiting,
  nextAt: momentOrNull(nextAt),
  givenUp,
})

const resultView = ({ at, problem, answer }: Attempt): DeliveryResult => ({
  at: moment(at),
  problem: problem ?? null,
  answer,
})
