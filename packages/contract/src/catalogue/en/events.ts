/** What happened, in English: every event's sentence. Only the pages that show the log load them. */
import { accountEventsEn } from "./account-events.ts"
import { callEventsEn } from "./call-events.ts"
import { certificateEventsEn } from "./certificates.ts"
import { deviceEventsEn } from "./device-events.ts"
import { dyndnsEventsEn } from "./dyndns-events.ts"
import { firewallEventsEn } from "./firewall.ts"
import { notificationEventsEn } from "./notification-events.ts"
import { registrationEventsEn } from "./registration-events.ts"
import { routerEventsEn } from "./router.ts"
import { systemEventsEn } from "./system.ts"

export const eventsEn = {
  ...registrationEventsEn,
  ...callEventsEn,
  ...systemEventsEn,
  ...accountEventsEn,
  ...certificateEventsEn,
  ...deviceEventsEn,
  ...dyndnsEventsEn,
  ...routerEventsEn,
  ...notificationEventsEn,
  ...firewallEventsEn,
}
