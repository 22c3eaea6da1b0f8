/** Cells and what they mean, in both directions: one entry a column. */
import {
  type CsvField,
  type CsvProblem,
  type CsvWords,
  csvWords,
  deviceTransports,
  digestAlgorithms,
  fieldProblems,
  flagWords,
  locales,
  macAddress,
  natTraversals,
  type SipClient,
  sipClientFields,
  understanding,
} from "@homeport/contract"
import { deviceById, devices } from "@homeport/provisioning"
import type { StationFields, StoredDevice } from "@homeport/store"
import { modelSaid, shownModel } from "./model-words.ts"
import type { SaidOfDevice } from "./plan-device.ts"

/** What the cells of one row say. An empty cell says nothing: what is stored stays, a new station gets the default. */
export interface SaidOfStation {
  index?: number
  /** Typed into the file, or to be made. */
  password?: { readonly typed: string } | "generate"
  fields: Partial<Omit<StationFields, "password">>
  device: SaidOfDevice
}

/** A cell of a device's model has a rule of its own. */
export type CellProblem = Pick<CsvProblem, "code" | "params">

/** Takes the cell's meaning into `said`, or says what is wrong with it. */
export function readCell(field: CsvField, cell: string, said: SaidOfStation): CellProblem | undefined {
  const value = valueIn[field](cell)
  if (value === undefined) return undefined
  if (value === notAWord) return { code: "NotOneOf", params: { values: wordsFor(field).join(", ") } }
  switch (field) {
    case "index":
      if (!/^[1-9]\d{0,6}$/.test(cell)) return { code: "NotWhole" }
      said.index = Number(cell)
      return undefined
    case "password":
      said.password = generateSaid(cell) ? "generate" : { typed: cell }
      return undefined
    case "model": {
      const model = modelSaid(cell)
      if (!model) return { code: "NoSuchDevice", params: { models: devices.map(shownModel).join(", ") } }
      said.device.model = model
      return undefined
    }
    case "mac": {
      const mac = macAddress.safeParse(cell)
      if (!mac.success) return { code: "NotAMac" }
      said.device.mac = mac.data
      return undefined
    }
    case "transport":
    case "language":
      // `valueIn` has understood it as one of these keys.
      Object.assign(said.device, { [field]: value })
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
export function writeCell(
  field: CsvField,
  station: SipClient,
  device: StoredDevice | undefined,
  words: CsvWords,
): string {
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
    case "model": {
      const model = device && deviceById(device.model)
      return model ? shownModel(model) : ""
    }
    case "mac":
      return (device?.mac?.match(/../g) ?? []).join(":").toUpperCase()
    case "transport":
      return device ? words.transports[device.transport] : ""
    case "language":
      return device ? words.languages[device.language] : ""
    default:
      return station[field] ?? ""
  }
}

type Reading = (cell: string) => string | boolean | null | undefined | typeof notAWord

const notAWord = Symbol("a word that the column does not know")

const asText: Reading = (cell) => (cell === "" ? undefined : cell)
const asFlag: Reading = (cell) => {
  if (cell === "") return undefined
  const said = flagSaid(cell)
  return said === undefined ? notAWord : said === "yes"
}
const asChoice = (words: Readonly<Record<string, readonly string[]>>): Reading => {
  const said = understanding(words)
  return (cell) => (cell === "" ? undefined : (said(cell) ?? notAWord))
}

/** The words of all languages by their key. */
const translations = <Key extends string>(
  keys: readonly Key[],
  of: (words: CsvWords) => Readonly<Record<Key, string>>,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(keys.map((key) => [key, Object.values(csvWords).map((words) => of(words)[key])]))

const choices = {
  natTraversal: translations(natTraversals, (words) => words.natTraversals),
  digestAlgorithms: translations(digestAlgorithms, (words) => words.digestAlgorithms),
  transport: translations(deviceTransports, (words) => words.transports),
  language: translations(locales, (words) => words.languages),
}
const flagSaid = understanding(flagWords)
const generateSaid = understanding({ generate: Object.values(csvWords).map((words) => words.generate) })

const valueIn: Readonly<Record<CsvField, Reading>> = {
  index: asText,
  callNumber: asText,
  name: asText,
  sipUserId: asText,
  password: asText,
  authenticationActive: asFlag,
  internetRegistration: asFlag,
  natTraversal: asChoice(choices.natTraversal),
  realm: asText,
  digestAlgorithms: asChoice(choices.digestAlgorithms),
  // These two may be without a value, and an empty cell is how that is said.
  fixedIpAddress: (cell) => (cell === "" ? null : cell),
  secondarySystemId: (cell) => cell,
  model: asText,
  mac: asText,
  transport: asChoice(choices.transport),
  language: asChoice(choices.language),
}

/** For the sentence: each once, those of English first. */
function wordsFor(field: CsvField): readonly string[] {
  const known: Readonly<Partial<Record<CsvField, Readonly<Record<string, readonly string[]>>>>> = choices
  const flags = Object.values(csvWords).map(({ yes, no }) => [yes, no])
  return [...new Set(Object.values(known[field] ?? flags).flat())]
}
