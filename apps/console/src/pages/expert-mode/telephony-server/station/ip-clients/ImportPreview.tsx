/** What an import would do; where nothing is wrong with it, the button that does it. */
import type { BodyOf, CsvPreview, stationCsv } from "@homeport/contract"
import { Button } from "@mantine/core"
import { Problem } from "../../../../../frame/Problem.tsx"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import { CsvLines, CsvProblems, useCsvProblemText } from "./CsvTables.tsx"
import styles from "./StationCsvPage.module.css"

export interface Previewed {
  /** What it was made of, and what is imported. */
  readonly sent: BodyOf<typeof stationCsv.preview>
  readonly preview: CsvPreview
  /** It replaces one that no longer held when it was to be imported. */
  readonly meanwhile: boolean
}

interface ImportPreviewProps {
  readonly previewed: Previewed
  readonly busy: boolean
  /** Why importing it failed. */
  readonly error: unknown
  onApply(): void
}

export function ImportPreview({ previewed: { preview, meanwhile }, busy, error, onApply }: ImportPreviewProps) {
  const words = usePageTexts("stationCsv")
  const failureText = useFailureText()
  const problemText = useCsvProblemText()
  const { counts, lines } = preview
  const countsText = useCountsText(counts)
  const ofAll = preview.problems.filter(({ line }) => line === null)
  const ofLines = preview.problems.filter(({ line }) => line !== null)
  const good = preview.problems.length === 0
  const changing = counts.added + counts.changed
  return (
    <Card title={words.outcomeTitle} lead={countsText ? <span role="status">{countsText}</span> : undefined}>
      <div className={styles.stack}>
        {meanwhile ? <Notice status="warning">{words.meanwhile}</Notice> : null}
        {ofAll.map((problem) => (
          <Problem key={problem.code} text={problemText(problem)} />
        ))}
        {ofLines.length > 0 ? (
          <>
            <Notice status="failed">{words.mend}</Notice>
            <CsvProblems problems={ofLines} />
          </>
        ) : null}
        {good ? changing > 0 ? <CsvLines lines={lines} /> : <p>{words.nothingChanges}</p> : null}
        {good && counts.registrations > 0 ? (
          <Notice status="warning">{words.registrations(counts.registrations)}</Notice>
        ) : null}
        {error ? <Problem text={failureText(error)} /> : null}
        {good && changing > 0 ? (
          <div className={styles.buttons}>
            <Button loading={busy} onClick={onApply}>
              {words.import(changing)}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

/** "2 new, 1 changed"; empty where no line could be read. */
export function useCountsText(counts: Pick<CsvPreview["counts"], Counted> & { readonly refused?: number }): string {
  const words = usePageTexts("stationCsv").counts
  const kinds = ["added", "changed", "unchanged", "devices", "refused"] as const
  return kinds
    .flatMap((kind) => {
      const count = counts[kind] ?? 0
      return count > 0 ? [words[kind](count)] : []
    })
    .join(", ")
}

type Counted = "added" | "changed" | "unchanged" | "devices"
