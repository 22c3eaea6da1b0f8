/** Stations as a CSV file that a spreadsheet opens, and that the import reads as unchanged. A password never stands in it. */
import {
  byteOrderMark,
  csvFields,
  csvLine,
  csvWords,
  type Locale,
  type SipClient,
  spreadsheetSeparators,
} from "@homeport/contract"
import type { StoredDevice } from "@homeport/store"
import { writeCell } from "./station-cells.ts"

export function exportStations(
  stations: readonly SipClient[],
  devices: Iterable<StoredDevice>,
  locale: Locale,
): string {
  // A station has one line: of several devices its first stands there.
  const devicesOf = Map.groupBy(devices, ({ station }) => station)
  const words = csvWords[locale]
  const fields = csvFields.filter((field) => field !== "password")
  const line = (cells: readonly string[]) => csvLine(cells, spreadsheetSeparators[locale])
  return [
    byteOrderMark,
    line(fields.map((field) => words.headings[field])),
    ...stations.map((station) =>
      line(fields.map((field) => writeCell(field, station, devicesOf.get(station.index)?.[0], words))),
    ),
  ].join("")
}

/** All columns and no station. */
export function stationTemplate(locale: Locale): string {
  const { headings } = csvWords[locale]
  return (
    byteOrderMark +
    csvLine(
      csvFields.map((field) => headings[field]),
      spreadsheetSeparators[locale],
    )
  )
}
