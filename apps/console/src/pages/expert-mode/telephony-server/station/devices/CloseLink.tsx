/** The button that closes a link of a device for ever, and asks before it does. */
import type { devices, homeLinks } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../api/client.ts"
import { deviceQuery } from "../../../../../api/device-queries.ts"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { useErrorText } from "../../../../../text/problem.ts"

interface CloseLinkProps {
  /** Its id. */
  readonly device: number
  readonly endpoint: typeof devices.closeLink | typeof homeLinks.close
  readonly words: Readonly<Record<"close" | "closeTitle" | "closeText" | "closed", string>>
}

export function CloseLink({ device, endpoint, words }: CloseLinkProps) {
  const errorText = useErrorText()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const close = useMutation({
    mutationFn: () => request(endpoint, { params: { id: device } }),
    onSuccess: () => {
      notifications.show({ message: words.closed, color: "green" })
      return client.invalidateQueries({ queryKey: deviceQuery(device).queryKey })
    },
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
  })
  const askAndClose = async () => {
    if (await ask({ title: words.closeTitle, text: words.closeText, confirm: words.close, final: true })) close.mutate()
  }
  return (
    <>
      <Button variant="subtle" color="red" loading={close.isPending} onClick={askAndClose}>
        {words.close}
      </Button>
      {dialog}
    </>
  )
}
