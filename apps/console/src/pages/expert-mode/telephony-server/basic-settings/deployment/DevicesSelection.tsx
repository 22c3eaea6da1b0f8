/** What can be done with several devices at once: all of them or none. */
import { type Device, devices } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "../../../../../api/client.ts"
import { PrintIcon } from "../../../../../frame/icons.tsx"
import { TrashIcon } from "../../../../../frame/page-icons.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Made } from "./DevicesPage.tsx"
import styles from "./deployment.module.css"
import { MakeLinksDialog } from "./MakeLinksDialog.tsx"

interface DevicesSelectionProps {
  readonly chosen: readonly Device[]
  onDone(): void
  onMade(made: Made): void
}

export function DevicesSelection({ chosen, onDone, onMade }: DevicesSelectionProps) {
  const words = usePageTexts("deployment").devices
  const { sipClients } = useTexts()
  const errorText = useErrorText()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const [linking, setLinking] = useState(false)
  const ids = chosen.map(({ id }) => id)
  const onError = (error: unknown) =>
    notifications.show({ title: sipClients.notChanged, message: errorText(error), color: "red" })

  const sheets = useMutation({
    mutationFn: () => request(devices.sheets, { body: { ids } }),
    onSuccess: ({ data }) => onMade({ kind: "sheets", items: data.items }),
    onError,
    // Secrets are kept by the page that shows them, and nowhere else.
    gcTime: 0,
  })
  const remove = useMutation({
    mutationFn: () => request(devices.removeSeveral, { body: { ids } }),
    onSuccess: () => {
      notifications.show({ message: words.removed(ids.length), color: "green" })
      void client.invalidateQueries({ queryKey: [devices.list.path] })
      onDone()
    },
    onError,
  })
  const askAndRemove = async () => {
    const question = { title: words.removeTitle(ids.length), text: words.removeText, confirm: words.remove }
    if (await ask({ ...question, final: true })) remove.mutate()
  }

  return (
    <div className={styles.tools}>
      <span>{sipClients.selected(chosen.length)}</span>
      <Button
        size="xs"
        variant="default"
        leftSection={<PrintIcon size={15} />}
        loading={sheets.isPending}
        onClick={() => sheets.mutate()}
      >
        {words.sheets}
      </Button>
      <Button size="xs" variant="default" onClick={() => setLinking(true)}>
        {words.makeLinks}
      </Button>
      <Button
        size="xs"
        variant="light"
        color="red"
        leftSection={<TrashIcon size={15} />}
        loading={remove.isPending}
        onClick={askAndRemove}
      >
        {words.remove}
      </Button>
      <MakeLinksDialog opened={linking} chosen={chosen} onClose={() => setLinking(false)} onMade={onMade} />
      {dialog}
    </div>
  )
}
