/** Unsaved changes ask before they are lost: inside the console with our own question, outside with the browser's. */
import { Button } from "@mantine/core"
import { useEffect } from "react"
import { useBlocker } from "react-router"
import { useTexts } from "../text/texts.tsx"
import { Dialog } from "./Dialog.tsx"

interface LeaveGuardProps {
  /** How many would be lost: none, and nothing is asked. */
  readonly changes: number
  /** Where what would be lost is no change of a form. */
  readonly question?: { readonly title: string; text(count: number): string }
}

export function LeaveGuard({ changes, question }: LeaveGuardProps) {
  const { leave } = useTexts().form
  const { title, text } = question ?? leave
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
      title={title}
      buttons={
        <>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {leave.discard}
          </Button>
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            {leave.stay}
          </Button>
        </>
      }
    >
      {text(changes)}
    </Dialog>
  )
}
