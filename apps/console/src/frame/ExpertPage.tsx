/**
 * The shell of every page of the expert mode. It owns Apply, Undo, Help, the keyboard, the question before leaving, and what Apply
 * came to; a page cannot forget them, because they are required props.
 *
 *   Expert mode - Telephony Server
 *   Station - 68                                     ┌ Help ───┐
 *   Edit SIP Client                                  │         │
 *   ┌ form ─────────────────────────────────────┐    │         │
 *   └───────────────────────────────────────────┘    │         │
 *   Apply · Undo · Help      2 changes not applied   └─────────┘
 */
import type { Endpoint } from "@homeport/contract"
import type { HelpText } from "@homeport/contract/console/en"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { useLocation } from "react-router"
import { useAllowed } from "../api/use-login.ts"
import type { PageForm, Values } from "../form/use-page-form.ts"
import { useTexts } from "../text/texts.tsx"
import type { ActionKey } from "../tree.ts"
import { ApplyBar } from "./ApplyBar.tsx"
import styles from "./ExpertPage.module.css"
import { HelpPanel } from "./HelpPanel.tsx"
import { HelpIcon, InfoIcon } from "./icons.tsx"
import { LeaveGuard } from "./LeaveGuard.tsx"
import { PageHead } from "./PageHead.tsx"

interface ExpertPageProps<V extends Values> {
  readonly title: string
  readonly aside?: ReactNode
  readonly offered?: ((action: ActionKey) => boolean) | undefined
  readonly form: PageForm<V>
  /** What Apply asks: its role decides who may. */
  readonly changes: Endpoint
  readonly help: HelpText
  /** Said while Apply is at work, where that may take seconds. */
  readonly progress?: string | undefined
  readonly children: ReactNode
  /** What follows from what is stored: below Apply, with forms and buttons of its own. */
  readonly below?: ReactNode
}

export function ExpertPage<V extends Values>(props: ExpertPageProps<V>) {
  const { title, aside, offered, form, changes, help, progress, children, below } = props
  const texts = useTexts().frame
  const allowed = useAllowed(changes)
  const [helping, setHelping] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const apply = useApply(form, element)

  useNamedField(element)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      // Under the sign-in, or a question, the page is out of reach for keys as well.
      if (allowed && !element.current?.closest("[inert], [aria-hidden=true]")) apply()
    }
    addEventListener("keydown", onKeyDown)
    return () => removeEventListener("keydown", onKeyDown)
  })

  const formElement = (
    <form
      ref={element}
      className={below ? styles.form : styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <PageHead title={title} aside={aside} {...(offered && { offered })} />
      {allowed ? null : (
        <p className={styles.readOnly}>
          <InfoIcon />
          {texts.readOnly(changes.role === "public" ? "" : texts.roles[changes.role])}
        </p>
      )}
      <fieldset className={styles.body} disabled={!allowed || form.applying}>
        {children}
      </fieldset>
      <ApplyBar
        form={form}
        allowed={allowed}
        progress={progress}
        helping={helping}
        onHelp={() => setHelping(!helping)}
      />
    </form>
  )

  return (
    <div className={styles.columns} data-helping={helping || undefined}>
      {below ? (
        <div className={styles.page}>
          {formElement}
          <div className={styles.body}>{below}</div>
        </div>
      ) : (
        formElement
      )}
      {helping ? <HelpPanel help={help} onClose={() => setHelping(false)} /> : null}
      <LeaveGuard changes={form.changes} />
    </div>
  )
}

interface ExpertViewProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly offered?: ((action: ActionKey) => boolean) | undefined
  readonly help: HelpText
  readonly children: ReactNode
  /** Tables take the whole width. */
  readonly wide?: boolean
}

/** The same shell for pages that only show: no Apply, but Help as everywhere. */
export function ExpertView({ title, aside, offered, help, wide, children }: ExpertViewProps) {
  const texts = useTexts().frame
  const [helping, setHelping] = useState(false)
  return (
    <div className={styles.columns} data-helping={helping || undefined}>
      <div className={styles.page} data-wide={wide || undefined}>
        <PageHead
          title={title}
          {...(offered && { offered })}
          aside={
            <>
              {aside}
              <button
                type="button"
                className={styles.helpButton}
                aria-expanded={helping}
                onClick={() => setHelping(!helping)}
              >
                <HelpIcon />
                {texts.help}
              </button>
            </>
          }
        />
        <div className={styles.body}>{children}</div>
      </div>
      {helping ? <HelpPanel help={help} onClose={() => setHelping(false)} /> : null}
    </div>
  )
}

/** "#internetRegistration" in the address: the cursor goes to that field. */
function useNamedField(element: React.RefObject<HTMLFormElement | null>): void {
  const name = useLocation().hash.slice(1)
  useEffect(() => {
    if (name === "") return
    const row = element.current?.querySelector(`[data-field="${CSS.escape(name)}"]`)
    row?.scrollIntoView({ block: "center" })
    row?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true })
  }, [name, element])
}

/** Apply, then the cursor goes to the first field that is wrong or undecided. */
function useApply<V extends Values>(form: PageForm<V>, element: React.RefObject<HTMLFormElement | null>): () => void {
  const { outcome, applying } = form
  const wanted = useRef(false)
  useEffect(() => {
    // While it is being applied nothing can be focused.
    if (!wanted.current || applying || outcome.kind === "none") return
    wanted.current = false
    const selector = outcome.kind === "undecided" ? "[id$='-conflict'] button" : "[aria-invalid='true']"
    if (outcome.kind === "applied" || outcome.kind === "undone") return
    const first = element.current?.querySelector<HTMLElement>(selector)
    const control = first?.matches("[role='radiogroup']") ? first.querySelector<HTMLElement>("input") : first
    control?.focus()
  }, [outcome, applying, element])
  return () => {
    wanted.current = true
    void form.apply()
  }
}
