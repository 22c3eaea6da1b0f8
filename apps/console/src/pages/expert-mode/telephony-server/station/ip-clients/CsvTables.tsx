/** What lines of stations would do, and what is wrong with which. */
import {
  type CsvField,
  type CsvLineOutcome,
  type CsvPreview,
  type CsvValue,
  csvWords,
  sayCsvProblem,
} from "@homeport/contract"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage, useTexts } from "../../../../../text/texts.tsx"
import { csvValueText } from "./csv-values.ts"

/** More than that nobody reads: the rest is counted. */
export const SHOWN = 200

type Problem = CsvPreview["problems"][number]

export function useCsvProblemText(): (problem: Problem) => string {
  const words = usePageTexts("stationCsv")
  const { sentences } = useTexts()
  return (problem) => sayCsvProblem(words.problems, sentences, problem, problem.message)
}

export function CsvProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const words = usePageTexts("stationCsv")
  const { language } = useLanguage()
  const problemText = useCsvProblemText()
  return (
    <>
      <DataTable
        label={words.problem}
        rows={problems.slice(0, SHOWN)}
        // Its sentence names the column where there is none of ours: two unknown ones are two rows.
        stacked
        keyOf={({ line, column, message }) => `${line} ${column} ${message}`}
        columns={[
          { key: "line", title: words.line, narrow: true, cell: ({ line }) => line },
          {
            key: "column",
            title: words.column,
            cell: ({ column }) => (column === null ? "" : csvWords[language].headings[column]),
          },
          { key: "problem", title: words.problem, wide: true, cell: problemText },
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
  const valueText = (field: CsvField, value: CsvValue) =>
    csvValueText(field, value, csvWords[language]) || words.nothing
  const effect = ({ changes, generates }: CsvLineOutcome) => {
    const texts = changes.flatMap(({ field, from, to }) => {
      // Before and after would both be dots.
      if (field === "password") return generates ? [] : [words.passwordTyped]
      const heading = csvWords[language].headings[field]
      if (from === null) return [words.value(heading, valueText(field, to))]
      return [words.from(heading, valueText(field, from), valueText(field, to))]
    })
    return [...texts, ...(generates ? [words.generates] : [])].join("; ")
  }
  return (
    <>
      <DataTable
        label={words.outcomeTitle}
        rows={changing.slice(0, SHOWN)}
        stacked
        keyOf={({ line }) => String(line)}
        columns={[
          { key: "line", title: words.line, narrow: true, cell: ({ line }) => line },
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

/** How many are not shown. */
export function Rest({ count }: { readonly count: number }) {
  const words = usePageTexts("stationCsv")
  return count > 0 ? <p>{words.more(count)}</p> : null
}
