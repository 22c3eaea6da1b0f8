/** A download that a button starts: what came of it, in words beside the button. */
import { useState } from "react"

interface Download {
  readonly busy: boolean
  /** The name under which it was saved. */
  readonly file: string | undefined
  readonly error: unknown
  start(download: () => Promise<string>): void
}

export function useDownload(): Download {
  const [busy, setBusy] = useState(false)
  const [file, setFile] = useState<string>()
  const [error, setError] = useState<unknown>()
  return {
    busy,
    file,
    error,
    start: (download) => {
      setBusy(true)
      setError(undefined)
      download()
        .then(setFile, setError)
        .finally(() => setBusy(false))
    },
  }
}
