/** Unsaved changes ask before they are lost: inside the console with our own question, outside with the browser's. */
import { Button, Group, Modal } from "@mantine/core"
import { useEffect } from "react"
import { useBlocker } from "react-router"
import { useTexts } from "../text/texts.tsx"

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
    <Modal
      opened={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      title={texts.leave.title}
      closeButtonProps={{ "aria-label": texts.close }}
    >
      <p style={{ marginTop: 0 }}>{texts.leave.text(changes)}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {texts.leave.discard}
        </Button>
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          {texts.leave.stay}
        </Button>
      </Group>
    </Modal>
  )
}
