/** What stands while the console itself is still loading: the frame of what comes, so that nothing jumps. */
import { useLocation } from "react-router"
import { paths } from "../paths.ts"
import styles from "./ExpertMode.module.css"
import { Logo } from "./Logo.tsx"
import bar from "./NavigationBar.module.css"
import { PageSkeleton } from "./PageSkeleton.tsx"

export function FirstSkeleton() {
  const expert = useLocation().pathname.startsWith(paths.expertMode())
  return (
    <>
      <div className={bar.bar}>
        <Logo />
      </div>
      {expert ? (
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
