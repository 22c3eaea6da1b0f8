/** Values of stations and their devices in a preview, in the words that a file has for them. */
import type { CsvField, CsvValue, CsvWords } from "@homeport/contract"
import { macText } from "../../../../../devices/device-values.ts"

/** Empty: the field has no value. */
export function csvValueText(field: CsvField, value: CsvValue, words: CsvWords): string {
  if (value === null) return ""
  if (typeof value === "boolean") return value ? words.yes : words.no
  if (field === "mac") return macText(value)
  const known: Readonly<Record<string, string>> = wordsOf(field, words)
  return known[value] ?? value
}

function wordsOf(field: CsvField, words: CsvWords) {
  switch (field) {
    case "natTraversal":
      return words.natTraversals
    case "digestAlgorithms":
      return words.digestAlgorithms
    case "transport":
      return words.transports
    case "language":
      return words.languages
    default:
      return {}
  }
}
