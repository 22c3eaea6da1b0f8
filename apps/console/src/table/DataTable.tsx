/** A table of live rows: sorted and paged by the server, with what matters less left out on narrow screens. */
import { Checkbox } from "@mantine/core"
import type { ReactNode } from "react"
import { ArrowDownIcon, ArrowUpIcon } from "../frame/icons.tsx"
import { useTexts } from "../text/texts.tsx"
import styles from "./DataTable.module.css"

export interface Column<Row> {
  readonly key: string
  readonly title: string
  cell(row: Row): ReactNode
  /** What the server sorts by. */
  readonly sort?: string
  /** 1 is always shown, 2 not on a phone, 3 not on a tablet, 4 where there is room. */
  readonly priority?: 1 | 2 | 3 | 4
  readonly align?: "end"
  /** Only as wide as what is in it. */
  readonly narrow?: boolean
  /** Does not give way to the others. */
  readonly wide?: boolean
}

interface Selection {
  readonly keys: ReadonlySet<string>
  change(keys: ReadonlySet<string>): void
  nameOf(key: string): string
}

interface DataTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string
  /** "name", or "-name" for the other way round. */
  readonly sort?: string | undefined
  readonly onSort?: (sort: string) => void
  readonly selection?: Selection | undefined
  /** Newer rows are on their way: what is shown answers another question. */
  readonly outdated?: boolean
  /** On a phone the last column goes below the others, over the whole width. */
  readonly stacked?: boolean
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, sort, onSort, selection, outdated, stacked } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div role="group" className={styles.scroller} aria-label={label} tabIndex={0} aria-busy={outdated || undefined}>
      <table className={styles.table} data-stacked={stacked}>
        <thead>
          <tr>
            {selection ? <SelectAll selection={selection} keys={rows.map(keyOf)} /> : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = keyOf(row)
            return (
              <tr key={key} data-selected={selection?.keys.has(key) || undefined}>
                {selection ? <SelectOne selection={selection} of={key} /> : null}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-priority={column.priority ?? 1}
                    data-align={column.align}
                    data-narrow={column.narrow}
                    data-wide={column.wide}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row>(props: {
  column: Column<Row>
  sort: string | undefined
  onSort: ((sort: string) => void) | undefined
}) {
  const { column, sort, onSort } = props
  const texts = useTexts().table
  const direction = sort === column.sort ? "ascending" : sort === `-${column.sort}` ? "descending" : undefined
  const Arrow = direction === "descending" ? ArrowDownIcon : ArrowUpIcon
  return (
    <th scope="col" data-priority={column.priority ?? 1} data-align={column.align} aria-sort={direction}>
      {column.sort && onSort ? (
        <button
          type="button"
          className={styles.sort}
          title={texts.sortBy(column.title)}
          onClick={() => onSort(direction === "ascending" ? `-${column.sort}` : (column.sort ?? ""))}
        >
          {column.title}
          <span className={styles.arrow} data-shown={direction ? true : undefined}>
            <Arrow size={13} />
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

function SelectAll({ selection, keys }: { selection: Selection; keys: readonly string[] }) {
  const texts = useTexts().table
  const chosen = keys.filter((key) => selection.keys.has(key)).length
  return (
    <th scope="col" className={styles.check}>
      <Checkbox
        size="xs"
        aria-label={texts.selectAll}
        checked={chosen > 0 && chosen === keys.length}
        indeterminate={chosen > 0 && chosen < keys.length}
        onChange={() => selection.change(new Set(chosen === keys.length ? [] : keys))}
      />
    </th>
  )
}

function SelectOne({ selection, of }: { selection: Selection; of: string }) {
  const texts = useTexts().table
  const chosen = selection.keys.has(of)
  return (
    <td className={styles.check}>
      <Checkbox
        size="xs"
        aria-label={texts.select(selection.nameOf(of))}
        checked={chosen}
        onChange={() => {
          const keys = new Set(selection.keys)
          if (chosen) keys.delete(of)
          else keys.add(of)
          selection.change(keys)
        }}
      />
    </td>
  )
}
