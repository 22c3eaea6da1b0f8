import { expect, test } from "vitest"
import { EventStreamParser } from "./event-stream.ts"

test("a message is complete with its empty line", () => {
  const parser = new EventStreamParser()
  expect(parser.push('data: {"a":1}\n')).toEqual([])
  expect(parser.push("\n")).toEqual(['{"a":1}'])
})

test("pieces may be cut anywhere", () => {
  const parser = new EventStreamParser()
  const got = [..."id: 7\ndata: one\n\n: heartbeat\n\ndata:two\ndata: lines\n\n"].flatMap((piece) => parser.push(piece))
  expect(got).toEqual(["one", "two\nlines"])
})

test("CRLF and LF end a line alike", () => {
  expect(new EventStreamParser().push("data: one\r\n\r\ndata: two\n\n")).toEqual(["one", "two"])
})
