/** A new station for somebody at home: number and name are all that is asked. */
import { type SipClient, sipClientFields, sipClients, sipUserIdOf } from "@homeport/contract"
import { useQueryClient } from "@tanstack/react-query"
import { request } from "../../../api/client.ts"
import { ActionSection } from "../../../form/ActionSection.tsx"
import { checkedBy } from "../../../form/check.ts"
import { TextField } from "../../../form/fields.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTyped } from "../security/use-typed.ts"
import { ON, strongPasswordFor } from "./enable.ts"

const EMPTY = { callNumber: "", name: "" }

interface NewStationProps {
  onAdded(station: SipClient): void
  onTyped(count: number): void
}

export function NewStation({ onAdded, onTyped }: NewStationProps) {
  const words = usePageTexts("sipAtHome").stations
  const client = useQueryClient()
  const form = useActionForm({
    initial: EMPTY,
    check: ({ callNumber, name }) => ({
      ...checkedBy(sipClientFields.callNumber, callNumber.trim(), () => "callNumber"),
      ...checkedBy(sipClientFields.name, name.trim(), () => "name"),
    }),
    send: async (values) => {
      const callNumber = values.callNumber.trim()
      const name = values.name.trim()
      const password = strongPasswordFor({ callNumber, name, sipUserId: sipUserIdOf(callNumber) })
      const { data } = await request(sipClients.create, { body: { callNumber, name, password, ...ON } })
      await client.invalidateQueries({ queryKey: [sipClients.list.path] })
      form.reset()
      onAdded(data)
    },
  })
  useTyped(form, onTyped)
  return (
    <ActionSection form={form} title={words.newTitle} lead={words.newLead} button={words.add}>
      <TextField label={words.callNumber} field={form.field("callNumber")} width="number" />
      <TextField label={words.name} field={form.field("name")} />
    </ActionSection>
  )
}
