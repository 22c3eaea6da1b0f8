/** Nothing to show, and what to do next. */
import { Title } from "@mantine/core"
import type { ReactNode } from "react"
import styles from "./EmptyState.module.css"

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: ReactNode
  readonly detail?: ReactNode
  readonly action?: ReactNode
  readonly kind?: "quiet" | "failed"
  readonly level?: 1 | 3
}

export function EmptyState({ icon, title, text, detail, action, kind = "quiet", level = 3 }: EmptyStateProps) {
  return (
    <div className={styles.empty} data-page={level === 1 || undefined}>
      <div className={styles.icon} data-kind={kind}>
        {icon}
      </div>
      <Title order={level} className={styles.title ?? ""}>
        {title}
      </Title>
      <p className={styles.text}>{text}</p>
      {detail ? <p className={styles.detail}>{detail}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
