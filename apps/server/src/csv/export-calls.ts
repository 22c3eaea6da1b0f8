/** Ended calls as lines of a CSV file that a spreadsheet opens. */
import {
  byteOrderMark,
  type CallColumn,
  callColumns,
  callCsvWords,
  csvLine,
  type EndedCall,
  endInWords,
  type Locale,
  lossOf,
  type MeasuredMedia,
  spreadsheetSeparators,
} from "@homeport/contract"

export const callCsvHead = (locale: Locale): string =>
  byteOrderMark +
  csvLine(
    callColumns.map((column) => callCsvWords[locale].headings[column]),
    spreadsheetSeparators[locale],
  )

export const callCsvLine = (call: EndedCall, locale: Locale): string =>
  csvLine(
    callColumns.map((column) => cell(column, call, locale)),
    spreadsheetSeparators[locale],
  )

function cell(column: CallColumn, call: EndedCall, locale: Locale): string {
  const { caller, callee } = call
  const { ends, outcomes, networks } = callCsvWords[locale].texts
  const number = (value: number | undefined): string => {
    const text = value?.toFixed(1) ?? ""
    return locale === "de" ? text.replace(".", ",") : text
  }
  switch (column) {
    case "startedAt":
    case "answeredAt":
    case "endedAt":
      return time(call[column])
    case "duration":
      return String(Math.round(call.duration / 1000))
    case "callerNumber":
      return caller.callNumber
    case "callerName":
      return caller.name
    case "callerNetwork":
      return networks[caller.network]
    case "callerAddress":
      return caller.address
    case "calleeNumber":
      return callee.callNumber
    case "calleeName":
      return callee.name
    case "calleeNetwork":
      return networks[callee.network]
    case "calleeAddress":
      return callee.address
    case "outcome":
      return outcomes[call.outcome]
    case "why":
      return endInWords(ends, call)
    case "status":
      return call.status === null ? "" : String(call.status)
    case "callerLoss":
      return number(caller.media ? lossOf(caller.media) : undefined)
    case "callerJitter":
      return number(jitterOf(caller.media))
    case "calleeLoss":
      return number(callee.media ? lossOf(callee.media) : undefined)
    case "calleeJitter":
      return number(jitterOf(callee.media))
  }
}

/** As spreadsheets read it, in UTC. */
const time = (moment: string | null): string => moment?.slice(0, 19).replace("T", " ") ?? ""

const jitterOf = (media: MeasuredMedia | null): number | undefined =>
  media === null || media.packets === 0 ? undefined : media.jitter
