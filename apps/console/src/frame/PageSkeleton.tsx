/** Shown on a first load, in the shape of the page that comes: Home's tiles, a table, or a form. */
import { Skeleton } from "@mantine/core"
import { useLocation } from "react-router"
import { paths } from "../paths.ts"
import { useTexts } from "../text/texts.tsx"
import styles from "./PageSkeleton.module.css"

export function PageSkeleton() {
  const texts = useTexts().frame
  const { pathname } = useLocation()
  const list = pathname === paths.sipClients() || pathname === paths.events()
  const home = pathname === paths.home()
  return (
    <div className={styles.page} data-kind={home ? "home" : undefined} role="status" aria-label={texts.loading}>
      {home ? (
        <div className={styles.tiles}>
          {TILES.map((tile) => (
            <Skeleton key={tile} height={100} radius="md" />
          ))}
        </div>
      ) : (
        <>
          <Skeleton height={14} width={210} radius="sm" />
          <Skeleton height={26} width={260} mt={10} radius="sm" />
        </>
      )}
      <div className={styles.card}>
        {ROWS.map(({ name, width }) => (
          <div key={name} className={styles.row} data-kind={list || home ? "list" : undefined}>
            <Skeleton height={14} width={width} radius="sm" />
            <Skeleton height={list || home ? 14 : 34} radius="sm" />
          </div>
        ))}
      </div>
    </div>
  )
}

const TILES = ["address", "ports", "tls", "stations", "calls", "channels"]
const ROWS = [110, 150, 90, 170, 130, 120].map((width) => ({ name: `row ${width}`, width }))
