/** What happened, in German: every event's sentence. Only the pages that show the log load them. */
import { accountEventsDe } from "./account-events.ts"
import { callEventsDe } from "./call-events.ts"
import { certificateEventsDe } from "./certificates.ts"
import { deviceEventsDe } from "./device-events.ts"
import { dyndnsEventsDe } from "./dyndns-events.ts"
import { firewallEventsDe } from "./firewall.ts"
import { notificationEventsDe } from "./notification-events.ts"
import { registrationEventsDe } from "./registration-events.ts"
import { routerEventsDe } from "./router.ts"
import { systemEventsDe } from "./system.ts"

export const eventsDe = {
  ...registrationEventsDe,
  ...callEventsDe,
  ...systemEventsDe,
  ...accountEventsDe,
  ...certificateEventsDe,
  ...deviceEventsDe,
  ...dyndnsEventsDe,
  ...routerEventsDe,
  ...notificationEventsDe,
  ...firewallEventsDe,
}
