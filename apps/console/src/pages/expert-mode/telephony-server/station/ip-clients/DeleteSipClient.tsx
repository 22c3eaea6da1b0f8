/** Deletes a station, after saying what ends with it. */
import { type SipClient, sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "react-router"
import { request } from "../../../../../api/client.ts"
import { sipClientQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { TrashIcon } from "../../../../../frame/page-icons.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { paths } from "../../../../../paths.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"

export function DeleteSipClient({ station, version }: { station: SipClient; version: string | undefined }) {
  const texts = usePageTexts("sipClient")
  const errorText = useErrorText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const allowed = useAllowed(sipClients.remove)
  const { ask, dialog } = useConfirm()
  const params = { index: station.index }
  const name = `${station.callNumber} ${station.name}`

  const remove = useMutation({
    mutationFn: async () => {
      const effects = await request(sipClients.effects, { params, body: {} })
      const yes = await ask({
        title: texts.removeTitle(name),
        text: `${texts.removeText} ${texts.effects(effects.data.registrations, effects.data.calls)}`,
        confirm: texts.remove,
        final: true,
      })
      if (!yes) return false
      await request(sipClients.remove, { params, ifMatch: version })
      return true
    },
    onSuccess: async (removed) => {
      if (!removed) return
      notifications.show({ message: texts.removed(name), color: "green" })
      await navigate(paths.sipClients())
      client.removeQueries({ queryKey: sipClientQuery(station.index).queryKey })
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
        {texts.remove}
      </Button>
      {dialog}
    </>
  )
}
