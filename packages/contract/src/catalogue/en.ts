/** English. It decides which sentences there are. */
import { callEventsEn } from "./en/call-events.ts"
import { certificateEventsEn, certificateUsesEn, tlsEn } from "./en/certificates.ts"
import { deviceEventsEn } from "./en/device-events.ts"
import { dyndnsEventsEn } from "./en/dyndns-events.ts"
import { errorsEn } from "./en/errors.ts"
import { fieldsEn } from "./en/fields.ts"
import { registrationEventsEn } from "./en/registration-events.ts"
import { routerEventsEn } from "./en/router.ts"
import { healthEn, systemEventsEn } from "./en/system.ts"

export const en = {
  error: errorsEn,
  field: fieldsEn,
  event: {
    ...registrationEventsEn,
    ...callEventsEn,
    ...systemEventsEn,
    ...certificateEventsEn,
    ...deviceEventsEn,
    ...dyndnsEventsEn,
    ...routerEventsEn,
  },
  health: healthEn,
  tls: tlsEn,
  use: certificateUsesEn,
}
