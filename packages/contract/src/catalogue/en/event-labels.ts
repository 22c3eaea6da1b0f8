/** Names of severities and areas of events, and the headings of the log as a file. */
import type { Role } from "../../endpoint.ts"
import type { EventArea } from "../../event-areas.ts"
import type { Severity } from "../../severities.ts"

export const eventLabelsEn = {
  "severity.info": "Information",
  "severity.warning": "Warning",
  "severity.error": "Error",
  "area.registrations": "Registrations",
  "area.calls": "Calls",
  "area.internet": "Way to the internet",
  "area.devices": "Devices",
  "area.security": "Security",
  "area.settings": "Changes",
  "area.system": "System",
  "role.basic": "basic",
  "role.enhanced": "enhanced",
  "role.expert": "expert",
  "heading.at": "Time",
  "heading.severity": "Severity",
  "heading.area": "Area",
  "heading.sentence": "What happened",
  "heading.advice": "What to do",
  "heading.times": "Times",
  "heading.since": "Since",
  "heading.code": "Code",
} as const satisfies Record<`severity.${Severity}` | `role.${Role}` | `area.${EventArea}` | `heading.${string}`, string>
