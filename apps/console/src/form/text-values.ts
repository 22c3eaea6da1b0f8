/** Between what a field holds (text) and what the contract asks for (numbers, null for nothing). */

/** What was typed, as a number; left out when nothing was, so that the contract says "needed". */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === "") return undefined
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

export const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim())
export const numberOrNull = (text: string): number | null => numberIn(text) ?? null
export const shownNumber = (value: number | null): string => (value === null ? "" : String(value))
export const linesIn = (text: string): string[] => text.split(/[\s,]+/).filter((line) => line !== "")
