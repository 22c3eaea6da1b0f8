/** A page without the tree: Home, and whatever cannot be shown. */
import { Suspense } from "react"
import { Outlet } from "react-router"
import { PageSkeleton } from "./PageSkeleton.tsx"

export function PlainPage() {
  return (
    <main id="page" tabIndex={-1} style={{ outline: "none" }}>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </main>
  )
}
