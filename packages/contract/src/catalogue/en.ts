/** English. It decides which sentences there are. */
import { eventWordsEn } from "./en/event-words.ts"
import { everywhereEn } from "./en/everywhere.ts"
import { mailEn } from "./en/notification-mail.ts"

export const en = { ...everywhereEn, ...eventWordsEn, mail: mailEn }
