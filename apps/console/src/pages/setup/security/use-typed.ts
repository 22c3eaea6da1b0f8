/** How much the screens of the wizard hold that is not stored anywhere yet: what leaving asks about. */
import { useCallback, useEffect, useState } from "react"
import type { Values } from "../../../form/form-state.ts"
import type { ActionForm } from "../../../form/use-action-form.ts"

/** Of one screen: how many of its fields hold something else than they were filled with. */
export function useTyped<V extends Values>(form: ActionForm<V>, onTyped: (count: number) => void): void {
  const count = Object.keys(form.values).filter((name) => {
    const { value, stored } = form.field(name)
    return JSON.stringify(value) !== JSON.stringify(stored)
  }).length
  useEffect(() => onTyped(count), [count, onTyped])
}

/** Of all screens, by their keys. */
export function useTypedCounts() {
  const [typed, setTyped] = useState<Readonly<Record<string, number>>>({})
  const [setters] = useState(() => new Map<string, (count: number) => void>())
  const typedIn = useCallback(
    (key: string) => {
      const known = setters.get(key)
      if (known) return known
      const set = (count: number) =>
        setTyped((before) => (before[key] === count ? before : { ...before, [key]: count }))
      setters.set(key, set)
      return set
    },
    [setters],
  )
  return { typed, typedIn }
}
