import { expect, test } from "vitest"
import { decodeText } from "./decode-text.ts"
import { readTable } from "./read-table.ts"

const read = (text: string, most = 100) => readTable(text, most)
const rowsOf = (text: string) => {
  const table = read(text)
  return "code" in table ? table.code : table.rows.map(({ line, cells }) => [line, ...cells])
}

test.each([
  ["comma", "a,b\n1,2;3", ",", ["1", "2;3"]],
  ["semicolon", "a;b\r\n1;2,3\r\n", ";", ["1", "2,3"]],
  ["tab", "a\tb\r1\t\r", "\t", ["1", ""]],
  ["tab, with space and quotes", 'a\tb\tc\n"1"\t\t" "', "\t", ["1", "", " "]],
  ["semicolon beside commas in quotes", '"a,b,c";d\n1;2', ";", ["1", "2"]],
])("a file separated by %s is read, with any line end", (_, text, separator, cells) => {
  expect(read(text)).toMatchObject({ separator, rows: [{ line: 2, cells }], problems: [] })
})

test("lines count as in an editor: empty ones, a byte order mark and breaks within a cell included", () => {
  expect(rowsOf('\uFEFF\n\na,b\r\n\r\n1,2\n,,\n3,"x\ny"\n4,5\n\n')).toEqual([
    [5, "1", "2"],
    [7, "3", "x\ny"],
    [9, "4", "5"],
  ])
})

test.each([
  ["sep=;\r\na;b,c,d\r\n1;2", ";"],
  ["\uFEFFSep=,\na,b;c;d\n1,2", ","],
  ["sep=\t\na\tb;c;d\n1\t2", "\t"],
  ['"sep=;" \na;b,c,d\n1;2', ";"],
])("Excel's first line in %j decides what separates, and is no row", (text, separator) => {
  expect(read(text)).toMatchObject({ separator, headings: { line: 2 }, rows: [{ line: 3, cells: ["1", "2"] }] })
})

test("a line that declares a separator is none of the lines that are counted, nor a file by itself", () => {
  expect(read("sep=;\na\n1\n2", 2)).toMatchObject({ rows: [{ line: 3 }, { line: 4 }] })
  expect(read("sep=;\n\n")).toMatchObject({ code: "FileEmpty" })
  expect(read("a;b\nsep=;;x")).toMatchObject({ rows: [{ line: 2, cells: ["sep=", "", "x"] }] })
})

test("space around a cell is no part of it, within quotation marks it is", () => {
  expect(rowsOf('a,b\n 1 , " x "" "\n')).toEqual([[2, "1", ' x " ']])
})

test("a broken quotation mark spoils its own line and no other", () => {
  expect(read('a,b\n1,2\n"open,3\n4,5"6\n7,8\n"9"x,9\n10,11')).toMatchObject({
    rows: [
      { line: 2, cells: ["1", "2"] },
      { line: 5, cells: ["7", "8"] },
      { line: 7, cells: ["10", "11"] },
    ],
    problems: [
      { line: 3, code: "CellNotClosed" },
      { line: 4, code: "LineUnreadable" },
      { line: 6, code: "LineUnreadable" },
    ],
  })
})

test("what has no lines, too many, or a first one that cannot be read is a problem as a whole", () => {
  expect(read("")).toMatchObject({ code: "FileEmpty" })
  expect(read("\r\n \n\t\n")).toMatchObject({ code: "FileEmpty" })
  expect(read('"a,b\n1,2')).toMatchObject({ line: 1, code: "CellNotClosed" })
  expect(read("a\n1\n2\n3", 2)).toEqual({ line: null, column: null, code: "TooManyLines", params: { maximum: 2 } })
  expect(read("a\n1\n2\n\n\n", 2)).toMatchObject({ rows: [{ line: 2 }, { line: 3 }] })
})

test("text is known by its octets", () => {
  const utf16 = Buffer.from("\uFEFFa\tü", "utf16le")
  expect(decodeText(Buffer.from("\uFEFFa;ü€"))).toEqual({ text: "a;ü€", encoding: "utf-8" })
  expect(decodeText(Buffer.from("a;ü€"))).toEqual({ text: "a;ü€", encoding: "utf-8" })
  expect(decodeText(utf16)).toEqual({ text: "a\tü", encoding: "utf-16" })
  expect(decodeText(utf16.swap16())).toEqual({ text: "a\tü", encoding: "utf-16" })
  expect(decodeText(Buffer.from([0x61, 0xfc, 0x80]))).toEqual({ text: "aü€", encoding: "windows-1252" })
  expect(decodeText(Buffer.from("PK\u0003\u0004\u0014\u0000"))).toBeUndefined()
  expect(decodeText(Buffer.from([0xff, 0xfe, 0x00]))).toBeUndefined()
})
