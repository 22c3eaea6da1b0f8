/**
 * SIP Clients ▸ Import / Export: stations as a CSV file. A file is previewed first, which changes nothing and names every bad
 * line; then it is applied as a whole or not at all.
 *
 *   GET  /api/sip-clients/csv            the stations, without passwords, or a template
 *   POST /api/sip-clients/csv/preview    what each line would do, what is wrong with which, and the version of the stations
 *   POST /api/sip-clients/csv            all lines or none; with that version, so that what was looked at is what happens
 */
import * as z from "zod/mini"
import { type FieldProblemCode, locales } from "../catalogue/catalogue.ts"
import type { CsvProblemCode } from "../catalogue/csv.ts"
import { endpoint } from "../endpoint.ts"
import { type Params, params } from "../errors.ts"
import { obeys } from "../field-problem.ts"
import { base64, base64Length, choice, code, nothing } from "../primitives.ts"

/** Of the station itself. */
export const csvStationFields = [
  "index",
  "callNumber",
  "name",
  "sipUserId",
  "password",
  "authenticationActive",
  "internetRegistration",
  "natTraversal",
  "realm",
  "digestAlgorithms",
  "fixedIpAddress",
  "secondarySystemId",
] as const
export type CsvStationField = (typeof csvStationFields)[number]

/** Of the station's device. A row that names a model gives a station that has none its device. */
export const csvDeviceFields = ["model", "mac", "transport", "language"] as const
export type CsvDeviceField = (typeof csvDeviceFields)[number]

/** In the order in which a file is written. */
export const csvFields = [...csvStationFields, ...csvDeviceFields] as const
export type CsvField = (typeof csvFields)[number]

/** In octets. */
export const longestCsv = 5 * 1024 * 1024

/** What one line says is wrong, or the file as a whole. */
export interface CsvProblem {
  /** From 1, as an editor counts; null: the file as a whole. */
  readonly line: number | null
  /** null: the line as a whole. */
  readonly column: CsvField | null
  readonly code: CsvProblemCode | FieldProblemCode
  readonly params?: Params
}

const csvFile = {
  /** The file's text, or its octets as base64: only these can tell how the text is encoded. */
  content: z
    .string(code("WrongType"))
    .check(z.minLength(1, code("FileEmpty")), z.maxLength(base64Length(longestCsv), code("TooLong"))),
  encoding: z._default(choice(["text", "base64"]), "text"),
  /** Of new devices whose line does not say. */
  language: z._default(choice(locales), "en"),
}

const isBase64 = obeys(({ content, encoding }: { content: string; encoding: "text" | "base64" }) =>
  encoding === "base64" && !base64.test(content) ? { content: { code: "NotBase64" as const } } : {},
)

const csvProblem = z.strictObject({
  line: z.nullable(z.number()),
  column: z.nullable(z.enum(csvFields)),
  code: z.string(),
  params: z.optional(params),
  /** English, for whoever has no catalogue. */
  message: z.string(),
})

/** A password is shown as dots; null: there is none. */
const csvValue = z.union([z.string(), z.boolean(), z.null()])
export type CsvValue = z.infer<typeof csvValue>

const csvLineOutcome = z.strictObject({
  line: z.number(),
  outcome: z.enum(["add", "change", "unchanged", "refused"]),
  /** Of the station that is there already. */
  index: z.nullable(z.number()),
  callNumber: z.string(),
  name: z.string(),
  /** Of a station that is there already, and what is known of a new device. */
  changes: z.array(z.strictObject({ field: z.enum(csvFields), from: csvValue, to: csvValue })),
  /** The station gets a password that Apply makes and shows. */
  generates: z.boolean(),
  /** How many registrations would end. */
  registrations: z.number(),
})
export type CsvLineOutcome = z.infer<typeof csvLineOutcome>

const counts = {
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Devices that come or are changed, on any of these lines. */
  devices: z.number(),
}

const csvPreview = z.strictObject({
  /** Of the stations that this is said of: for Apply. */
  version: z.string(),
  encoding: z.enum(["utf-8", "utf-16", "windows-1252", "text"]),
  /** null: the file could not be read that far. */
  separator: z.nullable(z.enum([",", ";", "\t"])),
  counts: z.strictObject({ ...counts, refused: z.number(), registrations: z.number() }),
  /** In the order of the file. */
  lines: z.array(csvLineOutcome),
  /** By line, those of the file as a whole first. Empty: it can be applied. */
  problems: z.array(csvProblem),
})
export type CsvPreview = z.infer<typeof csvPreview>

const csvApplied = z.strictObject({
  ...counts,
  /** Those that were made: shown this once, and stored as every password. */
  passwords: z.array(
    z.strictObject({
      index: z.number(),
      callNumber: z.string(),
      name: z.string(),
      sipUserId: z.string(),
      password: z.string(),
    }),
  ),
})
export type CsvApplied = z.infer<typeof csvApplied>

export const stationCsv = {
  download: endpoint({
    method: "GET",
    path: "/api/sip-clients/csv",
    summary: "All SIP stations as a CSV file, without their passwords, or an empty one with all columns",
    role: "enhanced",
    query: z.strictObject({
      content: z._default(choice(["stations", "template"]), "stations"),
      /** Of headings and values. German files are separated by semicolons, as a German Excel expects. */
      language: z._default(choice(["en", "de"]), "en"),
    }),
    response: nothing,
    file: "text/csv; charset=utf-8",
    errors: [],
  }),
  preview: endpoint({
    method: "POST",
    path: "/api/sip-clients/csv/preview",
    summary: "What a CSV file of SIP stations would change, and what is wrong in which line; nothing is changed",
    role: "enhanced",
    body: z.strictObject(csvFile).check(isBase64),
    largestBody: base64Length(longestCsv) + 1024,
    response: csvPreview,
    errors: [],
  }),
  apply: endpoint({
    method: "POST",
    path: "/api/sip-clients/csv",
    summary: "Add and change SIP stations as a CSV file says: all of its lines or none",
    role: "enhanced",
    body: z
      .strictObject({ ...csvFile, version: z.string(code("WrongType")).check(z.maxLength(100, code("TooLong"))) })
      .check(isBase64),
    largestBody: base64Length(longestCsv) + 1024,
    response: csvApplied,
    errors: ["ChangedMeanwhile"],
  }),
}
