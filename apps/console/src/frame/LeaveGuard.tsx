/** Unsaved changes ask before they are lost: inside the console with our own question, outside with the browser's. */
import { Button } from "@mantine/core"
import { useEffect } from "react"
import { useBlocker } from "react-router"
import { useTexts } from "../text/texts.tsx"
import { Dialog } from "./Dialog.tsx"

export function LeaveGuard({ changes }: { changes: number }) {
  const texts = useTexts().form
  const dirty = changes > 0
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  )

  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [dirty])

  return (
    <Dialog
      opened={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      title={texts.leave.title}
      buttons={
        <>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {texts.leave.discard}
          </Button>
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            {texts.leave.stay}
          </Button>
        </>
      }
    >
      {texts.leave.text(changes)}
    </Dialog>
  )
}
