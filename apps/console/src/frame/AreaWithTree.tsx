/** An area with a tree: the tree on the left, the page on the right. */
import { Suspense } from "react"
import { Outlet, useLocation } from "react-router"
import styles from "./AreaWithTree.module.css"
import { NavigationTree } from "./NavigationTree.tsx"
import { PageSkeleton } from "./PageSkeleton.tsx"

export function AreaWithTree() {
  const { pathname } = useLocation()
  return (
    <div className={styles.split}>
      <aside className={styles.tree}>
        <NavigationTree pathname={pathname} />
      </aside>
      <main id="page" className={styles.page} tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
