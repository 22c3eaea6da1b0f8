/** The rules of a station that need more than its form: what it was before, and all the others. */
import { brokenPasswordRules, type FieldProblem, sipClientRules } from "@homeport/contract"
import type { Station, StationFields } from "@homeport/store"
import { ApiError } from "../http/errors.ts"

/** What is wrong with the station that comes of a change, as far as it can be known without all the others. */
export function stationProblems(
  before: Station | undefined,
  change: Partial<StationFields>,
  typed: string | undefined,
): Record<string, FieldProblem> {
  const after = { ...before, ...change }
  const { callNumber = "", name = "", sipUserId = "", fixedIpAddress = null } = after
  const { authenticationActive = true, internetRegistration = false } = after
  const problems: Record<string, FieldProblem> = {
    ...sipClientRules({
      callNumber,
      name,
      sipUserId,
      authenticationActive,
      internetRegistration,
      fixedIpAddress,
      password: typed,
      passwordSet: after.password !== undefined,
    }),
  }
  if (typed === undefined && isNowAName(before, [callNumber, name, sipUserId]))
    problems.password = { code: "PasswordIsAName" }
  return problems
}

/**
 * The change, when the station that comes of it is allowed; throws InvalidInput at its fields otherwise. `before` undefined: a new
 * station, `change` is all of it. `typed`: a new password in the clear.
 */
export function checkedStation<C extends Partial<StationFields>>(
  others: Iterable<Station>,
  before: Station | undefined,
  change: C,
  typed: string | undefined,
  prefix = "",
): C {
  const problems = stationProblems(before, change, typed)
  const { callNumber, sipUserId } = { ...before, ...change }
  for (const other of others) {
    if (other.index === before?.index) continue
    const params = { index: other.index, name: other.name }
    if (other.callNumber === callNumber) problems.callNumber = { code: "CallNumberTaken", params }
    if (other.sipUserId === sipUserId) problems.sipUserId = { code: "SipUserIdTaken", params }
  }
  const fields = Object.fromEntries(Object.entries(problems).map(([field, problem]) => [prefix + field, problem]))
  if (Object.keys(fields).length > 0) throw new ApiError("InvalidInput", { fields })
  return change
}

/** A renamed station may have been given its own password as a name. */
function isNowAName(before: Station | undefined, names: readonly string[]): boolean {
  if (!before?.password || names.every((name) => [before.callNumber, before.name, before.sipUserId].includes(name)))
    return false
  return brokenPasswordRules(before.password.reveal(), names).includes("PasswordIsAName")
}
