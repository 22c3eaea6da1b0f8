import { describe, expect, test } from "vitest"
import { bindingOf, callOf } from "../testing/fake-sbc.ts"
import { testServer } from "../testing/test-server.fixture.ts"

const password = "Quiet-Lamp-73"
const station = { callNumber: "168", name: "SIP-168", password }

describe("adding a station", () => {
  test("needs call number, name and a strong password; the rest has defaults; it runs at once", async () => {
    const { signIn, sbc } = await testServer()
    const ask = await signIn("enhanced")
    const { status, body, headers } = await ask("POST", "/api/sip-clients", { body: station })
    expect(status).toBe(201)
    expect(headers.etag).toBe('"1"')
    expect(body).toEqual({
      index: 1,
      callNumber: "168",
      name: "SIP-168",
      authenticationActive: true,
      passwordSet: true,
      sipUserId: "SIP-168",
      realm: "SMO-SIP",
      digestAlgorithms: "md5",
      fixedIpAddress: null,
      secondarySystemId: "",
      internetRegistration: false,
      internetRegistrationUntil: null,
      userAgentPrefix: "",
      natTraversal: "endpoint",
    })
    expect(sbc.steps).toEqual(["prepare", "activate"])
    // H(SIP-168:SMO-SIP:password), RFC 2617 §3.2.2.2.
    const { createHash } = await import("node:crypto")
    const ha1 = createHash("md5").update(`SIP-168:SMO-SIP:${password}`).digest("hex")
    expect(sbc.running.stations[0]?.ha1?.md5.reveal()).toBe(ha1)
  })

  test.each([
    ["a missing password", { password: undefined }, { password: "PasswordRequired" }],
    ["a weak password", { password: "weak" }, { password: "PasswordTooShort" }],
    ["letters in the call number", { callNumber: "16a" }, { callNumber: "NotDigits" }],
    ["a name that SIP cannot carry", { name: 'a"b' }, { name: "NameCharacters" }],
    ["half a surrogate pair", { sipUserId: "a\ud800" }, { sipUserId: "ControlCharacters" }],
    ["a line separator in the name", { name: "a\u2028b" }, { name: "ControlCharacters" }],
    ["an unknown key", { colour: "red" }, { colour: "UnknownKey" }],
    ["a wrong type", { internetRegistration: "yes" }, { internetRegistration: "WrongType" }],
    [
      "the internet without authentication",
      { internetRegistration: true, authenticationActive: false },
      { internetRegistration: "NeedsAuthentication" },
    ],
    [
      "a private fixed address for the internet",
      { internetRegistration: true, fixedIpAddress: "192.168.1.5" },
      { fixedIpAddress: "AddressNotPublic" },
    ],
    ["0.0.0.0 as fixed address", { fixedIpAddress: "0.0.0.0" }, { fixedIpAddress: "AddressNotUsable" }],
    [
      "a date that does not exist",
      { internetRegistrationUntil: "2027-02-31T22:59:59Z" },
      { internetRegistrationUntil: "NotAMoment" },
    ],
    ["a User-Agent that no phone could send", { userAgentPrefix: "Yealänk" }, { userAgentPrefix: "NotAscii" }],
    ["a User-Agent that begins with a space", { userAgentPrefix: " Yealink" }, { userAgentPrefix: "NotAscii" }],
    ["an unknown way of NAT traversal", { natTraversal: "magic" }, { natTraversal: "NotOneOf" }],
  ])("with %s is refused at the field", async (_, change, expected) => {
    const { signIn, sbc, services } = await testServer()
    const ask = await signIn()
    const { status, body } = await ask("POST", "/api/sip-clients", { body: { ...station, ...change } })
    expect({ status, code: body.code }).toEqual({ status: 400, code: "InvalidInput" })
    const codes = Object.fromEntries(
      Object.entries(body.fields).map(([name, field]) => [name, (field as { code: string }).code]),
    )
    expect(codes).toEqual(expected)
    expect(sbc.steps).toEqual([])
    expect(services.store.state().stations.size).toBe(0)
  })

  test("with a number or user ID that is taken says by whom", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    await ask("POST", "/api/sip-clients", { body: station })
    const { body } = await ask("POST", "/api/sip-clients", { body: { ...station, name: "Other" } })
    expect(body.fields).toMatchObject({
      callNumber: { code: "CallNumberTaken", params: { index: 1, name: "SIP-168" } },
      sipUserId: { code: "SipUserIdTaken" },
    })
    expect(body.fields.callNumber.message).toBe("Station 1 (SIP-168) already has this call number.")
  })

  test("that the core refuses stores nothing", async () => {
    const { signIn, sbc, services } = await testServer()
    const ask = await signIn()
    sbc.problems = [
      { code: "address-in-use", setting: "ports.outer", transport: "UDP", address: "127.0.0.1", port: 5070 },
    ]
    const { status, body } = await ask("POST", "/api/sip-clients", { body: station })
    expect({ status, code: body.code }).toEqual({ status: 409, code: "AddressInUse" })
    expect(services.store.state().stations.size).toBe(0)
  })
})

describe("changing a station", () => {
  test("changes only what is given, and never shows the password", async () => {
    const { signIn, services } = await testServer()
    const ask = await signIn()
    await ask("POST", "/api/sip-clients", { body: station })
    const { status, body, headers } = await ask("PATCH", "/api/sip-clients/1", { body: { internetRegistration: true } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ callNumber: "168", internetRegistration: true, passwordSet: true })
    expect(headers["homeport-changed-by"]).toBe("expert")
    expect(services.store.state().stations.get(1)?.password?.reveal()).toBe(password)
    expect(JSON.stringify(body)).not.toContain(password)
  })

  test("of an older version is refused with 412 and changes nothing", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    await ask("POST", "/api/sip-clients", { body: station })
    const { headers } = await ask("GET", "/api/sip-clients/1")
    const ifMatch = { "if-match": String(headers.etag) }
    expect((await ask("PATCH", "/api/sip-clients/1", { body: { name: "First" }, headers: ifMatch })).status).toBe(200)
    const late = await ask("PATCH", "/api/sip-clients/1", { body: { name: "Second" }, headers: ifMatch })
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 412, code: "ChangedMeanwhile" })
    expect((await ask("DELETE", "/api/sip-clients/1", { headers: ifMatch })).status).toBe(412)
    expect((await ask("GET", "/api/sip-clients/1")).body.name).toBe("First")
  })

  test("checks the rules against what the station is otherwise", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    await ask("POST", "/api/sip-clients", { body: { ...station, internetRegistration: true } })
    const off = await ask("PATCH", "/api/sip-clients/1", { body: { authenticationActive: false } })
    expect(off.body.fields.internetRegistration.code).toBe("NeedsAuthentication")
    const renamed = await ask("PATCH", "/api/sip-clients/1", { body: { name: password } })
    expect(renamed.body.fields.password.code).toBe("PasswordIsAName")
    const fixed = await ask("PATCH", "/api/sip-clients/1", { body: { fixedIpAddress: "203.0.113.7" } })
    expect(fixed.status).toBe(200)
  })

  test("of a station that does not exist is 404", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    expect((await ask("PATCH", "/api/sip-clients/7", { body: { name: "A" } })).status).toBe(404)
    expect((await ask("GET", "/api/sip-clients/x")).body.fields.index.code).toBe("NotANumber")
  })

  test("says beforehand how many registrations and calls are concerned", async () => {
    const { signIn, sbc } = await testServer()
    const ask = await signIn()
    await ask("POST", "/api/sip-clients", { body: station })
    sbc.bindings = [
      bindingOf("168"),
      bindingOf("168", {
        network: "inner",
        source: { host: "192.168.1.5", port: 5060 },
        contact: "sip:168@192.168.1.5",
      }),
      bindingOf("169"),
    ]
    sbc.callViews = [callOf("a", "168", "100")]
    const effects = async (change: object) => (await ask("POST", "/api/sip-clients/1/effects", { body: change })).body
    expect(await effects({})).toEqual({ registrations: 2, calls: 1 })
    expect(await effects({ name: "Other" })).toEqual({ registrations: 0, calls: 1 })
    expect(await effects({ internetRegistration: false })).toEqual({ registrations: 1, calls: 1 })
    expect(await effects({ fixedIpAddress: "203.0.113.7" })).toEqual({ registrations: 1, calls: 1 })
    expect(await effects({ internetRegistrationUntil: "2020-01-01T00:00:00Z" })).toMatchObject({ registrations: 1 })
    expect(await effects({ internetRegistrationUntil: "2099-01-01T00:00:00Z" })).toMatchObject({ registrations: 0 })
    expect(await effects({ userAgentPrefix: "TEST ph" })).toMatchObject({ registrations: 0 })
    expect(await effects({ userAgentPrefix: "Yealink" })).toMatchObject({ registrations: 2 })
    expect(await effects({ password: "New-Pass-word-9" })).toEqual({ registrations: 2, calls: 1 })
  })
})

describe("several stations", () => {
  test("are changed together or not at all", async () => {
    const { signIn, services } = await testServer()
    const ask = await signIn()
    await ask("POST", "/api/sip-clients", { body: station })
    await ask("POST", "/api/sip-clients", { body: { callNumber: "169", name: "B", authenticationActive: false } })
    const change = { internetRegistration: true }
    const refused = await ask("PATCH", "/api/sip-clients", { body: { indexes: [1, 2], change } })
    expect(refused.body.fields["2.internetRegistration"].code).toBe("NeedsAuthentication")
    expect(services.store.state().stations.get(1)?.internetRegistration).toBe(false)
    const one = await ask("PATCH", "/api/sip-clients", { body: { indexes: [1], change } })
    expect(one.body.items).toMatchObject([{ index: 1, internetRegistration: true }])
    expect((await ask("POST", "/api/sip-clients/remove", { body: { indexes: [1, 3] } })).status).toBe(404)
    expect((await ask("POST", "/api/sip-clients/remove", { body: { indexes: [1, 2] } })).status).toBe(200)
    expect(services.store.state().stations.size).toBe(0)
  })

  test("are listed with their registrations, filtered, sorted and page by page", async () => {
    const { signIn, sbc } = await testServer()
    const ask = await signIn()
    for (const number of ["30", "4", "100", "5"])
      await ask("POST", "/api/sip-clients", { body: { ...station, callNumber: number, name: `Phone ${number}` } })
    sbc.bindings = [bindingOf("100")]
    const first = (await ask("GET", "/api/sip-clients?sort=callNumber&limit=2")).body
    expect(first).toMatchObject({ total: 4, items: [{ callNumber: "4" }, { callNumber: "5" }] })
    const second = (await ask("GET", `/api/sip-clients?sort=callNumber&limit=2&cursor=${first.next}`)).body
    expect(second).toMatchObject({
      next: null,
      items: [{ callNumber: "30" }, { callNumber: "100", registrations: [{ index: 3 }] }],
    })
    const found = (await ask("GET", "/api/sip-clients?q=phone%2030&sort=-index")).body
    expect(found.items.map((item: { callNumber: string }) => item.callNumber)).toEqual(["30"])
    expect((await ask("GET", "/api/sip-clients?colour=red")).body.fields).toHaveProperty("colour")
    expect((await ask("GET", "/api/sip-clients?cursor=nonsense")).status).toBe(400)
    expect((await ask("GET", "/api/sip-clients?limit=501")).body.fields.limit.code).toBe("TooLarge")
  })
})
