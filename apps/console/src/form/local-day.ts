/** Days as a browser's date field holds them ("2026-05-04"), in its time zone, and the moments that they begin and end at. */

export function dayOf(moment: string): string {
  const date = new Date(moment)
  const two = (value: number) => String(value).padStart(2, "0")
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Its first moment; undefined where it is no day. */
export const startOfDay = (day: string): string | undefined => momentOf(day, [0, 0, 0, 0])

/** Its last one. */
export const endOfDay = (day: string): string | undefined => momentOf(day, [23, 59, 59, 999])

/** Whether it is over; no day never is. */
export function hasPassed(day: string, now = new Date()): boolean {
  const end = endOfDay(day)
  return end !== undefined && Date.parse(end) < now.getTime()
}

function momentOf(day: string, time: readonly [number, number, number, number]): string | undefined {
  const [, year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  const moment = new Date(2000, 0, 1)
  // Not in the constructor, which takes the year 26 for 1926.
  moment.setFullYear(year, month - 1, date)
  if (moment.getMonth() !== month - 1 || moment.getDate() !== date) return undefined
  moment.setHours(...time)
  return moment.toISOString()
}
