import { describe, expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

async function office() {
  const { signIn } = await testServer()
  const ask = await signIn("enhanced")
  const preview = (content: string, encoding = "text") =>
    ask("POST", "/api/sip-clients/csv/preview", { body: { content, encoding } })
  const apply = (content: string, version: string) =>
    ask("POST", "/api/sip-clients/csv", { body: { content, version } })
  const stations = async () => (await ask("GET", "/api/sip-clients")).body.items as { callNumber: string }[]
  return { ask, signIn, preview, apply, stations }
}

const good = "Call number,Name,Internet Registration\n168,Reception,yes\n169,Workshop,no\n"

describe("a file of stations", () => {
  test("is looked at first, which changes nothing; then all of it is applied, and made passwords are shown once", async () => {
    const { preview, apply, stations } = await office()
    const { body } = await preview(good)
    expect(body).toMatchObject({ counts: { added: 2, changed: 0, refused: 0 }, separator: ",", problems: [] })
    expect(await stations()).toEqual([])
    const applied = await apply(good, body.version)
    expect(applied.body).toMatchObject({ added: 2, passwords: [{ callNumber: "168" }, { callNumber: "169" }] })
    expect(applied.body.passwords[0].password).not.toBe(applied.body.passwords[1].password)
    expect((await stations()).map(({ callNumber }) => callNumber)).toEqual(["168", "169"])
  })

  test("with bad lines names every one of them in words, and none is applied", async () => {
    const { preview, apply, stations } = await office()
    const bad = "Call number,Name,NAT traversal\n168,Reception,\n16a,Workshop,\n168,Twice,\n170,Lab,sideways\n"
    const { body } = await preview(bad)
    expect(body.counts).toMatchObject({ added: 1, refused: 3 })
    expect(body.problems).toMatchObject([
      { line: 3, column: "callNumber", code: "NotDigits" },
      { line: 4, column: "callNumber", code: "CallNumberTwice", message: "Line 2 has this call number as well." },
      { line: 5, column: "natTraversal", code: "NotOneOf" },
    ])
    const refused = await apply(bad, body.version)
    expect(refused.status).toBe(400)
    expect(Object.keys(refused.body.fields)).toEqual(
      expect.arrayContaining(["lines.3.callNumber", "lines.4.callNumber", "lines.5.natTraversal"]),
    )
    expect(await stations()).toEqual([])
  })

  test("is refused when a station has changed since it was looked at", async () => {
    const { ask, preview, apply, stations } = await office()
    const { body } = await preview(good)
    await ask("POST", "/api/sip-clients", { body: { callNumber: "200", name: "Other", password: "Quiet-Lamp-73" } })
    expect(await apply(good, body.version)).toMatchObject({ status: 412, body: { code: "ChangedMeanwhile" } })
    expect(await stations()).toHaveLength(1)
  })

  test("that was downloaded says of itself that nothing changes, and holds no password", async () => {
    const { ask, preview } = await office()
    await ask("POST", "/api/sip-clients", {
      body: { callNumber: "168", name: "=HYPERLINK(1)", password: "Quiet-Lamp-73", internetRegistration: true },
    })
    for (const language of ["en", "de"]) {
      const { body: text } = await ask("GET", `/api/sip-clients/csv?language=${language}`)
      expect(text).not.toContain("Quiet-Lamp-73")
      // A spreadsheet would calculate it.
      expect(text).not.toMatch(/[,;"]=HYPERLINK/)
      expect((await preview(text)).body).toMatchObject({ counts: { unchanged: 1 }, problems: [] })
    }
  })

  test("that is no text is refused in words", async () => {
    const { preview } = await office()
    const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]).toString("base64")
    expect((await preview(image, "base64")).body.problems).toMatchObject([{ line: null, code: "NotText" }])
  })

  test("with 200 stations is applied in one go, within seconds", async () => {
    const { preview, apply, stations } = await office()
    const lines = Array.from({ length: 200 }, (_, at) => `${1000 + at};Phone ${at};ja`)
    const file = ["Rufnummer;Name;Internet-Registrierung", ...lines].join("\r\n")
    const started = performance.now()
    const { body } = await preview(file)
    expect(body.counts).toMatchObject({ added: 200, refused: 0 })
    expect((await apply(file, body.version)).body.added).toBe(200)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect((await stations()).length).toBeGreaterThan(0)
  })

  test("is for administrators of stations alone", async () => {
    const { signIn } = await office()
    const ask = await signIn("basic")
    expect((await ask("GET", "/api/sip-clients/csv")).status).toBe(403)
    expect((await ask("POST", "/api/sip-clients/csv/preview", { body: { content: good } })).status).toBe(403)
  })
})
