/** What can be done with several stations at once: all of them or none. */
import { type SipClientRow, sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../api/client.ts"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { TrashIcon } from "../../../../../frame/page-icons.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { useErrorText } from "../../../../../text/problem.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import { LimitSeveral } from "./LimitSeveral.tsx"
import styles from "./SipClientsPage.module.css"

export function SelectionBar({ chosen, onDone }: { chosen: readonly SipClientRow[]; onDone: () => void }) {
  const words = useTexts().sipClients
  const errorText = useErrorText()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const indexes = chosen.map(({ index }) => index)

  const finish = (message: string) => {
    notifications.show({ message, color: "green" })
    void client.invalidateQueries({ queryKey: sipClientsQuery({}).queryKey.slice(0, 1) })
    onDone()
  }
  const onError = (error: unknown) =>
    notifications.show({ title: words.notChanged, message: errorText(error), color: "red" })

  const internet = useMutation({
    mutationFn: (internetRegistration: boolean) =>
      request(sipClients.changeSeveral, { body: { indexes, change: { internetRegistration } } }),
    onSuccess: () => finish(words.changed(indexes.length)),
    onError,
  })
  const remove = useMutation({
    mutationFn: () => request(sipClients.removeSeveral, { body: { indexes } }),
    onSuccess: () => finish(words.removed(indexes.length)),
    onError,
  })
  const askAndRemove = async () => {
    const question = { title: words.removeTitle(indexes.length), text: words.removeText, confirm: words.removeSelected }
    if (await ask({ ...question, final: true })) remove.mutate()
  }

  return (
    <div className={styles.tools}>
      <span>{words.selected(chosen.length)}</span>
      <Button size="xs" variant="default" loading={internet.isPending} onClick={() => internet.mutate(true)}>
        {words.allowSelected}
      </Button>
      <Button size="xs" variant="default" loading={internet.isPending} onClick={() => internet.mutate(false)}>
        {words.forbidSelected}
      </Button>
      <LimitSeveral chosen={chosen} onDone={() => finish(words.changed(indexes.length))} />
      <Button
        size="xs"
        variant="light"
        color="red"
        leftSection={<TrashIcon size={15} />}
        loading={remove.isPending}
        onClick={askAndRemove}
      >
        {words.removeSelected}
      </Button>
      {dialog}
    </div>
  )
}
