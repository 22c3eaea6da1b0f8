/** Namen der Schweregrade und Bereiche von Ereignissen, und die Überschriften des Protokolls als Datei. */
import type { eventLabelsEn } from "../en/event-labels.ts"

export const eventLabelsDe = {
  "severity.info": "Information",
  "severity.warning": "Warnung",
  "severity.error": "Fehler",
  "area.registrations": "Registrierungen",
  "area.calls": "Anrufe",
  "area.internet": "Weg ins Internet",
  "area.devices": "Geräte",
  "area.security": "Sicherheit",
  "area.settings": "Änderungen",
  "area.system": "System",
  "role.basic": "Basis",
  "role.enhanced": "Erweitert",
  "role.expert": "Experte",
  "heading.at": "Zeit",
  "heading.severity": "Schweregrad",
  "heading.area": "Bereich",
  "heading.sentence": "Was geschah",
  "heading.advice": "Was zu tun ist",
  "heading.times": "Anzahl",
  "heading.since": "Seit",
  "heading.code": "Code",
} as const satisfies Record<keyof typeof eventLabelsEn, string>
