/** Shown on a first load, in the shape of the page that comes. */
import { Skeleton } from "@mantine/core"
import { useTexts } from "../text/texts.tsx"
import styles from "./PageSkeleton.module.css"

export function PageSkeleton() {
  const texts = useTexts().frame
  return (
    <div className={styles.page} role="status" aria-label={texts.loading}>
      <Skeleton height={14} width={210} radius="sm" />
      <Skeleton height={26} width={260} mt={10} radius="sm" />
      <div className={styles.card}>
        {ROWS.map((width, row) => (
          // The rows never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={row} className={styles.row}>
            <Skeleton height={14} width={width} radius="sm" />
            <Skeleton height={34} radius="sm" />
          </div>
        ))}
      </div>
    </div>
  )
}

const ROWS = [110, 150, 90, 170, 130, 120]
