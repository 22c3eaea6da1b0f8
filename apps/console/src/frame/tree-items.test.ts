import { en } from "@homeport/contract/console/en"
import { describe, expect, test } from "vitest"
import { paths } from "../paths.ts"
import { areaAt } from "../tree.ts"
import {
  type DataLine,
  type DataLines,
  moveInTree,
  stationLine,
  type TreeItem,
  treeItems,
  visibleItems,
} from "./tree-items.ts"

const station = (index: number): DataLine =>
  stationLine({ index, callNumber: String(100 + index), name: `SIP-${100 + index}` })
const fifty = Array.from({ length: 50 }, (_, at) => station(at + 1))

function sipClientLines(stations: DataLines): readonly TreeItem[] {
  const find = (items: readonly TreeItem[]): TreeItem | undefined =>
    items.reduce<TreeItem | undefined>(
      (found, item) => found ?? (item.path === paths.sipClients() ? item : find(item.children)),
      undefined,
    )
  return find(treeItems(areaAt("expertMode"), en, "expert", { stations }))?.children ?? []
}

describe("the stations in the tree", () => {
  test("a line is index, call number, name", () => {
    expect(sipClientLines({ items: [station(67)], total: 1, open: undefined })[0]).toMatchObject({
      label: "67 167 SIP-167",
      path: paths.sipClient(67),
    })
  })

  test("beyond fifty there is one line to the list", () => {
    const lines = sipClientLines({ items: fifty, total: 10_000, open: undefined })
    expect(lines).toHaveLength(51)
    expect(lines.at(-1)?.label).toBe("9950 more…")
  })

  test("the open station is always among them", () => {
    const lines = sipClientLines({ items: fifty, total: 10_000, open: station(7777) })
    expect(lines).toHaveLength(51)
    expect(lines.map(({ label }) => label)).toContain("7777 7877 SIP-7877")
  })
})

describe("the keyboard", () => {
  const leaf = (path: string): TreeItem => ({ path, label: path, children: [] })
  const items: TreeItem[] = [{ path: "a", label: "alpha", children: [leaf("a1"), leaf("a2")] }, leaf("b")]
  const move = (key: string, at: string, ...open: string[]) =>
    moveInTree(key, at, visibleItems(items, new Set(open)), new Set(open))

  test("down and up go over what is visible", () => {
    expect(move("ArrowDown", "a")).toEqual({ focus: "b" })
    expect(move("ArrowDown", "a", "a")).toEqual({ focus: "a1" })
    expect(move("ArrowUp", "b", "a")).toEqual({ focus: "a2" })
    expect(move("ArrowUp", "a")).toBeUndefined()
  })

  test("right opens, then enters; left closes, or goes to the line above", () => {
    expect(move("ArrowRight", "a")).toEqual({ open: "a" })
    expect(move("ArrowRight", "a", "a")).toEqual({ focus: "a1" })
    expect(move("ArrowLeft", "a", "a")).toEqual({ close: "a" })
    expect(move("ArrowLeft", "a2", "a")).toEqual({ focus: "a" })
    expect(move("ArrowRight", "b")).toBeUndefined()
  })

  test("Home, End and a letter", () => {
    expect(move("End", "a", "a")).toEqual({ focus: "b" })
    expect(move("Home", "b")).toEqual({ focus: "a" })
    expect(move("b", "a", "a")).toEqual({ focus: "b" })
  })
})
