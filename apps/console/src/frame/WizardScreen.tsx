/** One screen of a wizard: its question, what belongs to it, and the buttons. With a form, Next is what the form does. */
import { Button } from "@mantine/core"
import { type FormEvent, type ReactNode, useEffect, useRef } from "react"
import { Link } from "react-router"
import type { Values } from "../form/form-state.ts"
import type { ActionForm } from "../form/use-action-form.ts"
import { useFailureText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import { Problem } from "./Problem.tsx"
import styles from "./Wizard.module.css"
import { useScreenHeading } from "./Wizard.tsx"

interface WizardScreenProps<V extends Values> {
  readonly title: string
  readonly lead?: ReactNode
  /** The screen before; none on the first. */
  readonly back?: string | undefined
  /** None once everything is done. */
  readonly cancel: string | undefined
  /** What Next does without a form: an address, or something that takes its time. Without any there is no Next. */
  readonly next?: Next | undefined
  readonly form?: ActionForm<V>
  /** What is being done while it takes time. */
  readonly progress?: string | undefined
  /** What came of the last thing done here. */
  readonly outcome?: string | undefined
  /** Something is still awaited: `outcome` is how far it has come. */
  readonly waiting?: boolean
  /** Why it did not work. */
  readonly error?: unknown
  readonly children: ReactNode
}

export interface Next {
  readonly label: string
  readonly path?: string
  press?(): void
  readonly busy?: boolean
}

export function WizardScreen<V extends Values>(props: WizardScreenProps<V>) {
  const { title, lead, back, cancel, next, form, progress, outcome, waiting = false, children } = props
  const texts = useTexts().frame.wizard
  const failureText = useFailureText()
  const heading = useScreenHeading(title)
  const element = useRef<HTMLFormElement>(null)
  const refusals = form?.refusals ?? 0
  const error = form?.error ?? props.error
  const busy = form?.busy ?? next?.busy ?? false

  useEffect(() => {
    if (refusals === 0) return
    const first = element.current?.querySelector<HTMLElement>("[aria-invalid='true']")
    first?.focus()
  }, [refusals])

  const content = (
    <>
      <fieldset className={styles.content} disabled={busy}>
        <div className={styles.head}>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {lead ? <p>{lead}</p> : null}
        </div>
        {children}
        {error === undefined ? null : <Problem text={failureText(error)} />}
      </fieldset>
      <div className={styles.bar}>
        <div className={styles.buttons}>
          {back === undefined ? null : (
            <Button component={Link} to={back} variant="default">
              {texts.back}
            </Button>
          )}
          {next === undefined ? null : <NextButton next={next} busy={busy} submits={form !== undefined} />}
          {cancel === undefined ? null : (
            <Button component={Link} to={cancel} variant="subtle" color="gray">
              {texts.cancel}
            </Button>
          )}
        </div>
        <div className={styles.status} role="status" data-kind={busy || waiting ? "busy" : "done"}>
          {busy ? progress : outcome}
        </div>
      </div>
    </>
  )
  if (!form) return <div className={styles.screen}>{content}</div>
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void form.submit()
  }
  return (
    <form ref={element} className={styles.screen} noValidate onSubmit={onSubmit}>
      {content}
    </form>
  )
}

function NextButton({ next, busy, submits }: { next: Next; busy: boolean; submits: boolean }) {
  if (next.path !== undefined)
    return (
      <Button component={Link} to={next.path}>
        {next.label}
      </Button>
    )
  return (
    <Button type={submits ? "submit" : "button"} loading={busy} onClick={submits ? undefined : next.press}>
      {next.label}
    </Button>
  )
}
