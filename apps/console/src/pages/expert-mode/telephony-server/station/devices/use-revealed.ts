/**
 * A device's secrets, for as long as somebody looks at them: asked for by hand, held nowhere but here, and gone with the page, when what
 * they belong to changes, and after a while by themselves.
 */
import { devices, type ProvisionView } from "@homeport/contract"
import { useEffect, useState } from "react"
import { flushSync } from "react-dom"
import { request } from "../../../../../api/client.ts"

interface Revealed {
  readonly view: ProvisionView
  readonly revealed: boolean
  readonly busy: boolean
  readonly error: unknown
  /** Resolves when the secrets are there; rejects never: `error` says why not. */
  show(): Promise<boolean>
  hide(): void
}

export function useRevealed(id: number, shown: ProvisionView): Revealed {
  const [known, setKnown] = useState<{ readonly of: ProvisionView; readonly view: ProvisionView }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const current = known?.of === shown ? known : undefined

  useEffect(() => {
    if (!current) return
    const timer = setTimeout(() => setKnown(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [current])

  return {
    view: current?.view ?? shown,
    revealed: current !== undefined,
    busy,
    error,
    async show() {
      if (current) return true
      setBusy(true)
      setError(undefined)
      try {
        const { data } = await request(devices.reveal, { params: { id } })
        // On the page when this resolves: printing takes its picture at once.
        flushSync(() => setKnown({ of: shown, view: data }))
        return true
      } catch (failure) {
        setError(failure)
        return false
      } finally {
        setBusy(false)
      }
    },
    hide: () => setKnown(undefined),
  }
}

/** Long enough to type a sheet into a telephone. */
const SHOWN_FOR = 15 * 60_000
