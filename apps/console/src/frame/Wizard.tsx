/**
 * The shell of a guided way: its steps, one screen at a time, and Back · Next · Cancel at the foot. Which screen is open stands in
 * the address, so reload, Back and a bookmark work; screens that were left keep what was typed into them.
 *
 *   Setup - Security
 *   Certificates for TLS                       Help
 *   ✓ CA ── ✓ Export CA ── ③ Server certificate ── ④ …
 *   ┌ screen ──────────────────────────────────┐
 *   └──────────────────────────────────────────┘
 *   Back · Next · Cancel      what is being done
 */
import type { HelpText } from "@homeport/contract/console/en"
import {
  Activity,
  createContext,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react"
import { Link } from "react-router"
import { useTexts } from "../text/texts.tsx"
import page from "./ExpertPage.module.css"
import { HelpPanel } from "./HelpPanel.tsx"
import { CheckIcon, HelpIcon } from "./icons.tsx"
import { LeaveGuard } from "./LeaveGuard.tsx"
import { PageHead } from "./PageHead.tsx"
import styles from "./Wizard.module.css"

export interface WizardStep {
  readonly key: string
  readonly label: string
  readonly done: boolean
  /** Where it can be opened now; undefined while something before it is missing. */
  readonly path: string | undefined
}

interface WizardProps {
  readonly title: string
  readonly help: HelpText
  readonly steps: readonly WizardStep[]
  /** The key of the step that is open; another one is a screen before the first step. */
  readonly current: string
  /** Each screen is drawn once it was open, and kept. */
  readonly screens: readonly { readonly key: string; readonly screen: ReactNode }[]
  /** Which of the screens is open. */
  readonly open: string
  /** Fields that were typed into and would be lost. */
  readonly changes: number
}

export function Wizard({ title, help, steps, current, screens, open, changes }: WizardProps) {
  const texts = useTexts().frame
  const [helping, setHelping] = useState(false)
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set([open]))
  if (!visited.has(open)) setVisited(new Set([...visited, open]))
  const moved = useRef<string>(undefined)
  return (
    <MovedContext value={moved}>
      <div className={page.columns} data-helping={helping || undefined}>
        <div className={page.page}>
          <PageHead
            title={title}
            aside={
              <button
                type="button"
                className={page.helpButton}
                aria-expanded={helping}
                onClick={() => setHelping(!helping)}
              >
                <HelpIcon />
                {texts.help}
              </button>
            }
          />
          <Steps steps={steps} current={current} />
          {screens.map(({ key, screen }) =>
            visited.has(key) ? (
              <Activity key={key} mode={key === open ? "visible" : "hidden"}>
                <Suspense fallback={<div className={styles.screen} role="status" aria-label={texts.loading} />}>
                  {screen}
                </Suspense>
              </Activity>
            ) : null,
          )}
        </div>
        {helping ? <HelpPanel help={help} onClose={() => setHelping(false)} /> : null}
        <LeaveGuard changes={changes} />
      </div>
    </MovedContext>
  )
}

function Steps({ steps, current }: Pick<WizardProps, "steps" | "current">) {
  const texts = useTexts().frame.wizard
  return (
    <ol className={styles.steps} aria-label={texts.steps}>
      {steps.map((step, at) => {
        const here = step.key === current
        const content = (
          <>
            <span className={styles.number} aria-hidden="true">
              {step.done && !here ? <CheckIcon size={14} /> : at + 1}
            </span>
            <span className={styles.label}>
              <span className="visually-hidden">{texts.progress(at + 1, steps.length)}: </span>
              {step.label}
              {step.done ? <span className="visually-hidden"> ({texts.done})</span> : null}
            </span>
          </>
        )
        return (
          <li key={step.key}>
            {step.path === undefined || here ? (
              <span className={styles.step} aria-current={here ? "step" : undefined} data-done={step.done || undefined}>
                {content}
              </span>
            ) : (
              <Link to={step.path} className={styles.step} data-done={step.done || undefined}>
                {content}
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** The title of the screen that was open last: another one takes the cursor when it opens. */
const MovedContext = createContext<RefObject<string | undefined> | undefined>(undefined)

/** A ref for the heading of a screen. When the wizard goes on or back, reading goes on there; the first screen takes nothing. */
export function useScreenHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useContext(MovedContext)
  useEffect(() => {
    if (!moved) return
    if (moved.current !== undefined && moved.current !== title) {
      heading.current?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    }
    moved.current = title
  }, [moved, title])
  return heading
}
