/** When scheduled backups are due, on the clock of the machine: an hour that summer time skips or repeats is due once. */
import { type DataBackupSettings, weekdays } from "@homeport/contract"

/** The last moment, now or before, at which a backup was due; undefined: none is scheduled. */
export function slotBefore(settings: DataBackupSettings, now: number): number | undefined {
  return slot(settings, now, (candidate) => candidate <= now, -1)
}

/** The next one after now. */
export function slotAfter(settings: DataBackupSettings, now: number): number | undefined {
  return slot(settings, now, (candidate) => candidate > now, 1)
}

function slot(
  { schedule, weekday, hour }: DataBackupSettings,
  now: number,
  fits: (candidate: number) => boolean,
  step: 1 | -1,
): number | undefined {
  if (schedule === "off") return undefined
  const day = new Date(now)
  for (let days = 0; days <= 7; days++) {
    const candidate = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days * step, hour)
    const isDay = schedule === "daily" || candidate.getDay() === weekdays.indexOf(weekday)
    if (isDay && fits(candidate.getTime())) return candidate.getTime()
  }
  return undefined
}
