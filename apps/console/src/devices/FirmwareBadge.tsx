/** A firmware, and what it is to the guide. */
import { type FirmwareVerdict, provisioningSentence } from "@homeport/contract"
import { StatusBadge } from "../table/StatusBadge.tsx"
import { usePageTexts } from "../text/page-texts.ts"
import { useLanguage } from "../text/texts.tsx"
import styles from "./devices.module.css"

const STATUS = { tested: "ok", excluded: "failed", newer: "live", unknown: "quiet" } as const

interface FirmwareBadgeProps {
  readonly firmware: string | null
  readonly verdict: FirmwareVerdict | null
}

export function FirmwareBadge({ firmware, verdict }: FirmwareBadgeProps) {
  const words = usePageTexts("deployment").firmware
  const { language } = useLanguage()
  if (firmware === null) return "–"
  return (
    <span className={styles.firmware}>
      <span className="numeric">{firmware}</span>
      {verdict === null ? null : (
        <span title={provisioningSentence(language, "verdict", verdict)}>
          <StatusBadge status={STATUS[verdict]}>{words[verdict]}</StatusBadge>
        </span>
      )}
    </span>
  )
}
