/** Names and values one below the other, each with a word of explanation: what is read off and entered elsewhere. */
import type { ReactNode } from "react"
import styles from "./Rows.module.css"

export function Rows({ children }: { children: ReactNode }) {
  return <dl className={styles.rows}>{children}</dl>
}

interface RowProps {
  readonly name: string
  readonly note?: ReactNode
  /** Plain: the value is no more than the others. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

export function Row({ name, note, quiet = false, children }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={quiet ? undefined : styles.value}>{children}</span>
        {note ? <span className={styles.note}>{note}</span> : null}
      </dd>
    </div>
  )
}
