/** German. The type demands every key of English and no other. */
import type { Catalogue } from "./catalogue.ts"
import { eventsDe } from "./de/events.ts"
import { everywhereDe } from "./de/everywhere.ts"

export const de: Catalogue = { ...everywhereDe, event: eventsDe }
