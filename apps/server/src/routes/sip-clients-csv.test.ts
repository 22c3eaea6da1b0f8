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

  test("with 200 stations and their devices is applied in one go, within seconds", async () => {
    const { ask, preview, apply, stations } = await office()
    const lines = Array.from({ length: 200 }, (_, at) => `${1000 + at};Phone ${at};ja;T46U;00156512${1000 + at}`)
    const file = ["Rufnummer;Name;Internet-Registrierung;Gerät;MAC-Adresse", ...lines].join("\r\n")
    const started = performance.now()
    const { body } = await preview(file)
    expect(body.counts).toMatchObject({ added: 200, refused: 0 })
    expect((await apply(file, body.version)).body).toMatchObject({ added: 200, devices: 200 })
    expect((await ask("GET", "/api/devices?limit=1")).body.total).toBe(200)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect((await stations()).length).toBeGreaterThan(0)
  })

  test("is refused when a device has changed since it was looked at", async () => {
    const { ask, preview, apply } = await office()
    await apply(good, (await preview(good)).body.version)
    const { body } = await preview("Call number,Device\n168,T46U\n")
    await ask("POST", "/api/devices", { body: { station: 1, model: "yealink-sip-t54w" } })
    expect((await apply("Call number,Device\n168,T46U\n", body.version)).body.code).toBe("ChangedMeanwhile")
  })

  test("is for administrators of stations alone", async () => {
    const { signIn } = await office()
    const ask = await signIn("basic")
    expect((await ask("GET", "/api/sip-clients/csv")).status).toBe(403)
    expect((await ask("POST", "/api/sip-clients/csv/preview", { body: { content: good } })).status).toBe(403)
  })
})

describe("the devices in a file", () => {
  const headings = "Call number,Name,Internet Registration,Digest algorithms,Device,MAC address,Transport,Language"
  const file = (...lines: readonly string[]) => [headings, ...lines].join("\n")

  async function devicesAfter(...files: readonly string[]) {
    const { ask, preview, apply } = await office()
    for (const each of files) {
      const looked = await preview(each)
      expect(looked.body.problems).toEqual([])
      expect((await apply(each, looked.body.version)).status).toBe(200)
    }
    const { body } = await ask("GET", "/api/devices?sort=callNumber")
    return { ask, preview, devices: body.items as Record<string, unknown>[] }
  }

  test("come with their stations, whatever the model and the MAC address are spelt like", async () => {
    const { devices } = await devicesAfter(
      file("168,Home,yes,,yealink t41p,00-15-65-AA-BB-CC,tcp,Deutsch", "169,Away,yes,,groundwire,,,", "170,None,,,,,,"),
    )
    expect(devices).toMatchObject([
      { callNumber: "168", model: "yealink-sip-t41p", mac: "001565aabbcc", transport: "tcp", language: "de" },
      { callNumber: "169", model: "acrobits-groundwire", mac: null, transport: "udp", language: "en" },
    ])
  })

  test("are changed by the next file, and stay what a line does not speak of", async () => {
    const { devices } = await devicesAfter(
      file("168,Home,,,T41P,001565aabbcc,tcp,de", "169,Away,,,T54W,001565aabbcd,,"),
      file("168,Home,,,T46U,,,", "169,,,,,001565aabbce,,"),
    )
    expect(devices).toMatchObject([
      { model: "yealink-sip-t46u", mac: "001565aabbcc", transport: "tcp", language: "de" },
      { model: "yealink-sip-t54w", mac: "001565aabbce" },
    ])
  })

  test("are said in the preview as the station's other changes are", async () => {
    const { preview } = await devicesAfter(file("168,Home,,,,,,"))
    const { body } = await preview(file("168,,,,T41P,001565aabbcc,,", "169,New,,,linphone-mobile,,tls,"))
    expect(body.counts).toMatchObject({ added: 1, changed: 1, devices: 2 })
    expect(body.lines).toMatchObject([
      {
        outcome: "change",
        changes: [
          { field: "model", from: null, to: "Yealink SIP-T41P" },
          { field: "mac", from: null, to: "001565aabbcc" },
          { field: "transport", from: null, to: "udp" },
          { field: "language", from: null, to: "en" },
        ],
      },
      { outcome: "add", changes: [{ field: "model", to: "Linphone (iOS, Android)" }, {}, {}] },
    ])
  })

  test("that cannot be are named with their line, column and reason", async () => {
    const { ask, preview } = await devicesAfter(file("168,Home,,,T41P,001565aabbcc,,", "169,Two,,,T46U,001565aabb00,,"))
    await ask("POST", "/api/devices", { body: { station: 2, model: "yealink-sip-t46u", mac: "001565aabb01" } })
    const { body } = await preview(
      file(
        "170,Tls,yes,,T19P,,tls,",
        "171,Ios,yes,,Zoiper iOS,,tcp,",
        "172,App,,,Groundwire,001565aabb02,,",
        "173,Taken,,,T46U,001565AABBCC,,",
        "174,First,,,T46U,001565aabb03,,",
        "175,Second,,,T46U,001565aabb03,,",
        "176,Typo,,,T99,,,",
        "177,Mac,,,T46U,0015,,",
        "178,None,,,,001565aabb04,,",
        "169,Which,,,T46U,001565aabb05,,",
        "179,How,,,T46U,,carrier pigeon,",
      ),
    )
    expect(body.problems.map(({ line, column, code }: Record<string, unknown>) => [line, column, code])).toEqual([
      [2, "transport", "NoTls12"],
      [3, "transport", "TransportNotSupported"],
      [4, "mac", "NoMac"],
      [5, "mac", "MacTaken"],
      [7, "mac", "MacTwice"],
      [8, "model", "NoSuchDevice"],
      [9, "mac", "NotAMac"],
      [10, "model", "ModelMissing"],
      [11, "model", "ChooseDevice"],
      [12, "transport", "NotOneOf"],
    ])
    expect(body.problems[0].message).toMatch(/SIP-T19P speaks no TLS 1.2/)
  })

  test("may exchange their MAC addresses", async () => {
    const { devices } = await devicesAfter(
      file("168,Home,,,T41P,001565aabbcc,,", "169,Away,,,T54W,001565aabbcd,,"),
      file("168,,,,,001565aabbcd,,", "169,,,,,001565aabbcc,,"),
    )
    expect(devices).toMatchObject([{ mac: "001565aabbcd" }, { mac: "001565aabbcc" }])
  })

  test("are exported with their stations, and read back as unchanged", async () => {
    const { ask, preview } = await devicesAfter(file("168,Home,,,T41P,001565aabbcc,tcp,de"))
    for (const language of ["en", "de"]) {
      const { body: text } = await ask("GET", `/api/sip-clients/csv?language=${language}`)
      expect(text).toContain("00:15:65:AA:BB:CC")
      expect((await preview(text)).body).toMatchObject({ counts: { unchanged: 1, devices: 0 }, problems: [] })
    }
  })
})
