import { expect, test } from "vitest"
import { type ListQuery, list } from "./list.ts"

interface Item {
  readonly id: number
  readonly name: string
}

const listing = {
  text: ({ name }: Item) => name,
  id: ({ id }: Item) => id,
  sorts: { name: ({ name }: Item) => name, id: ({ id }: Item) => id },
  defaultSort: "id",
}
const names = ["Büro 10", "buero", "Büro 9", "Anna", "anna", "Zoe", "büro 9"]
const items = names.map((name, at): Item => ({ id: at + 1, name }))
const ask = (query: Partial<ListQuery>, some: readonly Item[] = items) => list(some, { limit: 50, ...query }, listing)
const ids = (answer: { items: Item[] }) => answer.items.map(({ id }) => id)

test("texts are sorted as a person does: case aside, numbers by value, equal ones by id", () => {
  expect(ids(ask({ sort: "name" }))).toEqual([4, 5, 2, 3, 7, 1, 6])
  expect(ids(ask({ sort: "-name" }))).toEqual([6, 1, 7, 3, 2, 5, 4])
})

test("every word must be found, in any case", () => {
  expect(ids(ask({ q: "BÜRO 9" }))).toEqual([3, 7])
  expect(ask({ q: "büro", limit: 1 })).toMatchObject({ total: 3 })
})

test.each(["name", "-name", "id", "-id"])("page after page by %s gives everything once, in order", (sort) => {
  for (const limit of [1, 2, 3, 7, 8]) {
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const answer = ask({ sort, limit, ...(cursor !== undefined && { cursor }) })
      seen.push(...ids(answer))
      cursor = answer.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(ids(ask({ sort })))
  }
})

test("what comes and goes meanwhile is neither missed nor seen twice", () => {
  const { next } = ask({ limit: 3 })
  const changed = [...items.filter(({ id }) => id !== 2), { id: 0, name: "new" }, { id: 9, name: "newer" }]
  expect(ids(ask({ cursor: next ?? "" }, changed))).toEqual([4, 5, 6, 7, 9])
})

test.each(["x", "W10", Buffer.from('{"a":1}').toString("base64url"), Buffer.from('[null,"a"]').toString("base64url")])(
  "“%s” is no cursor",
  (cursor) => expect(() => ask({ cursor })).toThrow(),
)
