/** Apply · Undo · Help, always in reach at the foot of the page, and in words what the last one came to. */
import { Button, Kbd } from "@mantine/core"
import { ApiError } from "../api/api-error.ts"
import type { Outcome, PageForm, Values } from "../form/use-page-form.ts"
import { useFormat } from "../text/format.ts"
import { useErrorText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import styles from "./ApplyBar.module.css"
import { FailedIcon, HelpIcon, OkIcon } from "./icons.tsx"

interface ApplyBarProps<V extends Values> {
  readonly form: PageForm<V>
  readonly allowed: boolean
  /** What takes its time while Apply is at work. */
  readonly progress?: string | undefined
  readonly helping: boolean
  onHelp(): void
}

export function ApplyBar<V extends Values>({ form, allowed, progress, helping, onHelp }: ApplyBarProps<V>) {
  const texts = useTexts()
  const outcome = useOutcomeText(form.outcome)
  const failed = form.outcome.kind === "fields" || form.outcome.kind === "undecided" || form.outcome.kind === "failed"
  return (
    <div className={styles.bar}>
      <div className={styles.buttons}>
        {allowed ? (
          <>
            <Button type="submit" loading={form.applying} disabled={!form.ready} data-apply>
              {texts.form.apply}
            </Button>
            <Button variant="default" disabled={form.changes === 0 || form.applying} onClick={form.undo}>
              {texts.form.undo}
            </Button>
          </>
        ) : null}
        <Button variant="default" leftSection={<HelpIcon size={17} />} aria-expanded={helping} onClick={onHelp}>
          {texts.frame.help}
        </Button>
      </div>
      <div
        className={styles.outcome}
        role="status"
        data-kind={form.applying ? undefined : failed ? "failed" : form.outcome.kind}
      >
        {form.applying ? (
          <span>{progress ?? texts.form.applying}</span>
        ) : outcome ? (
          <>
            {failed ? <FailedIcon /> : <OkIcon />}
            <span>{outcome}</span>
          </>
        ) : form.changes > 0 ? (
          <span>
            {texts.form.changes(form.changes)} <Kbd className={styles.key ?? ""}>{texts.form.applyHint}</Kbd>
          </span>
        ) : null}
      </div>
    </div>
  )
}

function useOutcomeText(outcome: Outcome): string | undefined {
  const texts = useTexts().form
  const format = useFormat()
  const errorText = useErrorText()
  switch (outcome.kind) {
    case "none":
      return undefined
    case "applied":
      return texts.applied(format.time(outcome.at))
    case "undone":
      return texts.undone
    case "fields":
      return texts.fieldsWrong(outcome.count)
    case "undecided":
      return texts.decide(outcome.count)
    case "failed":
      return failureText(outcome.error)
  }

  function failureText(error: unknown): string {
    if (!(error instanceof ApiError)) return `${texts.notApplied} ${String(error)}`
    if (error.code === "NotSignedIn") return texts.signedOut
    if (error.code === "ChangedMeanwhile") return texts.meanwhile
    const fields = Object.keys(error.fields).length
    if (error.code === "InvalidInput" && fields > 0) return texts.fieldsWrong(fields)
    return `${texts.notApplied} ${errorText(error)}`
  }
}
