/** The tree as it is drawn: every visible line once, with its depth. Stations and certificates join it as data. */
import { allows, type Role } from "@homeport/contract"
import type { ConsoleTexts } from "../text/texts.tsx"
import type { Area, DataChildren, TreeNode } from "../tree.ts"

export interface TreeItem {
  readonly path: string
  readonly label: string
  readonly children: readonly TreeItem[]
  readonly station?: StationLine
}

export interface StationLine {
  readonly index: number
  readonly callNumber: string
  readonly name: string
}

/** One child that is data. */
export interface DataLine {
  /** Its number in the address. */
  readonly segment: string
  readonly label: string
  /** A station's line is drawn in columns: index, call number, name. */
  readonly station?: StationLine
}

export interface DataLines {
  readonly items: readonly DataLine[]
  readonly total: number
  /** The one that is open now, where it is known: it is always among them. */
  readonly open?: DataLine | undefined
}

/** What is not there has no lines: certificates are a list, not branches. */
export type TreeData = Readonly<Partial<Record<DataChildren["of"], DataLines>>>

export function stationLine(station: StationLine): DataLine {
  const { index, callNumber, name } = station
  return { segment: String(index), label: `${index} ${callNumber} ${name}`, station }
}

export function treeItems(area: Area, texts: ConsoleTexts, role: Role | undefined, data: TreeData): TreeItem[] {
  const itemOf = (node: TreeNode, above: string): TreeItem[] => {
    if (!allows(role, node.role)) return []
    const path = `${above}/${node.segment}`
    const children = (node.children ?? []).flatMap((child) => itemOf(child, path))
    const lines = node.data && data[node.data.of]
    return [
      { path, label: texts.tree[node.key], children: [...children, ...(lines ? dataItems(path, texts, lines) : [])] },
    ]
  }
  return area.nodes.flatMap((node) => itemOf(node, area.path))
}

function dataItems(path: string, texts: ConsoleTexts, { items, total, open }: DataLines): TreeItem[] {
  const shown = open && !items.some(({ segment }) => segment === open.segment) ? [...items.slice(0, -1), open] : items
  const lines = shown.map(({ segment, label, station }) => ({
    path: `${path}/${segment}`,
    label,
    children: [],
    ...(station && { station }),
  }))
  const more = total - lines.length
  return more > 0 ? [...lines, { path: `${path}?more`, label: texts.frame.more(more), children: [] }] : lines
}

/** The lines that are visible while these branches are open, in order, with the line above each. */
export interface VisibleItem {
  readonly item: TreeItem
  readonly level: number
  readonly parent: string | undefined
}

export function visibleItems(
  items: readonly TreeItem[],
  open: ReadonlySet<string>,
  level = 1,
  parent?: string,
): VisibleItem[] {
  return items.flatMap((item) => [
    { item, level, parent },
    ...(open.has(item.path) ? visibleItems(item.children, open, level + 1, item.path) : []),
  ])
}

/** Where a key leads from this line: to another line, or to opening or closing it (WAI-ARIA tree pattern). */
export type TreeMove = { readonly focus: string } | { readonly open: string } | { readonly close: string } | undefined

export function moveInTree(
  key: string,
  path: string,
  visible: readonly VisibleItem[],
  open: ReadonlySet<string>,
): TreeMove {
  const at = visible.findIndex(({ item }) => item.path === path)
  const here = visible[at]
  if (!here) return undefined
  const to = (target: VisibleItem | undefined): TreeMove => target && { focus: target.item.path }
  const branch = here.item.children.length > 0
  switch (key) {
    case "ArrowDown":
      return to(visible[at + 1])
    case "ArrowUp":
      return to(visible[at - 1])
    case "Home":
      return to(visible[0])
    case "End":
      return to(visible.at(-1))
    case "ArrowRight":
      if (!branch) return undefined
      return open.has(path) ? to(visible[at + 1]) : { open: path }
    case "ArrowLeft":
      if (branch && open.has(path)) return { close: path }
      return here.parent === undefined ? undefined : { focus: here.parent }
    default:
      if (key.length !== 1 || key === " ") return undefined
      return to(
        [...visible.slice(at + 1), ...visible.slice(0, at)].find(({ item }) =>
          item.label.toLowerCase().startsWith(key.toLowerCase()),
        ),
      )
  }
}
