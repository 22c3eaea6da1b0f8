/** Shuts an address or a network out, for a time or until somebody lifts it. */
import { blocks } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { request } from "../../../../../api/client.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { checkedFor } from "../../../../../form/check.ts"
import { SelectField, TextField } from "../../../../../form/fields.tsx"
import { numberOrNull } from "../../../../../form/text-values.ts"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"

type Duration = keyof ReturnType<typeof usePageTexts<"firewall">>["durations"]
/** In minutes; "": until it is lifted. */
const DURATIONS: readonly Duration[] = ["15", "60", "1440", "10080", ""]

const bodyOf = ({ network, minutes, note }: { network: string; minutes: Duration; note: string }) => ({
  network: network.trim(),
  minutes: numberOrNull(minutes),
  note: note.trim(),
})

export function BlockByHand() {
  const words = usePageTexts("firewall")
  const client = useQueryClient()
  const form = useActionForm<{ network: string; minutes: Duration; note: string }>({
    initial: { network: "", minutes: "1440", note: "" },
    check: (values) => checkedFor(blocks.add, bodyOf(values)),
    send: async (values) => {
      const body = bodyOf(values)
      await request(blocks.add, { body })
      notifications.show({ message: words.blockedNow(body.network), color: "green" })
      form.reset()
      await client.invalidateQueries({ queryKey: [blocks.list.path] })
    },
  })
  return (
    <ActionSection form={form} title={words.handTitle} lead={words.handLead} button={words.block}>
      <TextField
        label={words.address}
        field={form.field("network")}
        width="address"
        placeholder="203.0.113.7"
        required
      />
      <SelectField
        label={words.duration}
        field={form.field("minutes")}
        choices={DURATIONS.map((value) => ({ value, label: words.durations[value] }))}
      />
      <TextField label={words.noteLabel} field={form.field("note")} maxLength={100} />
    </ActionSection>
  )
}
