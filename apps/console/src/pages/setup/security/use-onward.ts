/** Leads to the next screen when something has been done, unless whoever waited for it has gone elsewhere meanwhile. */
import { useCallback, useEffect, useRef } from "react"
import { type NavigateOptions, useNavigate } from "react-router"

export function useOnward(): (path: string, options?: NavigateOptions) => void {
  const navigate = useNavigate()
  const shown = useRef(false)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return useCallback((path, options) => void (shown.current && navigate(path, options)), [navigate])
}
