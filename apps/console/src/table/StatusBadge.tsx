/** A state in a word, with its own shape and colour: nothing hangs on the colour alone. */
import type { ReactNode } from "react"
import { FailedIcon, LiveIcon, OkIcon, QuietIcon, WarningIcon } from "../frame/icons.tsx"
import styles from "./StatusBadge.module.css"

export type Status = "ok" | "warning" | "failed" | "quiet" | "live"

const ICONS = { ok: OkIcon, warning: WarningIcon, failed: FailedIcon, quiet: QuietIcon, live: LiveIcon } as const

export function StatusBadge({ status, children }: { status: Status; children: ReactNode }) {
  const Icon = ICONS[status]
  return (
    <span className={styles.badge} data-status={status}>
      <Icon size={14} />
      {children}
    </span>
  )
}
