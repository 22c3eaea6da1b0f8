/** A section with its own button: an action form as a card, with what went wrong above the button. */
import { Button } from "@mantine/core"
import { type ReactNode, useEffect, useRef } from "react"
import { Problem } from "../frame/Problem.tsx"
import { Notice } from "../table/Card.tsx"
import { useFailureText } from "../text/problem.ts"
import styles from "./ActionSection.module.css"
import { FormSection } from "./FieldRow.tsx"
import type { Values } from "./form-state.ts"
import type { ActionForm } from "./use-action-form.ts"

interface ActionSectionProps<V extends Values> {
  readonly form: ActionForm<V>
  readonly title: string
  readonly lead?: ReactNode
  readonly button: string
  /** Something that cannot be taken back. */
  readonly final?: boolean
  readonly disabled?: boolean
  /** Beside the button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function ActionSection<V extends Values>(props: ActionSectionProps<V>) {
  const { form, title, lead, button, final = false, disabled = false, aside, children } = props
  const failureText = useFailureText()
  const element = useRef<HTMLFormElement>(null)
  const { refusals } = form
  useEffect(() => {
    if (refusals > 0) element.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus()
  }, [refusals])
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <FormSection title={title} lead={lead}>
        <fieldset className={styles.fields} disabled={form.busy}>
          {children}
        </fieldset>
        <div className={styles.foot}>
          {form.error === undefined ? null : <Problem text={failureText(form.error)} />}
          <div className={styles.buttons}>
            <Button
              type="submit"
              variant={final ? "light" : "filled"}
              color={final ? "red" : "harbour"}
              loading={form.busy}
              disabled={disabled}
            >
              {button}
            </Button>
            {aside}
          </div>
        </div>
      </FormSection>
    </form>
  )
}

/** A notice among the rows. */
export function SectionNotice(props: { status: "warning" | "failed" | "ok" | "live"; children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Notice {...props} />
    </div>
  )
}
