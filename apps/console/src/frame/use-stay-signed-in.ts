/** Somebody who types for half an hour without Apply is still there: now and then an action is passed on to the server. */
import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { loginQuery } from "../api/queries.ts"

const EVERY = 120_000

export function useStaySignedIn(on: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!on) return
    let told = Date.now()
    const acted = () => {
      if (Date.now() - told < EVERY) return
      told = Date.now()
      void client.invalidateQueries({ queryKey: loginQuery().queryKey })
    }
    addEventListener("keydown", acted)
    addEventListener("pointerdown", acted)
    return () => {
      removeEventListener("keydown", acted)
      removeEventListener("pointerdown", acted)
    }
  }, [client, on])
}
