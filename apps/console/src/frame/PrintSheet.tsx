/**
 * A sheet of paper: a page's content that a technician takes along. On the screen it is a card; printed, it is all there is, black on
 * white, without navigation, buttons or forms, whatever the console's colours are.
 *
 *   <PrintButton />                                          anywhere on the page
 *   <PrintSheet title="Office router" lead="…">              several on one page: each begins a new sheet of paper
 *     <SheetSection title="…"> … </SheetSection>
 *   </PrintSheet>
 *
 * What stands inside and is for one of the two only says so: `className={onScreen}` or `className={onPaper}`.
 */
import { Button, CopyButton } from "@mantine/core"
import { type ReactNode, useEffect, useId, useState } from "react"
import { flushSync } from "react-dom"
import { useFormat } from "../text/format.ts"
import { useTexts } from "../text/texts.tsx"
import { CheckIcon, CopyIcon, PrintIcon } from "./icons.tsx"
import styles from "./PrintSheet.module.css"

interface PrintSheetProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

export function PrintSheet({ title, lead, children }: PrintSheetProps) {
  const texts = useTexts().frame
  const heading = useId()
  return (
    <article className={styles.sheet} data-sheet aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <p className={styles.made}>
          {texts.product} · <PrintedAt />
        </p>
      </header>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </article>
  )
}

export function SheetSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId()
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {children}
    </section>
  )
}

/** Names and values, one below the other: what is typed somewhere else. */
export function SheetFacts({ facts }: { facts: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Lines to be copied as they are; the name says what they are for. */
export function SheetCode({ name, text }: { readonly name: string; readonly text: string }) {
  const texts = useTexts().form
  return (
    <figure className={styles.code}>
      <figcaption>
        {name}
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <CheckIcon size={15} /> : <CopyIcon size={15} />}
              onClick={copy}
            >
              {copied ? texts.copied : texts.copy}
            </Button>
          )}
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  )
}

export function PrintButton() {
  const texts = useTexts().frame
  return (
    <Button variant="default" leftSection={<PrintIcon size={16} />} onClick={() => window.print()}>
      {texts.print}
    </Button>
  )
}

/** The moment that the sheet is of: when it was opened, and, on paper, when it was printed. */
function PrintedAt() {
  const format = useFormat()
  const [at, setAt] = useState(() => new Date())
  useEffect(() => {
    // The browser takes its picture of the page as soon as this returns.
    const print = () => flushSync(() => setAt(new Date()))
    addEventListener("beforeprint", print)
    return () => removeEventListener("beforeprint", print)
  }, [])
  return <time dateTime={at.toISOString()}>{format.full(at)}</time>
}

/** For what is of no use on paper: links, choices. Buttons and navigation are never printed. */
export const onScreen = styles.onScreen ?? ""
/** For what a screen shows in another way. */
export const onPaper = styles.onPaper ?? ""
