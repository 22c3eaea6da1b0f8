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
  const placed = matching.map((item): Placed<Item> => ({ item, place: [key(item), id(item)] }))
  placed.sort((one, other) => direction * comparePlaces(one.place, other.place))
  const after = query.cursor === undefined ? undefined : decode(query.cursor)
  const start = after ? placed.findIndex(({ place }) => direction * comparePlaces(place, after) > 0) : 0
  const slice = start === -1 ? [] : placed.slice(start, start + query.limit)
  const last = slice.at(-1)
  const more = start !== -1 && start + slice.length < placed.length
  return {
    items: slice.map(({ item }) => item),
    total: placed.length,
    next: more && last ? encode(last.place) : null,
  }
}

type Place = readonly [string | number, string | number]

interface Placed<Item> {
  readonly item: Item
  readonly place: Place
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

const encode = (place: Place): string => Buffer.from(JSON.stringify(place)).toString("base64url")

function decode(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
    const [value, id, ...more]: unknown[] = Array.isArray(place) ? place : []
    if (isKey(value) && isKey(id) && more.length === 0) return [value, id]
  } catch {
    // Said below: it is no cursor of ours.
  }
  throw new ApiError("InvalidInput", { fields: { cursor: { code: "WrongType" } } })
}

const isKey = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number"
