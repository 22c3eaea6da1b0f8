/** Whether a device's link opens, and if not, why not. */
import type { DeviceLink } from "@homeport/contract"
import { StatusBadge } from "../table/StatusBadge.tsx"
import { useFormat } from "../text/format.ts"
import { usePageTexts } from "../text/page-texts.ts"
import styles from "./devices.module.css"

export function LinkState({ link }: { link: DeviceLink | null }) {
  const words = usePageTexts("deployment").link
  const format = useFormat()
  if (link === null) return <StatusBadge status="quiet">{words.none}</StatusBadge>
  if (!link.open)
    return <StatusBadge status="warning">{link.fetchesLeft > 0 ? words.expired : words.usedUp}</StatusBadge>
  return (
    <span className={styles.two}>
      <StatusBadge status="live">{words.open}</StatusBadge>
      <span className={styles.second}>{words.openText(format.moment(link.opensUntil), link.fetchesLeft)}</span>
    </span>
  )
}
