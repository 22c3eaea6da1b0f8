/** What any page may have to say, in English: the console loads it with its first page. */
import { certificateUsesEn, tlsEn } from "./certificates.ts"
import { errorsEn } from "./errors.ts"
import { fieldsEn } from "./fields.ts"
import { healthEn } from "./system.ts"

export const everywhereEn = {
  error: errorsEn,
  field: fieldsEn,
  health: healthEn,
  tls: tlsEn,
  use: certificateUsesEn,
}
