/** Another page begins at its top. Back and Forward do not: there the browser finds the place again. */
import { useLayoutEffect } from "react"
import { useLocation, useNavigationType } from "react-router"

export function usePageTop(): void {
  const { pathname } = useLocation()
  const type = useNavigationType()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what it waits for
  useLayoutEffect(() => {
    if (type !== "POP") scrollTo(0, 0)
  }, [pathname])
}
