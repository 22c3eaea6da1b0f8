/**
 * The columns of a CSV file of stations: how each is headed and how its values are written, in the console's own words of every
 * language, so that the file says what the page says. Reading takes all languages at once, and the API's names.
 *
 * A column more is an entry in `csvFields` (station-csv.ts), one in `headings` here, and its reading and writing in
 * apps/server/src/csv/station-cells.ts.
 */
import type { Locale } from "../catalogue/catalogue.ts"
import { deployment as deploymentDe } from "../catalogue/console/de/deployment.ts"
import { sipClient as sipClientDe } from "../catalogue/console/de/sip-client.ts"
import { sipClients as sipClientsDe } from "../catalogue/console/de/sip-clients.ts"
import { deployment as deploymentEn } from "../catalogue/console/en/deployment.ts"
import { sipClient as sipClientEn } from "../catalogue/console/en/sip-client.ts"
import { sipClients as sipClientsEn } from "../catalogue/console/en/sip-clients.ts"
import type { Texts } from "../catalogue/console/texts.ts"
import type { DeviceTransport } from "../device.ts"
import type { SipClient } from "../sip-client.ts"
import { type CsvField, csvFields } from "./station-csv.ts"

export interface CsvWords {
  readonly headings: Readonly<Record<CsvField, string>>
  readonly yes: string
  readonly no: string
  /** In a password cell: make one. */
  readonly generate: string
  readonly natTraversals: Readonly<Record<SipClient["natTraversal"], string>>
  readonly digestAlgorithms: Readonly<Record<SipClient["digestAlgorithms"], string>>
  readonly transports: Readonly<Record<DeviceTransport, string>>
  readonly languages: Readonly<Record<Locale, string>>
}

export const csvWords: Readonly<Record<Locale, CsvWords>> = {
  en: wordsOf(sipClientEn, sipClientsEn, deploymentEn, { yes: "yes", no: "no", generate: "generate" }),
  de: wordsOf(sipClientDe, sipClientsDe, deploymentDe, { yes: "ja", no: "nein", generate: "erzeugen" }),
}

function wordsOf(
  station: Texts<typeof sipClientEn>,
  list: Texts<typeof sipClientsEn>,
  devices: Texts<Pick<typeof deploymentEn, "field" | "transports" | "languages">>,
  own: Pick<CsvWords, "yes" | "no" | "generate">,
): CsvWords {
  return {
    ...own,
    headings: {
      index: list.index,
      callNumber: station.callNumber,
      name: station.name,
      sipUserId: station.sipUserId,
      password: station.password,
      authenticationActive: station.authenticationActive,
      internetRegistration: station.internetRegistration,
      natTraversal: station.natTraversal,
      realm: station.realm,
      digestAlgorithms: station.digestAlgorithms,
      fixedIpAddress: station.fixedIpAddressOn,
      secondarySystemId: station.secondarySystemId,
      model: devices.field.model,
      mac: devices.field.mac,
      transport: devices.field.transport,
      language: devices.field.language,
    },
    natTraversals: station.traversals,
    digestAlgorithms: station.algorithms,
    transports: devices.transports,
    languages: devices.languages,
  }
}

/** The column that a heading names, in whatever language, case and punctuation; undefined: none. */
export const csvFieldOf = (heading: string): CsvField | undefined => fieldOf(heading)

/** What a cell says, as one of several keys; undefined: none of them. */
export type Understanding<Key extends string> = (cell: string) => Key | undefined

/** Understands the key itself and each of its words, in whatever case and punctuation; a word of two keys means the first. */
export function understanding<Key extends string>(words: Readonly<Record<Key, readonly string[]>>): Understanding<Key> {
  // The keys of the very record.
  const keys = Object.keys(words) as Key[]
  const known = new Map(
    keys.flatMap((key) => [key, ...words[key]].map((word) => [plain(word), key] as const)).toReversed(),
  )
  return (cell) => known.get(plain(cell))
}

/** Yes and no as spreadsheets and people write them. */
export const flagWords = {
  yes: ["ja", "true", "wahr", "on", "ein", "1"],
  no: ["nein", "false", "falsch", "off", "aus", "0"],
} as const

const namesOf = (field: CsvField): readonly string[] => [
  csvWords.en.headings[field],
  csvWords.de.headings[field],
  ...(shortNames[field] ?? []),
]

/** What the headings of long names are cut down to. */
const shortNames: Readonly<Partial<Record<CsvField, readonly string[]>>> = {
  sipUserId: ["SIP User ID", "Username"],
  internetRegistration: ["Internet Registration", "Internet-Registrierung"],
  model: ["Model", "Modell"],
  mac: ["MAC"],
}

/** Letters and digits alone: "SIP User-ID" is "SIP User ID". */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")

const fieldOf = understanding(
  // The keys of every column.
  Object.fromEntries(csvFields.map((field) => [field, namesOf(field)])) as Record<CsvField, readonly string[]>,
)
