import { portManagementDefaults, stunDefaults } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

describe("a page of settings", () => {
  test("answers exactly what it takes, with a version", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    for (const page of ["stun", "port-management", "rtp-proxy-channels", "network-interfaces", "dyndns"]) {
      const { body, headers } = await ask("GET", `/api/settings/${page}`)
      expect(headers.etag).toBe('"0"')
      const put = await ask("PUT", `/api/settings/${page}`, { body, headers: { "if-match": '"0"' } })
      expect({ page, status: put.status, body: put.body }).toEqual({ page, status: 200, body })
      expect((await ask("PUT", `/api/settings/${page}`, { body, headers: { "if-match": '"0"' } })).status).toBe(412)
    }
  })

  test("runs and is stored, and everybody is told", async () => {
    const { signIn, sbc, services } = await testServer()
    const ask = await signIn()
    const told: unknown[] = []
    services.stream.subscribe((message) => told.push(message))
    await ask("PUT", "/api/settings/stun", { body: { ...stunDefaults, server: "stun.example.net" } })
    expect(sbc.running.stun.server).toEqual({ host: "stun.example.net", port: 3478 })
    expect(services.store.state().sections.stun.value.server).toBe("stun.example.net")
    expect(told).toContainEqual({ topic: "settings", ids: ["stun"] })
    await services.store.journal.flush()
    expect(services.store.events.list({ limit: 1 }).rows[0]).toMatchObject({
      code: "settings.changed",
      params: { by: "expert", section: "stun" },
    })
  })
})

describe("ports", () => {
  const put = async (change: object, problems: Parameters<typeof Object.assign>[1] = []) => {
    const { signIn, sbc, services } = await testServer()
    const ask = await signIn()
    sbc.problems = problems
    const answer = await ask("PUT", "/api/settings/port-management", { body: { ...portManagementDefaults, ...change } })
    return { ...answer, stored: services.store.state().sections["port-management"].value, steps: sbc.steps }
  }

  test("that are taken are refused at their field, and nothing has changed", async () => {
    const problem = { setting: "ports.outer", transport: "TCP", address: "192.168.1.10", port: 6070 }
    const { status, body, stored, steps } = await put({ sipExt: 6070 }, [{ ...problem, code: "address-in-use" }])
    expect(status).toBe(409)
    expect(body).toMatchObject({
      code: "AddressInUse",
      fields: {
        sipExt: {
          code: "AddressInUse",
          message: "Another program on this machine already uses TCP port 6070 at 192.168.1.10.",
        },
      },
    })
    expect(stored).toEqual(portManagementDefaults)
    expect(steps).toEqual(["prepare"])
  })

  test.each([
    ["used twice", { sipExt: 5060 }, { sip: "PortTaken" }],
    ["inside the RTP range", { sipExt: 29200 }, { sipExt: "PortInRtpRange" }],
    ["0", { sip: 0 }, { sip: "TooSmall" }],
    ["above 65535", { sip: 65536 }, { sip: "TooLarge" }],
    ["not whole", { sip: 5060.5 }, { sip: "NotWhole" }],
    ["an RTP range that starts odd", { rtpFrom: 29101 }, { rtpFrom: "RtpStartsOdd" }],
    ["an RTP range that ends before it starts", { rtpTo: 29000 }, { rtpTo: "RangeBackwards" }],
    ["an RTP range too small for the channels", { rtpTo: 29338 }, { rtpTo: "RtpRangeTooSmall" }],
  ])("%s are refused", async (_, change, expected) => {
    const { status, body } = await put(change)
    expect(status).toBe(400)
    const codes = Object.entries(body.fields).map(([name, field]) => [name, (field as { code: string }).code])
    expect(Object.fromEntries(codes)).toEqual(expected)
  })

  test("must be enough for a greater system variant", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    await ask("PUT", "/api/settings/port-management", { body: { ...portManagementDefaults, rtpTo: 29339 } })
    const { body } = await ask("PUT", "/api/settings/rtp-proxy-channels", { body: { systemVariant: "s" } })
    expect(body.fields.systemVariant).toMatchObject({ code: "RtpRangeTooSmall", params: { has: 240, needs: 720 } })
  })
})

describe("network interfaces", () => {
  const settings = { lan1: null, lan2: "eth0", voip: "lan2", localNetworks: ["192.168.7.0/24"] }

  test("are followed by name, their networks are local", async () => {
    const { signIn, sbc } = await testServer()
    const ask = await signIn()
    expect((await ask("PUT", "/api/settings/network-interfaces", { body: settings })).status).toBe(200)
    expect(sbc.running.networks).toEqual({
      inner: ["192.168.1.10"],
      outer: "192.168.1.10",
      local: ["192.168.1.0/24", "192.168.7.0/24"],
    })
    expect((await ask("GET", "/api/network-interfaces")).body.items).toMatchObject([
      { name: "lo" },
      { name: "eth0", defaultRoute: true },
    ])
  })

  test.each([
    ["no interface for VoIP", { lan2: null }, { lan2: "VoipNeedsInterface" }],
    ["the same twice", { lan1: "eth0" }, { lan2: "SameInterface" }],
    ["nobody's address", { lan2: "0.0.0.0" }, { lan2: "NotAnInterface" }],
    ["everybody's address", { lan2: "255.255.255.255" }, { lan2: "NotAnInterface" }],
    ["one address under two names", { lan1: "eth0", lan2: "192.168.1.10" }, { lan2: "SameInterface" }],
    ["an interface that is not there", { lan2: "eth7" }, { lan2: "NoSuchInterface" }],
    [
      "a network with bits behind its prefix",
      { localNetworks: ["192.168.7.1/24"] },
      { "localNetworks.0": "NotANetwork" },
    ],
  ])("refuse %s", async (_, change, expected) => {
    const { signIn } = await testServer()
    const ask = await signIn()
    const { body } = await ask("PUT", "/api/settings/network-interfaces", { body: { ...settings, ...change } })
    const codes = Object.entries(body.fields).map(([name, field]) => [name, (field as { code: string }).code])
    expect(Object.fromEntries(codes)).toEqual(expected)
  })

  test("that cannot be bound are refused at the interface", async () => {
    const { signIn, sbc } = await testServer()
    const ask = await signIn()
    sbc.problems = [
      { code: "address-not-available", setting: "networks.inner", transport: "UDP", address: "10.9.9.9", port: 5060 },
    ]
    const { body } = await ask("PUT", "/api/settings/network-interfaces", { body: { ...settings, lan1: "10.9.9.9" } })
    expect(body.fields.lan1.code).toBe("AddressNotAvailable")
  })
})

test("STUN asks for what its mode needs", async () => {
  const { signIn } = await testServer()
  const ask = await signIn()
  const put = async (change: object) =>
    (await ask("PUT", "/api/settings/stun", { body: { ...stunDefaults, ...change } })).body.fields
  expect(await put({ mode: "static" })).toMatchObject({
    staticIpAddress: { code: "Required" },
    staticPort: { code: "Required" },
  })
  expect(await put({ mode: "always" })).toMatchObject({ server: { code: "StunServerRequired" } })
  expect(await put({ server: "stun..example" })).toMatchObject({ server: { code: "NotAHost" } })
  expect(await put({ mode: "static", staticIpAddress: "10.0.0.1", staticPort: 5070 })).toMatchObject({
    staticIpAddress: { code: "AddressNotPublic" },
  })
})
