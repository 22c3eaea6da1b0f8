/** All that is said of events: only what shows or sends them loads it. */
import { deliveryEn } from "./delivery.ts"
import { adviceEn } from "./event-advice.ts"
import { eventLabelsEn } from "./event-labels.ts"
import { eventsEn } from "./events.ts"
import { sectionsEn } from "./sections.ts"

export const eventWordsEn = {
  event: eventsEn,
  advice: adviceEn,
  delivery: deliveryEn,
  section: sectionsEn,
  label: eventLabelsEn,
}
