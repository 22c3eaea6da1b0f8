/** The event log as a file. Apart from events.ts, which a browser loads with its first page. */
import * as z from "zod/mini"
import { locales } from "./catalogue/catalogue.ts"
import { endpoint } from "./endpoint.ts"
import { eventFilter } from "./events.ts"
import { choice } from "./primitives.ts"

export const eventFile = {
  download: endpoint({
    method: "GET",
    path: "/api/events.csv",
    summary: "The filtered event log as a CSV file, newest first, in sentences of a language",
    role: "basic",
    query: z.strictObject({ ...eventFilter, language: choice(locales) }),
    response: z.string(),
    file: "text/csv; charset=utf-8",
    errors: [],
  }),
}
