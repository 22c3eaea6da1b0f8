/** SIP Clients ▸ Import / Export: stations as a CSV file. */
import { createHash, randomInt } from "node:crypto"
import { type CsvPreview, type CsvProblem, csvMessage, type FieldError, stationCsv } from "@homeport/contract"
import type { SettingsState } from "@homeport/store"
import { applyImport } from "../csv/apply-import.ts"
import { decodeText } from "../csv/decode-text.ts"
import { exportStations, stationTemplate } from "../csv/export-stations.ts"
import { type ImportGround, type ImportPlan, planImport } from "../csv/plan-import.ts"
import { previewImport } from "../csv/preview-import.ts"
import { readTable } from "../csv/read-table.ts"
import { ApiError } from "../http/errors.ts"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route } from "../http/implement.ts"
import { mostDevices } from "../provisioning/device-rules.ts"
import type { Services } from "../services.ts"
import { mostStations, sipClientView } from "./sip-clients.ts"

export function sipClientCsvRoutes({ store, core, settings, now }: Services): readonly Route[] {
  return [
    handle(stationCsv.download, ({ query }) => {
      if (query.content === "template")
        return new FileAnswer(Buffer.from(stationTemplate(query.language)), "sip-clients-template.csv")
      const { stations, devices } = store.state()
      const views = [...stations.values()].map(sipClientView)
      const day = new Date(now()).toISOString().slice(0, 10)
      return new FileAnswer(
        Buffer.from(exportStations(views, devices.values(), query.language)),
        `sip-clients-${day}.csv`,
      )
    }),

    handle(stationCsv.preview, ({ body }) => {
      const { plan, ...read } = readFile(body, store.state())
      return { version: versionOf(store.state()), ...read, ...previewImport(plan, core.registrations()) }
    }),

    handle(stationCsv.apply, ({ body, by }) =>
      settings.change(
        by,
        (draft) => {
          // As they are now that this change has its turn.
          if (versionOf(draft) !== body.version) throw new ApiError("ChangedMeanwhile")
          const { plan } = readFile(body, draft)
          if (plan.problems.length > 0) throw new ApiError("InvalidInput", { fields: fieldsOf(plan.problems) })
          return applyImport(draft, plan, randomInt)
        },
        "import",
      ),
    ),
  ]
}

interface SentFile extends Pick<ImportGround, "language"> {
  readonly content: string
  readonly encoding: "text" | "base64"
}

type Present = Pick<SettingsState, "stations" | "devices">

type Read = Pick<CsvPreview, "encoding" | "separator"> & { readonly plan: ImportPlan }

function readFile({ content, encoding, language }: SentFile, { stations, devices }: Present): Read {
  const decoded = encoding === "text" ? { text: content, encoding } : decodeText(Buffer.from(content, "base64"))
  if (!decoded) return unread("text", { line: null, column: null, code: "NotText" })
  const table = readTable(decoded.text, mostStations)
  if ("code" in table) return unread(decoded.encoding, table)
  return {
    encoding: decoded.encoding,
    separator: table.separator,
    plan: planImport(table, { stations, devices, language, most: { stations: mostStations, devices: mostDevices } }),
  }
}

const unread = (encoding: CsvPreview["encoding"], problem: CsvProblem): Read => ({
  encoding,
  separator: null,
  plan: { lines: [], problems: [problem] },
})

/** Another one as soon as any station or device comes, changes or goes. */
function versionOf({ stations, devices }: Present): string {
  const hash = createHash("sha256")
  for (const { index, version } of stations.values()) hash.update(`${index}:${version} `)
  for (const { id, version } of devices.values()) hash.update(`d${id}:${version} `)
  return hash.digest("base64url")
}

/** "content" the file as a whole, "lines.12" a line, "lines.12.callNumber" a cell; the first of each. */
function fieldsOf(problems: readonly CsvProblem[]): Record<string, FieldError> {
  const entries = problems.map((problem): [string, FieldError] => {
    const { line, column, code, params } = problem
    const path = line === null ? "content" : ["lines", line, column].filter((part) => part !== null).join(".")
    return [path, { code, message: csvMessage(problem), ...(params && { params }) }]
  })
  return Object.fromEntries(entries.toReversed())
}
