import { expect, test } from "vitest"
import { fileName } from "./download.ts"

test("a file is saved under the server's name, whatever alphabet it is in", () => {
  expect(fileName('attachment; filename="SPE CA.crt"')).toBe("SPE CA.crt")
  expect(fileName("attachment; filename=\"Pr_fung.crt\"; filename*=UTF-8''Pr%C3%BCfung.crt")).toBe("Prüfung.crt")
  expect(fileName('attachment; filename="a \\"b\\".crt"')).toBe('a "b".crt')
  expect(fileName("attachment; filename=ca.crt")).toBe("ca.crt")
})

test("a name that is missing or broken does no harm", () => {
  expect(fileName(null)).toBe("download")
  expect(fileName("attachment; filename*=UTF-8''%E0%A4%A")).toBe("download")
})
