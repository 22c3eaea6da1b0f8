/** What an entry of the Admin Log is about: each thing that changed, and its fields from what to what. */
import type { AdminLogChange, AdminLogItem } from "@homeport/contract"
import { Button, VisuallyHidden } from "@mantine/core"
import { useState } from "react"
import { Link } from "react-router"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import styles from "./AdminLog.module.css"
import { fieldName, pathOf, placeOf, severalOf, titleOf, valueText } from "./admin-log-words.ts"

/** Shown before somebody asks for the rest. */
const FIRST_ITEMS = 3
const FIRST_FIELDS = 6

export function AdminLogItems({ items }: { items: readonly AdminLogItem[] }) {
  const words = usePageTexts("adminLog")
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, FIRST_ITEMS)
  const hidden = items.length - shown.length
  return (
    <div className={styles.items}>
      {shown.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry of the log never changes
        <Item key={at} item={item} />
      ))}
      {hidden > 0 ? <More onClick={() => setAll(true)}>{words.showItems(hidden)}</More> : null}
    </div>
  )
}

function Item({ item }: { item: AdminLogItem }) {
  const words = usePageTexts("adminLog")
  const [all, setAll] = useState(false)
  const { action, subject, count, changes } = item
  const shown = all ? changes : changes.slice(0, FIRST_FIELDS)
  const several = count > 1 ? severalOf(item, words) : undefined
  const path = several ? undefined : pathOf(item)
  const title = several?.title ?? titleOf(subject, words)
  return (
    <div className={styles.item}>
      <div>
        {path ? <Link to={path}>{title}</Link> : <strong>{title}</strong>}{" "}
        <span className={styles.dimmed}>{words.actions[action]}</span>
      </div>
      {several ? <div className={styles.dimmed}>{several.named}</div> : null}
      {shown.length > 0 ? (
        <dl className={styles.changes}>
          {shown.map((change) => (
            <Change key={change.field} place={placeOf(subject)} change={change} added={action === "added"} />
          ))}
        </dl>
      ) : null}
      {shown.length < changes.length ? <More onClick={() => setAll(true)}>{words.showAll(changes.length)}</More> : null}
    </div>
  )
}

function Change({ place, change, added }: { place: string; change: AdminLogChange; added: boolean }) {
  const words = usePageTexts("adminLog")
  const { field, from, to } = change
  return (
    <div>
      <dt>{fieldName(place, field, words)}</dt>
      <dd>
        {added ? null : (
          <>
            <Value place={place} field={field} value={from} />
            <span aria-hidden="true" className={styles.arrow}>
              →
            </span>
            <VisuallyHidden>{words.arrow}</VisuallyHidden>
          </>
        )}
        <Value place={place} field={field} value={to} />
      </dd>
    </div>
  )
}

function Value({ place, field, value }: { place: string; field: string; value: AdminLogChange["to"] }) {
  const words = usePageTexts("adminLog")
  const { on, off } = useTexts().form
  const text = valueText(value, place, field, { ...words, on, off })
  if (text === undefined)
    return (
      <span role="img" aria-label={words.secret} title={words.secret}>
        ••••••••
      </span>
    )
  return <span className={value === null ? styles.dimmed : styles.value}>{text}</span>
}

function More({ children, onClick }: { children: string; onClick: () => void }) {
  return (
    <div>
      <Button size="compact-xs" variant="subtle" onClick={onClick}>
        {children}
      </Button>
    </div>
  )
}
