/** A titled surface: the unit that pages which show something are made of. */
import type { ReactNode } from "react"
import { FailedIcon, InfoIcon, OkIcon, WarningIcon } from "../frame/icons.tsx"
import styles from "./Card.module.css"

interface CardProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** Tables and empty states bring their own padding. */
  readonly flush?: boolean
}

export function Card({ title, aside, lead, children, flush }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {aside}
      </header>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}

/** A few facts in two columns: name and value. */
export function Facts({ facts }: { facts: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Notice({ status, children }: { status: "warning" | "failed" | "ok" | "live"; children: ReactNode }) {
  const Icon = NOTICE_ICONS[status]
  return (
    <div className={styles.notice} data-status={status}>
      <Icon size={18} />
      <div>{children}</div>
    </div>
  )
}

const NOTICE_ICONS = { warning: WarningIcon, failed: FailedIcon, ok: OkIcon, live: InfoIcon } as const
