/** Call numbers and user IDs that would be there twice, among all stations as they will be after an import. */
import type { CsvProblem } from "@homeport/contract"
import type { Station } from "@homeport/store"
import type { PlannedLine } from "./plan-import.ts"

export function findTwins(lines: readonly PlannedLine[], stations: ReadonlyMap<number, Station>): CsvProblem[] {
  const meant = lines.filter(({ target }) => target !== "none")
  const untouched = new Map(stations)
  for (const { target } of meant) if (typeof target === "object") untouched.delete(target.index)
  const twins = unique.flatMap(({ field, taken, twice }) => {
    const owners = new Map(
      [...untouched.values()].map((station): [string, Station | number] => [station[field], station]),
    )
    return meant.flatMap(({ line, target, fields }): CsvProblem[] => {
      const value = fields[field] ?? (typeof target === "object" ? target[field] : "")
      const owner = owners.get(value)
      if (value === "") return []
      if (owner === undefined) owners.set(value, line)
      if (owner === undefined) return []
      return typeof owner === "number"
        ? [{ line, column: field, code: twice, params: { line: owner } }]
        : [{ line, column: field, code: taken, params: { index: owner.index, name: owner.name } }]
    })
  })
  // A user ID is made of the call number where nothing else is said: one of the two says enough.
  return [...Map.groupBy(twins, ({ line }) => line).values()].flatMap(([first]) => first ?? [])
}

const unique = [
  { field: "callNumber", taken: "CallNumberTaken", twice: "CallNumberTwice" },
  { field: "sipUserId", taken: "SipUserIdTaken", twice: "UserIdTwice" },
] as const
