/**
 * A device's files with dots for every secret, also for what is only made of one, such as Linphone's H(user:realm:password). The
 * password itself never comes near them: two others are written in its place, and where the results differ, there are secrets.
 *
 *   with "Kq7…"   auth_pass=Kq7…;regint=300 ┐
 *   with "Zw2…"   auth_pass=Zw2…;regint=300 ┴─▶ auth_pass=••••••••;regint=300
 */
import type { Provision } from "@homeport/provisioning"

export const dots = "••••••••"

/** Plain letters and digits, which every format carries as they are. */
export const standIns = ["Kq7Tm4Rb9Xd2", "Zw2Lp8Vc5Hn6"] as const

export function masked(one: Provision, other: Provision): Provision {
  const file = (at: number) => other.files[at]?.text ?? ""
  return {
    ...one,
    files: one.files.map((each, at) => ({ ...each, text: maskLines(each.text, file(at)) })),
    sheet: one.sheet.map((section) => ({
      ...section,
      rows: section.rows.map((row) => (row.secret ? { ...row, value: dots } : row)),
    })),
    qr: one.qr === undefined || one.qr === other.qr ? one.qr : undefined,
  }
}

function maskLines(one: string, other: string): string {
  const others = other.split("\n")
  return one
    .split("\n")
    .map((line, at) => maskLine(line, others[at] ?? ""))
    .join("\n")
}

/** From the first to the last character that differs, and the rest of the words that these stand in. */
function maskLine(one: string, other: string): string {
  if (one === other) return one
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  let last = one.length - end
  while (start > 0 && isWord(one[start - 1])) start--
  while (last < one.length && isWord(one[last])) last++
  return one.slice(0, start) + dots + one.slice(last)
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9]/.test(character)
