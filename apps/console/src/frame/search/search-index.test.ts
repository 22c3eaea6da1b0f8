import { en, enPages, type HelpText } from "@homeport/contract/console/en"
import { describe, expect, test } from "vitest"
import { paths } from "../../paths.ts"
import { fieldEntries, found, pageEntries } from "./search-index.ts"

describe("pages", () => {
  test("are found by any word of where they lie, those that are called so first", () => {
    const pages = pageEntries(en, "expert")
    expect(found(pages, "port m", 3)[0]).toMatchObject({ label: "Port Management", path: paths.portManagement() })
    expect(found(pages, "ssl import", 3).map(({ path }) => path)).toContain(paths.importCertificate())
    expect(found(pages, "", 3)).toEqual([])
    expect(found(pages, "carrier pigeon", 3)).toEqual([])
  })

  test("are those of the role", () => {
    const labels = pageEntries(en, "basic").map(({ label }) => label)
    expect(labels).toContain("System Flags")
    expect(labels).not.toContain("Add SIP client")
  })
})

describe("fields", () => {
  test("are found by their label, without case and accents", async () => {
    const fields = await fieldEntries("de", (await import("@homeport/contract/console/de")).de)
    expect(found(fields, "offentlicher", 5).length + found(fields, "stun-server", 5).length).toBeGreaterThan(0)
    expect(found(await fieldEntries("en", en), "internet registration", 5).map(({ path }) => path)).toContain(
      paths.addSipClient(),
    )
  })

  test("are those of every help that a page has", async () => {
    const known = new Set((await fieldEntries("en", en)).map(({ label }) => label))
    const texts = [en, ...(await Promise.all(Object.values(enPages).map((load) => load())))]
    const missing = texts
      .flatMap(helpsIn)
      .filter(({ fields }) => fields.length > 0 && !fields.some(({ name }) => known.has(name)))
    expect(missing.map(({ introduction }) => introduction)).toEqual([])
  })
})

function helpsIn(texts: object): HelpText[] {
  if ("introduction" in texts && "fields" in texts) return [texts as HelpText]
  return Object.values(texts).flatMap((value) => (typeof value === "object" && value ? helpsIn(value) : []))
}
