import fc from "fast-check"
import { expect, test } from "vitest"
import { csvLine, guarded, looksLikeFormula, unguarded } from "./cell.ts"

test.each([
  ["=1+1", "'=1+1"],
  ["+49", "'+49"],
  ["-x", "'-x"],
  ["@SUM", "'@SUM"],
  ["＝1", "'＝1"],
  ["'=1+1", "''=1+1"],
  ["O'Neil", "O'Neil"],
  ["'quoted'", "'quoted'"],
  ["", ""],
])("the text %j is written as %j, and read again as it was", (text, cell) => {
  expect(guarded(text)).toBe(cell)
  expect(unguarded(cell)).toBe(text)
})

test("every text survives, and no cell begins a formula", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^'{0,3}[=+@-]?[a'=]*$/))
  fc.assert(
    fc.property(text, (original) => {
      expect(unguarded(guarded(original))).toBe(original)
      expect(guarded(original)).not.toMatch(/^[=+\-@\t\r]/)
      expect(looksLikeFormula(guarded(original))).toBe(looksLikeFormula(original))
    }),
  )
})

test("a line quotes what separates, quotes or would be trimmed, whatever the separator", () => {
  expect(csvLine(["a", "b;c", 'd"e', " f", "g,h"], ";")).toBe('a;"b;c";"d""e";" f";"g,h"\r\n')
})
