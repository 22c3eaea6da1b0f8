/** English. It decides which sentences there are. */
import { eventsEn } from "./en/events.ts"
import { everywhereEn } from "./en/everywhere.ts"

export const en = { ...everywhereEn, event: eventsEn }
