/** Lifts every block there is, after a question. */
import { blocks } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../api/client.ts"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"

export function UnblockAll() {
  const words = usePageTexts("firewall")
  const errorText = useErrorText()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const lift = useMutation({
    mutationFn: () => request(blocks.removeAll, {}),
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
    onSettled: () => client.invalidateQueries({ queryKey: [blocks.list.path] }),
  })
  const onClick = async () => {
    const sure = await ask({
      title: words.unblockAllTitle,
      text: words.unblockAllText,
      confirm: words.unblockAll,
      final: true,
    })
    if (sure) lift.mutate()
  }
  return (
    <>
      <Button size="compact-sm" variant="default" loading={lift.isPending} onClick={() => void onClick()}>
        {words.unblockAll}
      </Button>
      {dialog}
    </>
  )
}
