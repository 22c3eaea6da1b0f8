/**
 * The tree of an area. Its lines are links (they can be opened in a new tab); one of them takes part in the Tab order and
 * the arrow keys move between them. Memoised apart from the page: typing in a form never draws it.
 */
import { type CSSProperties, type KeyboardEvent, memo, useMemo, useRef, useState } from "react"
import { Link } from "react-router"
import { useRole } from "../api/use-login.ts"
import { useTexts } from "../text/texts.tsx"
import { areaAt, areaOf } from "../tree.ts"
import { ChevronIcon } from "./icons.tsx"
import styles from "./NavigationTree.module.css"
import { moveInTree, type TreeItem, treeItems, visibleItems } from "./tree-items.ts"
import { useTreeData } from "./use-tree-data.ts"

export const NavigationTree = memo(function NavigationTree({
  pathname,
  onFollow,
}: {
  pathname: string
  onFollow?: () => void
}) {
  const texts = useTexts()
  const role = useRole()
  const area = areaOf(pathname) ?? areaAt("expertMode")
  const [open, setOpen] = useOpenBranches(pathname)
  const data = useTreeData(pathname, open)
  const items = useMemo(() => treeItems(area, texts, role, data), [area, texts, role, data])
  const visible = visibleItems(items, open)
  const current = visible.findLast(({ item }) => isWithin(pathname, item.path))?.item.path
  const [focused, setFocused] = useState<string>()
  const stop = visible.some(({ item }) => item.path === focused) ? focused : (current ?? visible[0]?.item.path)
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent, path: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveInTree(event.key, path, visible, open)
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    if ("open" in move) setOpen(move.open, true)
    else if ("close" in move) setOpen(move.close, false)
    else {
      setFocused(move.focus)
      list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(move.focus)}"]`)?.focus()
    }
  }

  const draw = (item: TreeItem, level: number) => {
    const branch = item.children.length > 0
    const opened = branch && open.has(item.path)
    return (
      <div key={item.path} role="none">
        <Link
          to={item.path.replace(/\?.*$/, "")}
          role="treeitem"
          aria-level={level}
          aria-expanded={branch ? opened : undefined}
          aria-current={item.path === current ? "page" : undefined}
          tabIndex={item.path === stop ? 0 : -1}
          data-path={item.path}
          className={styles.line}
          // A custom property, which React's types do not know.
          style={{ "--level": level - 1 } as CSSProperties}
          onKeyDown={(event) => onKeyDown(event, item.path)}
          onFocus={() => setFocused(item.path)}
          onClick={() => {
            if (branch) setOpen(item.path, true)
            onFollow?.()
          }}
        >
          <span
            className={styles.chevron}
            data-open={opened || undefined}
            aria-hidden="true"
            onClick={(event) => {
              if (!branch) return
              event.preventDefault()
              event.stopPropagation()
              setOpen(item.path, !opened)
            }}
          >
            {branch ? <ChevronIcon size={14} /> : null}
          </span>
          {item.station ? <StationLabel station={item.station} /> : <span className={styles.text}>{item.label}</span>}
        </Link>
        {opened ? (
          // biome-ignore lint/a11y/useSemanticElements: a tree is made of these roles (WAI-ARIA tree pattern)
          <div role="group">{item.children.map((child) => draw(child, level + 1))}</div>
        ) : null}
      </div>
    )
  }

  return (
    <nav aria-label={texts.frame.tree[area.key]}>
      <div ref={list} role="tree" aria-label={texts.frame.tree[area.key]} className={styles.tree}>
        {items.map((item) => draw(item, 1))}
      </div>
    </nav>
  )
})

function StationLabel({ station }: { station: NonNullable<TreeItem["station"]> }) {
  return (
    <span className={styles.station}>
      <span className={styles.index}>{station.index}</span> <span>{station.callNumber}</span>{" "}
      <span className={styles.text}>{station.name}</span>
    </span>
  )
}

/** The branches above the page are open by themselves; what somebody opens or closes by hand stays so. */
function useOpenBranches(pathname: string): [ReadonlySet<string>, (path: string, open: boolean) => void] {
  const [byHand, setByHand] = useState<Readonly<Record<string, boolean>>>({})
  const open = useMemo(() => {
    const above = pathname.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"))
    const set = new Set([...above, ...TOP])
    for (const [path, opened] of Object.entries(byHand)) opened ? set.add(path) : set.delete(path)
    return set
  }, [pathname, byHand])
  return [open, (path, opened) => setByHand((before) => ({ ...before, [path]: opened }))]
}

/** Open from the start: on a first visit the tree shows what there is. */
const TOP = [
  "/administrators/accounts",
  "/expert-mode/telephony-server",
  "/expert-mode/telephony-server/basic-settings",
  "/expert-mode/telephony-server/security",
  "/expert-mode/telephony-server/voice-gateway",
  "/expert-mode/telephony-server/station",
  "/expert-mode/telephony-server/station/ip-clients",
  "/expert-mode/telephony-server/payload",
  "/expert-mode/maintenance",
  "/setup/telephones-subscribers",
  "/setup/security",
]

function isWithin(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`)
}
