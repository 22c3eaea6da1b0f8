/**
 * The columns of a CSV file of stations: how each is headed and how its values are written, in the console's own words of every
 * language, so that the file says what the page says. Reading takes all languages at once, and the API's names.
 *
 * A column more is an entry in `csvFields` (station-csv.ts), one in `headings` here, and its reading and writing in
 * apps/server/src/csv/station-cells.ts.
 */
import type { Locale } from "../catalogue/catalogue.ts"
import { sipClient as sipClientDe } from "../catalogue/console/de/sip-client.ts"
import { sipClients as sipClientsDe } from "../catalogue/console/de/sip-clients.ts"
import { sipClient as sipClientEn } from "../catalogue/console/en/sip-client.ts"
import { sipClients as sipClientsEn } from "../catalogue/console/en/sip-clients.ts"
import type { Texts } from "../catalogue/console/texts.ts"
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
}

export const csvWords: Readonly<Record<Locale, CsvWords>> = {
  en: wordsOf(sipClientEn, sipClientsEn, { yes: "yes", no: "no", generate: "generate" }),
  de: wordsOf(sipClientDe, sipClientsDe, { yes: "ja", no: "nein", generate: "erzeugen" }),
}

function wordsOf(
  station: Texts<typeof sipClientEn>,
  list: Texts<typeof sipClientsEn>,
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
    },
    natTraversals: station.traversals,
    digestAlgorithms: station.algorithms,
  }
}

/** The column that a heading names, in whatever language, case and punctuation; undefined: none. */
export function csvFieldOf(heading: string): CsvField | undefined {
  const wanted = plain(heading)
  return csvFields.find((field) => namesOf(field).some((name) => plain(name) === wanted))
}

/** The key of `words` that a cell says, in whatever language and case; undefined: none. */
export function saidIn<Key extends string>(
  cell: string,
  words: Readonly<Record<Key, readonly string[]>>,
): Key | undefined {
  const wanted = plain(cell)
  // The keys of the very record.
  const keys = Object.keys(words) as Key[]
  return keys.find((key) => [key, ...words[key]].some((word) => plain(word) === wanted))
}

/** Yes and no as spreadsheets and people write them. */
export const flagWords = {
  yes: ["ja", "true", "wahr", "on", "ein", "1"],
  no: ["nein", "false", "falsch", "off", "aus", "0"],
} as const

const namesOf = (field: CsvField): readonly string[] => [
  field,
  csvWords.en.headings[field],
  csvWords.de.headings[field],
  ...(shortNames[field] ?? []),
]

/** What the headings of long names are cut down to. */
const shortNames: Readonly<Partial<Record<CsvField, readonly string[]>>> = {
  sipUserId: ["SIP User ID", "Username"],
  internetRegistration: ["Internet Registration", "Internet-Registrierung"],
}

/** Letters and digits alone: "SIP User-ID" is "SIP User ID". */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
