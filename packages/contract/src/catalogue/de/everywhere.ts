/** What any page may have to say, in German: the console loads it with its first page. */
import { certificateUsesDe, tlsDe } from "./certificates.ts"
import { errorsDe } from "./errors.ts"
import { fieldsDe } from "./fields.ts"
import { healthDe } from "./system.ts"

export const everywhereDe = {
  error: errorsDe,
  field: fieldsDe,
  health: healthDe,
  tls: tlsDe,
  use: certificateUsesDe,
}
