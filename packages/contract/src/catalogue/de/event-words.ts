/** Alles, was über Ereignisse gesagt wird: Nur was sie zeigt oder sendet, lädt es. */
import { deliveryDe } from "./delivery.ts"
import { adviceDe } from "./event-advice.ts"
import { eventLabelsDe } from "./event-labels.ts"
import { eventsDe } from "./events.ts"
import { sectionsDe } from "./sections.ts"

export const eventWordsDe = {
  event: eventsDe,
  advice: adviceDe,
  delivery: deliveryDe,
  section: sectionsDe,
  label: eventLabelsDe,
}
