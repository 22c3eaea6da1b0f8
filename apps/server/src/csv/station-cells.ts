/** Cells and what they mean, in both directions: one entry a column. */
import {
  type CsvField,
  type CsvWords,
  csvWords,
  digestAlgorithms,
  type FieldProblem,
  fieldProblems,
  flagWords,
  natTraversals,
  type SipClient,
  saidIn,
  sipClientFields,
} from "@homeport/contract"
import type { StationFields } from "@homeport/store"

/** What the cells of one row say. An empty cell says nothing: what is stored stays, a new station gets the default. */
export interface SaidOfStation {
  index?: number
  /** Typed into the file, or to be made. */
  password?: { readonly typed: string } | "generate"
  fields: Partial<Omit<StationFields, "password">>
}

/** Takes the cell's meaning into `said`, or says what is wrong with it. */
export function readCell(field: CsvField, cell: string, said: SaidOfStation): FieldProblem | undefined {
  const value = valueIn[field](cell)
  if (value === undefined) return undefined
  if (value === notAWord) return { code: "NotOneOf", params: { values: wordsFor(field) } }
  switch (field) {
    case "index":
      if (!/^[1-9]\d{0,6}$/.test(cell)) return { code: "NotWhole" }
      said.index = Number(cell)
      return undefined
    case "password":
      said.password = saidIn(cell, generateWords) ? "generate" : { typed: cell }
      return undefined
    default: {
      const checked = sipClientFields[field].safeParse(value)
      if (!checked.success) return Object.values(fieldProblems(checked.error, value))[0]
      Object.assign(said.fields, { [field]: checked.data })
      return undefined
    }
  }
}

/** The opposite of `readCell`. A password has no cell. */
export function writeCell(field: CsvField, station: SipClient, words: CsvWords): string {
  switch (field) {
    case "password":
      return ""
    case "index":
      return String(station.index)
    case "authenticationActive":
    case "internetRegistration":
      return station[field] ? words.yes : words.no
    case "natTraversal":
      return words.natTraversals[station.natTraversal]
    case "digestAlgorithms":
      return words.digestAlgorithms[station.digestAlgorithms]
    default:
      return station[field] ?? ""
  }
}

type Reading = (cell: string) => string | boolean | null | undefined | typeof notAWord

const notAWord = Symbol("a word that the column does not know")

const asText: Reading = (cell) => (cell === "" ? undefined : cell)
const asFlag: Reading = (cell) => {
  if (cell === "") return undefined
  const said = saidIn(cell, flagWords)
  return said === undefined ? notAWord : said === "yes"
}
const asChoice =
  (words: Readonly<Record<string, readonly string[]>>): Reading =>
  (cell) =>
    cell === "" ? undefined : (saidIn(cell, words) ?? notAWord)

/** The words of all languages by their key. */
const translations = <Key extends string>(
  keys: readonly Key[],
  of: (words: CsvWords) => Readonly<Record<Key, string>>,
) => Object.fromEntries(keys.map((key) => [key, Object.values(csvWords).map((words) => of(words)[key])]))

const traversalWords = translations(natTraversals, (words) => words.natTraversals)
const algorithmWords = translations(digestAlgorithms, (words) => words.digestAlgorithms)
const generateWords = { generate: Object.values(csvWords).map((words) => words.generate) }

const valueIn: Readonly<Record<CsvField, Reading>> = {
  index: asText,
  callNumber: asText,
  name: asText,
  sipUserId: asText,
  password: asText,
  authenticationActive: asFlag,
  internetRegistration: asFlag,
  natTraversal: asChoice(traversalWords),
  realm: asText,
  digestAlgorithms: asChoice(algorithmWords),
  // These two may be without a value, and an empty cell is how that is said.
  fixedIpAddress: (cell) => (cell === "" ? null : cell),
  secondarySystemId: (cell) => cell,
}

/** For the sentence: those of English first. */
function wordsFor(field: CsvField): string {
  if (field === "natTraversal") return Object.values(traversalWords).flat().join(", ")
  if (field === "digestAlgorithms") return [...new Set(Object.values(algorithmWords).flat())].join(", ")
  return Object.values(csvWords)
    .flatMap(({ yes, no }) => [yes, no])
    .join(", ")
}
