/** For how long and how often the links of the chosen devices open. */
import { type Device, devices, linkLimits } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../api/client.ts"
import { linkBody, linkProblems, linkValues } from "../../../../../devices/link-values.ts"
import { TextField } from "../../../../../form/fields.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { Dialog } from "../../../../../frame/Dialog.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Made } from "./DevicesPage.tsx"
import styles from "./deployment.module.css"

interface MakeLinksDialogProps {
  readonly opened: boolean
  readonly chosen: readonly Device[]
  onClose(): void
  onMade(made: Made): void
}

export function MakeLinksDialog({ opened, chosen, onClose, onMade }: MakeLinksDialogProps) {
  const words = usePageTexts("deployment")
  const texts = useTexts().form
  const failureText = useFailureText()
  const client = useQueryClient()
  const form = useActionForm({
    initial: linkValues,
    check: linkProblems,
    send: async (values) => {
      const ids = chosen.map(({ id }) => id)
      const { data } = await request(devices.openLinks, { body: { ids, ...linkBody(values) } })
      void client.invalidateQueries({ queryKey: [devices.list.path] })
      const links = new Map(data.items.map((link) => [link.id, link]))
      const items = chosen.flatMap((device) => {
        const link = links.get(device.id)
        return link ? [{ device, link }] : []
      })
      onClose()
      onMade({ kind: "links", items })
    },
  })
  const again = chosen.filter(({ link }) => link?.open).length
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={words.devices.linksTitle(chosen.length)}
      buttons={
        <>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button loading={form.busy} onClick={() => void form.submit()}>
            {words.devices.makeLinks}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {again > 0 ? <p>{words.devices.linksAgain(again)}</p> : null}
        <TextField
          label={words.link.hours}
          field={form.field("hours")}
          hint={words.link.hoursHint(linkLimits.hours / 24)}
          width="number"
        />
        <TextField
          label={words.link.fetches}
          field={form.field("fetches")}
          hint={words.link.fetchesHint(linkLimits.fetches)}
          width="number"
        />
        {form.error === undefined ? null : <Problem text={failureText(form.error)} />}
      </div>
    </Dialog>
  )
}
