/** A question that is answered before something happens: `await ask({ … })`, and the dialog to draw. */
import { Button } from "@mantine/core"
import { type ReactNode, useCallback, useState } from "react"
import { useTexts } from "../text/texts.tsx"
import { Dialog } from "./Dialog.tsx"

export interface Question {
  readonly title: string
  readonly text: ReactNode
  readonly confirm: string
  /** What is confirmed cannot be taken back. */
  readonly final?: boolean
}

interface Asked extends Question {
  answer(yes: boolean): void
}

export function useConfirm(): { ask(question: Question): Promise<boolean>; readonly dialog: ReactNode } {
  const texts = useTexts().form
  const [asked, setAsked] = useState<Asked>()
  const [opened, setOpened] = useState(false)
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        setOpened(true)
        setAsked({
          ...question,
          answer: (yes) => {
            setOpened(false)
            resolve(yes)
          },
        })
      }),
    [],
  )
  const dialog = (
    <Dialog
      opened={opened}
      onClose={() => asked?.answer(false)}
      title={asked?.title}
      buttons={
        <>
          <Button variant="default" onClick={() => asked?.answer(false)} data-autofocus>
            {texts.cancel}
          </Button>
          <Button color={asked?.final ? "red" : "harbour"} onClick={() => asked?.answer(true)}>
            {asked?.confirm}
          </Button>
        </>
      }
    >
      {asked?.text}
    </Dialog>
  )
  return { ask, dialog }
}
