/** The columns of what phones fetched, or were refused. */
import { type DeviceFetch, provisioningSentence } from "@homeport/contract"
import type { Column } from "../table/DataTable.tsx"
import { StatusBadge } from "../table/StatusBadge.tsx"
import { Moment } from "../table/Ticking.tsx"
import { usePageTexts } from "../text/page-texts.ts"
import { useLanguage } from "../text/texts.tsx"
import { macText } from "./device-values.ts"
import styles from "./devices.module.css"
import { FirmwareBadge } from "./FirmwareBadge.tsx"

export function useFetchColumns(): readonly Column<DeviceFetch>[] {
  const words = usePageTexts("deployment").requests
  return [
    { key: "at", title: words.at, sort: "at", narrow: true, cell: ({ at }) => <Moment at={at} /> },
    {
      key: "device",
      title: words.device,
      cell: ({ callNumber, model, mac }) => (
        <span className={styles.two}>
          {[callNumber ?? words.unknownDevice, model].filter(Boolean).join(" · ")}
          {mac === null ? null : <span className={`${styles.second} ${styles.whole}`}>{macText(mac)}</span>}
        </span>
      ),
    },
    { key: "outcome", title: words.outcome, wide: true, cell: (one) => <Outcome of={one} /> },
    { key: "file", title: words.file, priority: 2, narrow: true, cell: ({ file }) => file },
    { key: "address", title: words.address, priority: 3, narrow: true, cell: ({ address }) => address },
    {
      key: "firmware",
      title: words.firmware,
      priority: 3,
      cell: ({ firmware, verdict }) => <FirmwareBadge firmware={firmware} verdict={verdict} />,
    },
    { key: "userAgent", title: words.userAgent, priority: 4, cell: ({ userAgent }) => userAgent },
  ]
}

function Outcome({ of: { refused, withSecrets } }: { of: DeviceFetch }) {
  const words = usePageTexts("deployment").requests
  const { language } = useLanguage()
  if (refused === null)
    return (
      <span className={styles.two}>
        <StatusBadge status="ok">{words.served}</StatusBadge>
        <span className={styles.second}>{withSecrets ? words.withSecrets : words.withoutSecrets}</span>
      </span>
    )
  return (
    <span className={styles.two}>
      <StatusBadge status="failed">{words.refused}</StatusBadge>
      <span className={styles.second}>{provisioningSentence(language, "fetch", refused)}</span>
    </span>
  )
}
