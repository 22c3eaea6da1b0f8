/** Sets what limits several stations at once: the last day of their internet registration, the kind of phone. */
import { type FieldProblem, type SipClientRow, sipClientFields, sipClients } from "@homeport/contract"
import { Button, Checkbox } from "@mantine/core"
import { useState } from "react"
import { request } from "../../../../../api/client.ts"
import { checkedBy } from "../../../../../form/check.ts"
import { DayField } from "../../../../../form/DayField.tsx"
import { TextField } from "../../../../../form/fields.tsx"
import { endOfDay, hasPassed } from "../../../../../form/local-day.ts"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { Dialog } from "../../../../../frame/Dialog.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./SipClientsPage.module.css"

const noLimits = () => ({ setsUntil: false, until: "", setsUserAgent: false, userAgentPrefix: "" })

interface LimitSeveralProps {
  readonly chosen: readonly SipClientRow[]
  onDone(): void
}

export function LimitSeveral({ chosen, onDone }: LimitSeveralProps) {
  const words = usePageTexts("sipClient")
  const texts = useTexts().form
  const failureText = useFailureText()
  const [opened, setOpened] = useState(false)
  const form = useActionForm({
    initial: noLimits(),
    check: ({ userAgentPrefix }): Readonly<Record<string, FieldProblem>> => {
      const { code, params } = checkedBy(sipClientFields.userAgentPrefix, userAgentPrefix.trim())[""] ?? {}
      return code === undefined ? {} : { userAgentPrefix: { code, ...(params && { params }) } }
    },
    send: async ({ setsUntil, until, setsUserAgent, userAgentPrefix }) => {
      const change = {
        ...(setsUntil && { internetRegistrationUntil: endOfDay(until) ?? null }),
        ...(setsUserAgent && { userAgentPrefix: userAgentPrefix.trim() }),
      }
      await request(sipClients.changeSeveral, { body: { indexes: chosen.map(({ index }) => index), change } })
      setOpened(false)
      onDone()
    },
  })
  const { setsUntil, until, setsUserAgent } = form.values
  const nothing = !setsUntil && !setsUserAgent
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {words.several.button}
      </Button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.several.title(chosen.length)}
        buttons={
          <>
            <Button variant="default" onClick={() => setOpened(false)}>
              {texts.cancel}
            </Button>
            <Button loading={form.busy} disabled={nothing} onClick={() => void form.submit()}>
              {words.several.apply}
            </Button>
          </>
        }
      >
        <div className={styles.dialog}>
          <p>{nothing ? `${words.several.lead} ${words.several.nothing}` : words.several.lead}</p>
          <Checkbox
            label={words.several.changeUntil}
            checked={setsUntil}
            onChange={(event) => form.set({ setsUntil: event.currentTarget.checked })}
          />
          <DayField
            label={words.internetUntil}
            field={form.field("until")}
            disabled={!setsUntil}
            hint={hasPassed(until) ? words.internetOver : words.internetUntilHint}
          />
          <Checkbox
            label={words.several.changeUserAgent}
            checked={setsUserAgent}
            onChange={(event) => form.set({ setsUserAgent: event.currentTarget.checked })}
          />
          <TextField
            label={words.userAgentPrefix}
            field={form.field("userAgentPrefix")}
            disabled={!setsUserAgent}
            hint={words.userAgentHint}
          />
          {form.error === undefined ? null : <Problem text={failureText(form.error)} />}
        </div>
      </Dialog>
    </>
  )
}
