/** What every maker's files have in common; the files themselves are in golden.test.ts. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { devices } from "./devices.ts"
import { device, encrypted, home, office, provision, request } from "./profiles.fixture.ts"
import type { Provision } from "./provision.ts"
import { render } from "./render.ts"
import type { StationProfile } from "./station-profile.ts"
import { elementsNamed, parseXml, textOf } from "./xml.fixture.ts"

const situations: Readonly<Record<string, StationProfile>> = { home, office, encrypted }
const all = devices.flatMap((one) =>
  Object.entries(situations).flatMap(([situation, profile]) => {
    const result = render(request(one, profile))
    return result.ok ? [{ id: one.id, situation, result }] : []
  }),
)

describe("each file", () => {
  test("of XML parses as XML, and only its own format begins otherwise", () => {
    for (const { id, result } of all)
      for (const { text, name } of result.files)
        if (id.startsWith("yealink-")) expect(text).toMatch(/^#!version:1\.0\.0\.1\n/)
        else if (id === "baresip") expect(["accounts", "authorities.pem"]).toContain(name)
        else expect(() => parseXml(text), id).not.toThrow()
  })

  test("of a Yealink has each parameter once, whatever the generation", () => {
    for (const one of devices.filter(({ maker }) => maker === "Yealink"))
      for (const generation of [undefined, ...one.generations])
        for (const profile of Object.values(situations)) {
          const result = render(request(one, profile, { generation }))
          if (!result.ok) continue
          const names = parseCfg(result).map(([name]) => name)
          expect(names.length).toBeGreaterThan(20)
          expect(new Set(names).size).toBe(names.length)
        }
  })

  test("keeps the password, and what is made of it, out when it is left out", () => {
    for (const one of devices) {
      const withPassword = JSON.stringify(render(request(one, home)))
      const without = JSON.stringify(render(request(one, { ...home, password: undefined })))
      const secrets =
        /k7#Vx2m9|"secret":true|account\.1\.password|ha1|auth_pass|<password>|user_pass|RegisterPswd|<P34>|subscriber\.password/
      expect(withPassword, one.id).toMatch(secrets)
      expect(without, one.id).not.toMatch(secrets)
    }
  })

  test("of a station in the office names no STUN server, not even the one that the system knows", () => {
    expect(office.stun).toBeDefined()
    for (const one of devices)
      expect(JSON.stringify(render(request(one, office))), one.id).not.toContain("stun.example.net")
  })

  test("of a station at home names the STUN server, where the device is told one", () => {
    for (const { id, situation, result } of all)
      if (situation === "home" && !id.startsWith("zoiper"))
        expect(JSON.stringify([result.files, result.sheet]), id).toContain("stun.example.net")
  })

  test("says twice the same", () => {
    for (const one of devices) expect(render(request(one, home))).toEqual(render(request(one, home)))
  })

  test("is named after the MAC, as its maker writes it, and after the station where there is none", () => {
    const nameOf = (id: string, mac?: string) => provision(id, home, { mac }).files[0]?.name
    expect(nameOf("yealink-sip-t41p", "001565aabbcc")).toBe("001565aabbcc.cfg")
    expect(nameOf("grandstream-gxp", "000b82aabbcc")).toBe("cfg000b82aabbcc.xml")
    expect(nameOf("snom-d7xx", "000413aabbcc")).toBe("000413AABBCC.xml")
    expect(nameOf("fanvil-x", "0c383eaabbcc")).toBe("0c383eaabbcc.cfg")
    for (const { id } of devices) expect(nameOf(id)).toMatch(/^(.*-163\.(cfg|xml)|zoiper\.xml|accounts)$/)
  })
})

describe("each sheet", () => {
  test("has call number, SIP User ID, password and server", () => {
    for (const { id, situation, result } of all) {
      if (situation !== "home") continue
      const values = result.sheet.flatMap(({ rows }) => rows.map(({ value }) => value)).join("\n")
      for (const value of ["163", "SIP-163", "k7#Vx2m9&Qr4tLpW", "sip.example.net", "5070"])
        expect(values, `${id}: ${value}`).toContain(value)
    }
  })

  test("marks the password as secret, and nothing else but the line that holds it", () => {
    for (const { id, result } of all) {
      const rows = result.sheet.flatMap((section) => section.rows)
      for (const { value, secret } of rows)
        expect(secret === true, `${id}: ${value}`).toBe(value.includes("k7#Vx2m9&Qr4tLpW"))
    }
  })

  test("of Zoiper is the guide's table, label by label", () => {
    const labels = (id: string) =>
      provision(id, home).sheet.flatMap(({ title, rows }) => [title, ...rows.map((row) => row.label)])
    expect(labels("zoiper-ios")).toEqual([
      ...["SIP OPTIONS", "Account Name", "Domain", "User Name", "Password", "Caller ID"],
      ...["ADVANCED SETTINGS", "Auth Username"],
      ...["ADDITIONAL SETTINGS > Network settings", "Transport", "Enable STUN"],
    ])
    expect(labels("zoiper-android")).toEqual([
      ...["SIP Account", "Account Name", "Host", "Username", "Password"],
      ...["Optional settings", "Authentication user"],
      ...["Optional settings > network settings", "Transport type", "Enable STUN"],
    ])
  })

  test("of a Yealink of the oldest generation follows the guide's page from top to bottom", () => {
    const { sheet } = provision("yealink-sip-t19p", { ...home, secondServer: undefined, provisioningUrl: undefined })
    expect(sheet.flatMap(({ rows }) => rows.map(({ label }) => label))).toEqual([
      ...["Line Active", "Label", "Display Name", "Register Name", "User Name", "Password"],
      ...["Enable Outbound Proxy Server", "Transport", "NAT", "STUN Server", "Port"],
      ...["Server Host", "Port", "Server Expires", "Server Retry Counts"],
    ])
  })
})

describe("a QR code", () => {
  test("of Linphone is the address of its file; without one there is no code", () => {
    expect(provision("linphone-mobile", home).qr).toBe(home.provisioningUrl)
    expect(provision("linphone-mobile", office).qr).toBeUndefined()
  })

  test("of Zoiper needs the portal, is encoded as a URL has to be, and never has the password", () => {
    expect(provision("zoiper-ios", home).qr).toBeUndefined()
    const { qr, notes } = provision(
      "zoiper-ios",
      { ...home, sipUserId: "a&b=c d" },
      { zoiper: { pageId: "x/1", token: "t&1" } },
    )
    const url = new URL(qr ?? "")
    expect(url.pathname).toBe("/en/page/x%2F1")
    expect(Object.fromEntries(url.searchParams)).toEqual({
      u: "163",
      h: "sip.example.net:5070",
      a: "a&b=c d",
      tr: "0",
      t: "t&1",
    })
    expect(notes).toContainEqual({ code: "StunByHand" })
  })

  test("is drawn for the devices that the catalogue says read one, and for no other", () => {
    for (const one of devices) {
      const result = render(request(one, home, { zoiper: { pageId: "1" } }))
      expect(result.ok && result.qr !== undefined, one.id).toBe(one.qr !== "none")
    }
  })
})

describe("a value", () => {
  const awkward = [
    'say "hi"',
    "<b>&amp;",
    "100 % #1; a,b",
    "it's \\ back",
    "Jürgen 日本 🙂",
    "a|b`c$MAC{mac}",
    "=x",
    "#x",
    "%NULL% x",
  ]

  test.each(awkward)("%s arrives in every file as it is, or is refused with its field", (value) => {
    for (const one of devices)
      for (const field of ["name", "password", "sipUserId", "realm"] as const) {
        const profile = { ...home, [field]: value }
        const result = render(request(one, profile))
        if (result.ok) expectArrival(one.id, result, profile)
        else expect(result).toMatchObject({ reason: "ValueNotCarried", params: { field, model: one.model } })
      }
  })

  test("only Yealink's word for the factory's value is no value, and only baresip's quotes carry no quote", () => {
    const refusing = (value: string) =>
      devices.filter((one) => !render(request(one, { ...home, password: value })).ok).map(({ maker }) => maker)
    expect(new Set(refusing("%NULL%"))).toEqual(new Set(["Yealink"]))
    expect(new Set(refusing('a"b'))).toEqual(new Set(["baresip"]))
    expect(new Set(refusing("a\\"))).toEqual(new Set(["baresip"]))
    for (const value of awkward.filter((one) => !one.includes('"'))) expect(refusing(value)).toEqual([])
  })

  test.each(["a\nb", "a\r", "\ta", "a\u0000b", "a\u0085b", "a\u2028b", "a\ufffeb", "a\ud800b", " a", "a ", ""])(
    "%j is refused everywhere",
    (value) => {
      for (const one of devices)
        for (const field of ["name", "password", "sipUserId", "realm"] as const)
          expect(render(request(one, { ...home, [field]: value })), one.id).toMatchObject({
            ok: false,
            reason: "ValueNotCarried",
            params: { field },
          })
    },
  )

  test("that is no host, no number or no address is refused", () => {
    const refused = (change: Partial<StationProfile>) => render(request(device("snom-d7xx"), { ...home, ...change }))
    expect(refused({ callNumber: "16a" })).toMatchObject({ params: { field: "callNumber" } })
    expect(refused({ server: { ...home.server, host: "a;transport=tcp" } })).toMatchObject({
      params: { field: "server" },
    })
    expect(refused({ secondServer: { host: "a b", port: 1 } })).toMatchObject({ params: { field: "secondServer" } })
    expect(refused({ stun: { host: "<x>", port: 1 } })).toMatchObject({ params: { field: "stun" } })
    expect(refused({ provisioningUrl: "ftp://x/" })).toMatchObject({ params: { field: "provisioningUrl" } })
    expect(refused({ authorities: [{ name: "x", pem: "", url: "javascript:1" }] })).toMatchObject({
      params: { field: "authority" },
    })
  })

  test("of any kind arrives or is refused, and nothing throws", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        fc.constantFrom(...devices),
        fc.record({ name: text, password: text, sipUserId: text, realm: text }),
        (one, words) => {
          const profile = { ...home, ...words }
          const result = render(request(one, profile))
          if (result.ok) expectArrival(one.id, result, profile)
          else expect(result.reason).toBe("ValueNotCarried")
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe("refused with the guide's reason is", () => {
  const refusal = (id: string, profile: StationProfile) => render(request(device(id), profile))

  test("the T19P over TLS (guide §4.1)", () => {
    expect(refusal("yealink-sip-t19p", encrypted)).toEqual({
      ok: false,
      reason: "NoTls12",
      params: { model: "SIP-T19P" },
    })
    expect(refusal("yealink-sip-t41p", encrypted)).toMatchObject({ ok: true })
  })

  test("a transport that the device does not do: Zoiper iOS keeps UDP (guide §4.3), Android does UDP and TLS (guide §4.4)", () => {
    const tcp: StationProfile = { ...home, server: { ...home.server, transport: "tcp" } }
    expect(refusal("zoiper-ios", encrypted)).toMatchObject({
      reason: "TransportNotSupported",
      params: { transport: "tls" },
    })
    expect(refusal("zoiper-android", tcp)).toMatchObject({ reason: "TransportNotSupported" })
    expect(refusal("zoiper-android", encrypted)).toMatchObject({ ok: true })
  })

  test("a device without STUN over the internet (guide §6.2), and none in the office", () => {
    const without = { ...device("snom-d7xx"), stun: "none" } as const
    expect(render(request(without, home))).toMatchObject({ reason: "NoStun" })
    expect(render(request(without, office))).toMatchObject({ ok: true })
  })

  test("every device at home when no STUN server is known", () => {
    for (const one of devices)
      expect(render(request(one, { ...home, stun: undefined }))).toMatchObject({ reason: "StunServerMissing" })
  })

  test("TLS without an authority", () => {
    expect(refusal("snom-d8xx", { ...encrypted, authorities: [] })).toMatchObject({ reason: "AuthorityMissing" })
  })

  test("SHA-256 alone for a device that knows only MD5; beside MD5 it is told nothing wrong", () => {
    const md5Only = { ...device("snom-d7xx"), sha256: "no" } as const
    expect(render(request(md5Only, { ...home, digestAlgorithms: "sha256" }))).toMatchObject({
      reason: "DigestNotSupported",
    })
    expect(render(request(md5Only, { ...home, digestAlgorithms: "sha256-and-md5" }))).toMatchObject({ ok: true })
  })
})

describe("noted is", () => {
  const codes = (id: string, profile: StationProfile, more = {}) =>
    provision(id, profile, more).notes.map(({ code }) => code)

  test("the firmware that the guide tested, until a later generation is known to be there", () => {
    expect(provision("yealink-sip-t41p", home).notes).toContainEqual({
      code: "TestedFirmware",
      params: { firmware: "36.72.0.57" },
    })
    expect(codes("yealink-sip-t41p", home, { generation: "v81" })).not.toContain("TestedFirmware")
    expect(codes("yealink-sip-t46u", home)).not.toContain("TestedFirmware")
  })

  test("TLS 1.2 that nobody has shown", () => {
    expect(codes("yealink-sip-t41p", encrypted)).toContain("Tls12NotProven")
    expect(codes("yealink-sip-t41p", encrypted, { generation: "v81" })).not.toContain("Tls12NotProven")
    expect(codes("yealink-sip-t41p", home)).not.toContain("Tls12NotProven")
  })

  test("an authority that the device could load only from where it does not trust yet", () => {
    const overHttps = {
      ...encrypted,
      authorities: [{ name: "SPE CA", pem: "", url: "https://sip.example.net:8443/ca.crt" }],
    }
    expect(codes("yealink-sip-t46u", overHttps)).toContain("LoadAuthorityFirst")
    expect(codes("yealink-sip-t46u", encrypted)).not.toContain("LoadAuthorityFirst")
  })

  test("what else is in doubt", () => {
    expect(codes("baresip", home)).toEqual(expect.arrayContaining(["StunForMediaOnly", "SecondServerLeftOut"]))
    expect(codes("baresip", office)).toEqual([])
    expect(codes("snom-d7xx", { ...home, digestAlgorithms: "sha256" })).toEqual(
      expect.arrayContaining(["DigestNotProven", "NotProven"]),
    )
    expect(codes("linphone-desktop", { ...home, digestAlgorithms: "sha256" })).not.toContain("DigestNotProven")
    expect(codes("acrobits-groundwire", home)).toContain("ThirdPartyLearnsPassword")
  })
})

/** Reads the first file as the device would, and compares what it finds with what was meant. */
function expectArrival(id: string, result: Provision, { name, password, sipUserId, realm }: StationProfile): void {
  const text = result.files[0]?.text ?? ""
  if (id.startsWith("yealink-")) {
    const cfg = new Map(parseCfg(result))
    expect(cfg.get("account.1.label")).toBe(name)
    expect(cfg.get("account.1.auth_name")).toBe(sipUserId)
    expect(cfg.get("account.1.password")).toBe(password)
    return
  }
  if (id === "baresip") {
    const [, shown, user, pass] =
      /^"([^"]*)" <[^>]*>;auth_user="([^"]*)";auth_pass="([^"]*)";[^"]*;stunserver="[^"]*"\n$/.exec(text) ?? []
    expect([shown, user, pass]).toEqual([name, sipUserId, password])
    return
  }
  const xml = parseXml(text)
  const named = (key: string) =>
    [...elementsNamed(xml, "entry"), ...elementsNamed(xml, "item")].find((one) => one.attributes.get("name") === key)
      ?.text
  if (id.startsWith("linphone-")) {
    const hashed = request(device(id), home).hash("MD5", `${sipUserId}:${realm}:${password}`)
    expect([named("userid"), named("realm"), named("ha1")]).toEqual([sipUserId, realm, hashed])
    const quoted = /^"((?:[^"\\]|\\.)*)" <sip:163@sip\.example\.net>$/u.exec(named("reg_identity") ?? "")?.[1]
    expect(quoted?.replace(/\\(.)/gu, "$1")).toBe(name)
    return
  }
  const keys = arrivals[id.split("-")[0] ?? ""] ?? []
  const found = id === "grandstream-grp26xx" ? grpNames.map(named) : keys.map((key) => textOf(xml, key))
  // What answers Zoiper's token has no name in it.
  expect(found).toEqual(id.startsWith("zoiper-") ? [sipUserId, password] : [name, sipUserId, password])
}

const arrivals: Readonly<Record<string, readonly string[]>> = {
  zoiper: ["authentication_username", "password"],
  acrobits: ["title", "authUsername", "password"],
  grandstream: ["P270", "P36", "P34"],
  snom: ["user_realname", "user_pname", "user_pass"],
  fanvil: ["DisplayName", "RegisterUser", "RegisterPswd"],
}
const grpNames = ["account.1.name", "account.1.sip.subscriber.userid", "account.1.sip.subscriber.password"]

/** Lines of `name = value`; a line that begins with # is a comment. */
function parseCfg(result: Provision): [string, string][] {
  const lines = (result.files[0]?.text ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("#"))
  return lines.map((line) => {
    const [, name = "", value = ""] = /^([a-z0-9_.]+) = (.+)$/.exec(line) ?? []
    expect(name, line).not.toBe("")
    return [name, value]
  })
}
