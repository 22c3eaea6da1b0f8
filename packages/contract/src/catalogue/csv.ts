/** Sentences about CSV files: apart from the catalogues, because the console loads them with its one page. */
import type { Params } from "../errors.ts"
import { type Catalogue, sayIfKnown } from "./catalogue.ts"
import type { csvEn } from "./en/csv.ts"
import { fillIn } from "./fill-in.ts"

export type CsvProblemCode = keyof typeof csvEn
/** Of one language. */
export type CsvSentences = Readonly<Record<CsvProblemCode, string>>

/** What is wrong with a file, a line or a cell; for a code from a newer server `otherwise`. */
export function sayCsvProblem(
  sentences: CsvSentences,
  catalogue: Pick<Catalogue, "field">,
  { code, params = {} }: { readonly code: string; readonly params?: Params | undefined },
  otherwise = code,
): string {
  const [, sentence] = Object.entries(sentences).find(([known]) => known === code) ?? []
  return sentence === undefined
    ? (sayIfKnown(catalogue, `field.${code}`, params) ?? otherwise)
    : fillIn(sentence, params)
}
