/**
 * A moment as it is typed in six boxes, as one text: "2026-9-24T0:0:0Z", each part exactly as it stands in its box. The contract
 * is told the same with two digits each; a part that is no number stays what it is, and the contract refuses it.
 */
export const momentParts = ["year", "month", "day", "hour", "minute", "second"] as const
export type MomentPart = (typeof momentParts)[number]
export type MomentBoxes = Readonly<Record<MomentPart, string>>

export function boxesOf(typed: string): MomentBoxes {
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] =
    /^([^-]*)-([^-]*)-([^T]*)T([^:]*):([^:]*):([^Z]*)Z$/.exec(typed) ?? []
  return { year, month, day, hour, minute, second }
}

export function typedOf({ year, month, day, hour, minute, second }: MomentBoxes): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}

/** What was proposed or stored, as it is shown: "2026-09-24T00:00:00.000Z" has a 9 in its box, not a 09. */
export function typedMomentOf(moment: string): string {
  const [date = "", time = ""] = new Date(moment).toISOString().slice(0, 19).split("T")
  const plain = (parts: readonly string[]) => parts.map((part) => String(Number(part)))
  return `${plain(date.split("-")).join("-")}T${plain(time.split(":")).join(":")}Z`
}

/** For the contract; undefined when every box is empty. */
export function momentBody(typed: string): string | undefined {
  const boxes = boxesOf(typed)
  if (momentParts.every((part) => boxes[part].trim() === "")) return undefined
  const padded = (part: MomentPart) => boxes[part].trim().padStart(part === "year" ? 4 : 2, "0")
  return typedOf({
    year: padded("year"),
    month: padded("month"),
    day: padded("day"),
    hour: padded("hour"),
    minute: padded("minute"),
    second: padded("second"),
  })
}

/** Whole days from one to the other; undefined when either is no moment. */
export function daysBetween(start: string, end: string): number | undefined {
  const days = (Date.parse(momentBody(end) ?? "") - Date.parse(momentBody(start) ?? "")) / 86_400_000
  return Number.isNaN(days) || days < 0 ? undefined : Math.round(days)
}
