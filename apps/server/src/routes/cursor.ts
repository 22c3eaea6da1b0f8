/** The cursor of a list whose rows have growing numbers: the number of the last row that was shown. */
import { ApiError } from "../http/errors.ts"

export function idIn(cursor: string): number {
  if (/^[0-9]{1,15}$/.test(cursor)) return Number(cursor)
  throw new ApiError("InvalidInput", { fields: { cursor: { code: "WrongType" } } })
}
