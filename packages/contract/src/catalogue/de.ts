/** German. The type demands every key of English and no other. */
import type { Catalogue } from "./catalogue.ts"
import { eventWordsDe } from "./de/event-words.ts"
import { everywhereDe } from "./de/everywhere.ts"
import { mailDe } from "./de/notification-mail.ts"

export const de: Catalogue = { ...everywhereDe, ...eventWordsDe, mail: mailDe }
