/** What stands while the console itself is still loading: the frame of what comes, so that nothing jumps. */
import { useLocation } from "react-router"
import { areaOf } from "../tree.ts"
import styles from "./AreaWithTree.module.css"
import { Logo } from "./Logo.tsx"
import bar from "./NavigationBar.module.css"
import { PageSkeleton } from "./PageSkeleton.tsx"

export function FirstSkeleton() {
  const withTree = areaOf(useLocation().pathname) !== undefined
  return (
    <>
      <div className={bar.bar}>
        <Logo />
      </div>
      {withTree ? (
        <div className={styles.split}>
          <div className={styles.tree} />
          <PageSkeleton />
        </div>
      ) : (
        <PageSkeleton />
      )}
    </>
  )
}
