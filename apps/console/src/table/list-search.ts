/** What the address of a sorted list says: order, filter and place, as the server is asked for it. */

/** Rows of one page. */
export const PAGE_ROWS = 50

/** `sorts`: what the list can be sorted by; `standard` is its order as long as the address names none that it knows. */
export function listSearch<Key extends string>(sorts: readonly Key[], standard: Key | `-${Key}`) {
  type Sort = Key | `-${Key}`
  const sortIn = (search: URLSearchParams): Sort =>
    sorts.flatMap((key): Sort[] => [key, `-${key}`]).find((sort) => sort === search.get("sort")) ?? standard
  return {
    sortIn,
    /** For the address: the standard order is not written there. */
    sortText: (sort: string): string => (sort === standard ? "" : sort),
    queryIn(search: URLSearchParams) {
      const q = search.get("q")
      const cursor = search.get("cursor")
      return { limit: PAGE_ROWS, sort: sortIn(search), ...(q && { q }), ...(cursor && { cursor }) }
    },
  }
}
