/** What a CSV file would do, what is wrong with it, and the passwords that were made of it. */
import {
  type CsvApplied,
  type CsvLineOutcome,
  type CsvPreview,
  type CsvValue,
  csvWords,
  sayCsvProblem,
} from "@homeport/contract"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"

/** More than that nobody reads: the rest is counted. */
const SHOWN = 200

export function CsvProblems({ problems }: Pick<CsvPreview, "problems">) {
  const words = usePageTexts("stationCsv")
  const { language, texts } = useLanguage()
  return (
    <>
      <DataTable
        label={words.problem}
        rows={problems.slice(0, SHOWN)}
        // Its sentence names the column where there is none of ours: two unknown ones are two rows.
        keyOf={({ line, column, message }) => `${line} ${column} ${message}`}
        columns={[
          { key: "line", title: words.line, narrow: true, cell: ({ line }) => line ?? words.wholeFile },
          {
            key: "column",
            title: words.column,
            priority: 2,
            cell: ({ column }) => (column === null ? "" : csvWords[language].headings[column]),
          },
          {
            key: "problem",
            title: words.problem,
            wide: true,
            cell: (problem) => sayCsvProblem(words.problems, texts.sentences, problem, problem.message),
          },
        ]}
      />
      <Rest count={problems.length - SHOWN} />
    </>
  )
}

export function CsvLines({ lines }: Pick<CsvPreview, "lines">) {
  const words = usePageTexts("stationCsv")
  const { language } = useLanguage()
  const changing = lines.filter(({ outcome }) => outcome !== "unchanged")
  if (changing.length === 0) return null
  const valueText = (value: CsvValue) =>
    typeof value === "boolean" ? csvWords[language][value ? "yes" : "no"] : value || words.nothing
  const effect = ({ changes, generates }: CsvLineOutcome) =>
    [
      ...changes.map(({ field, from, to }) =>
        words.from(csvWords[language].headings[field], valueText(from), valueText(to)),
      ),
      ...(generates ? [words.generates] : []),
    ].join("; ")
  return (
    <>
      <DataTable
        label={words.outcomeTitle}
        rows={changing.slice(0, SHOWN)}
        keyOf={({ line }) => String(line)}
        columns={[
          { key: "line", title: words.line, narrow: true, priority: 2, cell: ({ line }) => line },
          { key: "station", title: words.station, cell: ({ callNumber, name }) => `${callNumber} ${name}` },
          {
            key: "effect",
            title: words.effect,
            wide: true,
            cell: (line) => [words.outcomes[line.outcome], effect(line)].filter(Boolean).join(": "),
          },
        ]}
      />
      <Rest count={changing.length - SHOWN} />
    </>
  )
}

/** Shown once: nobody can read them back. */
export function NewPasswords({ passwords }: Pick<CsvApplied, "passwords">) {
  const words = usePageTexts("stationCsv")
  return (
    <Card title={words.passwordsTitle} lead={words.passwordsLead} flush>
      <DataTable
        label={words.passwordsTitle}
        rows={passwords}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: "station", title: words.station, cell: ({ callNumber, name }) => `${callNumber} ${name}` },
          { key: "password", title: words.password, wide: true, cell: ({ password }) => <code>{password}</code> },
        ]}
      />
    </Card>
  )
}

function Rest({ count }: { count: number }) {
  const words = usePageTexts("stationCsv")
  return count > 0 ? <p>{words.more(count)}</p> : null
}
