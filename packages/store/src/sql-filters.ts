/** Parts of a WHERE clause that several logs are filtered by. */

/** A few of them: each is another look at every row. */
export const wordsOf = (q = ""): readonly string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 5)

export const where = (filters: readonly string[]): string =>
  filters.length === 0 ? "" : ` WHERE ${filters.join(" AND ")}`

/** For `LIKE ? ESCAPE '\'`. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (special) => `\\${special}`)
