/** German. The type demands every key of English and no other. */
import type { Catalogue } from "./catalogue.ts"
import { callEventsDe } from "./de/call-events.ts"
import { certificateEventsDe, certificateUsesDe, tlsDe } from "./de/certificates.ts"
import { deviceEventsDe } from "./de/device-events.ts"
import { dyndnsEventsDe } from "./de/dyndns-events.ts"
import { errorsDe } from "./de/errors.ts"
import { fieldsDe } from "./de/fields.ts"
import { registrationEventsDe } from "./de/registration-events.ts"
import { routerEventsDe } from "./de/router.ts"
import { healthDe, systemEventsDe } from "./de/system.ts"

export const de: Catalogue = {
  error: errorsDe,
  field: fieldsDe,
  event: {
    ...registrationEventsDe,
    ...callEventsDe,
    ...systemEventsDe,
    ...certificateEventsDe,
    ...deviceEventsDe,
    ...dyndnsEventsDe,
    ...routerEventsDe,
  },
  health: healthDe,
  tls: tlsDe,
  use: certificateUsesDe,
}
