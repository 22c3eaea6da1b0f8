/** Removes an account, after saying what goes with it. */
import { type Administrator, administrators } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "react-router"
import { administratorQuery } from "../../../api/administrator-queries.ts"
import { request } from "../../../api/client.ts"
import { useAllowed } from "../../../api/use-login.ts"
import { TrashIcon } from "../../../frame/page-icons.tsx"
import { useConfirm } from "../../../frame/use-confirm.tsx"
import { paths } from "../../../paths.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useErrorText } from "../../../text/problem.ts"

export function RemoveAdministrator({ account: { id, name } }: { readonly account: Administrator }) {
  const words = usePageTexts("administrators").edit
  const errorText = useErrorText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const allowed = useAllowed(administrators.remove)
  const { ask, dialog } = useConfirm()
  const remove = useMutation({
    mutationFn: async () => {
      const question = { title: words.removeTitle(name), text: words.removeText, confirm: words.remove, final: true }
      if (!(await ask(question))) return
      await request(administrators.remove, { params: { id } })
      notifications.show({ message: words.removed(name), color: "green" })
      await navigate(paths.administrators())
      client.removeQueries({ queryKey: administratorQuery(id).queryKey })
    },
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
  })
  if (!allowed) return null
  return (
    <>
      <Button
        ml="auto"
        size="compact-sm"
        variant="subtle"
        color="red"
        leftSection={<TrashIcon size={16} />}
        onClick={() => remove.mutate()}
      >
        {words.remove}
      </Button>
      {dialog}
    </>
  )
}
