/** `?q&sort&limit&cursor` over a list in memory → `{ items, total, next }`. */
import { ApiError } from "./errors.ts"

export interface ListQuery {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface Listing<Item> {
  /** What `q` is looked for in. */
  readonly text: (item: Item) => string
  /** Tells items apart, and decides between equal ones. */
  readonly id: (item: Item) => string | number
  /** By the names of the contract. */
  readonly sorts: Readonly<Record<string, (item: Item) => string | number>>
  readonly defaultSort: string
}

/**
 * A cursor holds the place of the last item that was sent, not its number: whoever pages on misses nothing and sees nothing
 * twice when items come and go meanwhile.
 */
export function list<Item>(
  items: Iterable<Item>,
  query: ListQuery,
  { text, id, sorts, defaultSort }: Listing<Item>,
): { items: Item[]; total: number; next: string | null } {
  const sort = query.sort ?? defaultSort
  const direction = sort.startsWith("-") ? -1 : 1
  const key = sorts[sort.replace(/^-/, "")] ?? id
  const words =
    query.q
      ?.toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "") ?? []
  const matching = [...items].filter((item) => {
    if (words.length === 0) return true
    const lower = text(item).toLowerCase()
    return words.every((word) => lower.includes(word))
  })
  const after = query.cursor === undefined ? undefined : decodePlace(query.cursor)
  const inOrder = (one: Place, other: Place) => direction * comparePlaces(one, other)
  // Only the page is sorted: of 10,000 stations most are compared once, with the last of it.
  const page: Placed<Item>[] = []
  let beyond = 0
  for (const item of matching) {
    const place: Place = [key(item), id(item)]
    if (after && inOrder(place, after) <= 0) continue
    beyond++
    insert(page, { item, place }, query.limit, inOrder)
  }
  const last = page.at(-1)
  return {
    items: page.map(({ item }) => item),
    total: matching.length,
    next: beyond > page.length && last ? encodePlace(last.place) : null,
  }
}

/** What an item is sorted by, and what tells it apart. */
export type Place = readonly [string | number, string | number]

interface Placed<Item> {
  readonly item: Item
  readonly place: Place
}

/** Into its place in a sorted page of at most `limit`; whoever stands beyond it falls off. */
function insert<Item>(
  page: Placed<Item>[],
  placed: Placed<Item>,
  limit: number,
  inOrder: (one: Place, other: Place) => number,
): void {
  const last = page.at(-1)
  if (last && page.length >= limit && inOrder(placed.place, last.place) >= 0) return
  let [low, high] = [0, page.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = page[middle]
    if (there && inOrder(there.place, placed.place) < 0) low = middle + 1
    else high = middle
  }
  page.splice(low, 0, placed)
  if (page.length > limit) page.pop()
}

function comparePlaces(one: Place, other: Place): number {
  return compare(one[0], other[0]) || compare(one[1], other[1])
}

/** Numbers by value, texts as a person sorts them ("Phone 9" before "Phone 10"). */
function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other
  return collator.compare(String(one), String(other))
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

/** As a cursor. */
export const encodePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString("base64url")

export function decodePlace(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
    const [value, id, ...more]: unknown[] = Array.isArray(place) ? place : []
    if (isKey(value) && isKey(id) && more.length === 0) return [value, id]
  } catch {
    // Said below: it is no cursor of ours.
  }
  throw new ApiError("InvalidInput", { fields: { cursor: { code: "WrongType" } } })
}

/** The cursor of a log is the number of the last row that was sent. */
export function idOfCursor(cursor: string): number {
  if (/^[0-9]{1,15}$/.test(cursor)) return Number(cursor)
  throw new ApiError("InvalidInput", { fields: { cursor: { code: "WrongType" } } })
}

const isKey = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number"
