import { describe, expect, test } from "vitest"
import { bothListeners, homeOffice, t41p } from "../provisioning/home-office.fixture.ts"

describe("a link", () => {
  test("is shown once, over HTTPS and for the office; its token is nowhere else", async () => {
    const { ask, addDevice, services } = await homeOffice()
    const { id } = await addDevice({ generation: "v81" })
    const { status, body } = await ask("POST", `/api/devices/${id}/link`, { body: { hours: 2, fetches: 3 } })
    expect([status, body]).toEqual([
      201,
      {
        id,
        url: expect.stringMatching(/^https:\/\/sip\.example\.net:8443\/p\/[0-9a-f]{32}\/$/),
        stagingUrl: expect.stringMatching(/^http:\/\/192\.168\.1\.10:8081\/p\/[0-9a-f]{32}\/$/),
        refusesHttps: "unknown-authority",
        qr: null,
        opensUntil: new Date(1_800_000_000_000 + 7_200_000).toISOString(),
        fetchesLeft: 3,
      },
    ])
    const token = new URL(body.url).pathname.split("/")[2] ?? ""
    const { body: device } = await ask("GET", `/api/devices/${id}`)
    expect(device.link).toEqual({ opensUntil: body.opensUntil, fetchesLeft: 3, open: true, bound: null })
    expect(JSON.stringify([device, services.store.deviceStates.linkOf(id)])).not.toContain(token)
  })

  test("of Linphone is what its QR code holds; a station of the office gets the office's address", async () => {
    const { ask, addDevice } = await homeOffice()
    const home = await addDevice({ model: "linphone-mobile", mac: null })
    const { body } = await ask("POST", `/api/devices/${home.id}/link`, { body: {} })
    expect(body.qr).toBe(`${body.url}/`)
    const office = await addDevice({ station: 2, model: "linphone-mobile", mac: null })
    const { body: inner } = await ask("POST", `/api/devices/${office.id}/link`, { body: {} })
    expect(inner.url).toMatch(/^https:\/\/192\.168\.1\.10:8443\/p\//)
  })

  test("of a phone without TLS 1.2 is for the office alone, and for nobody while staging is off", async () => {
    const { ask, addDevice } = await homeOffice()
    const { id } = await addDevice({ model: "yealink-sip-t19p" })
    const { body } = await ask("POST", `/api/devices/${id}/link`, { body: {} })
    expect(body).toMatchObject({ url: null, stagingUrl: expect.stringContaining("http://"), refusesHttps: "no-tls12" })
    const closed = await homeOffice({ phones: bothListeners.phones })
    const other = await closed.addDevice({ model: "yealink-sip-t19p" })
    const refusal = await closed.ask("POST", `/api/devices/${other.id}/link`, { body: {} })
    expect([refusal.status, refusal.body.code]).toEqual([409, "DeviceNeedsStaging"])
  })

  test("is not made while phones cannot fetch at all, or nobody knows our public name", async () => {
    const off = await homeOffice({})
    const { id } = await off.addDevice()
    expect((await off.ask("POST", `/api/devices/${id}/link`, { body: {} })).body.code).toBe("PhonesOff")
    const { ask, addDevice } = await homeOffice({ phones: bothListeners.phones })
    const device = await addDevice()
    await ask("PUT", "/api/settings/dyndns", { body: { hostName: null, updatedBy: "office-router" } })
    expect((await ask("POST", `/api/devices/${device.id}/link`, { body: {} })).body.code).toBe("PublicNameUnknown")
  })

  test.each([
    [{ hours: 0 }, "hours", "TooSmall"],
    [{ hours: 1e9 }, "hours", "TooLarge"],
    [{ fetches: 1.5 }, "fetches", "NotWhole"],
    [{ fetches: "5" }, "fetches", "NotANumber"],
    [{ days: 1 }, "days", "UnknownKey"],
  ])("is not made of %j", async (body, field, code) => {
    const { ask, addDevice } = await homeOffice()
    const { id } = await addDevice()
    const answer = await ask("POST", `/api/devices/${id}/link`, { body })
    expect([answer.status, answer.body.fields[field].code]).toEqual([400, code])
    expect((await ask("GET", `/api/devices/${id}`)).body.link).toBeNull()
  })

  test("ends with another MAC address; several are made together or not at all", async () => {
    const { ask, addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id)
    await ask("PATCH", `/api/devices/${id}`, { body: { mac: "001565aabbdd" } })
    expect((await get(`${link}/001565aabbdd.cfg`, t41p.replace("cc", "dd"))).statusCode).toBe(404)
    const other = await addDevice({ station: 2 })
    const refused = await ask("POST", "/api/devices/links", { body: { ids: [id, other.id, 99] } })
    expect(refused.status).toBe(404)
    expect((await ask("GET", `/api/devices/${id}`)).body.link).toBeNull()
    const { body } = await ask("POST", "/api/devices/links", { body: { ids: [id, other.id] } })
    expect(new Set(body.items.map(({ url }: { url: string }) => url)).size).toBe(2)
  })
})

test("200 stations get a device, a link and a sheet in one go, in far less than ten seconds", async () => {
  const { ask, services } = await homeOffice()
  await services.settings.change("Ada", (draft) => {
    const station = draft.stations.get(1)
    if (!station) throw new Error("no station")
    for (let n = 1000; n < 1200; n++)
      draft.addStation({ ...station, callNumber: String(n), sipUserId: `SIP-${n}`, name: `Station ${n}` })
  })
  const stations = Array.from({ length: 200 }, (_, at) => at + 3)
  const started = performance.now()
  const { body } = await ask("POST", "/api/devices/several", { body: { stations, model: "yealink-sip-t41p" } })
  const ids = body.items.map(({ id }: { id: number }) => id)
  expect(ids).toHaveLength(200)
  const links = await ask("POST", "/api/devices/links", { body: { ids } })
  expect(links.body.items).toHaveLength(200)
  const sheets = await ask("POST", "/api/devices/sheets", { body: { ids } })
  expect(sheets.body.items).toHaveLength(200)
  expect((await ask("GET", "/api/devices?limit=500")).body.items).toHaveLength(200)
  expect(performance.now() - started).toBeLessThan(10_000)
})

describe("the phones' listener", () => {
  test("says that it is on, what it shows, who refuses it, and what the router must forward", async () => {
    const { ask } = await homeOffice()
    const { body } = await ask("GET", "/api/phones")
    expect(body).toMatchObject({
      listening: { host: "0.0.0.0", port: 8443 },
      reason: null,
      url: "https://sip.example.net:8443",
      certificate: { kind: "own", publiclyTrusted: false, namesPublicName: false },
      staging: { port: 8081 },
      stagingUrl: "http://192.168.1.10:8081",
      forwarding: { transport: "TCP", from: 8443, to: 8443, name: "PHONES_EXT" },
    })
    expect(body.refusedBy).toContainEqual({
      model: "yealink-sip-t19p",
      name: "SIP-T19P",
      generation: null,
      reason: "no-tls12",
    })
    expect(body.refusedBy).toContainEqual({
      model: "yealink-sip-t41p",
      name: "SIP-T41P",
      generation: "V72",
      reason: "no-tls12",
    })
    expect(body.refusedBy.map(({ model }: { model: string }) => model)).not.toContain("grandstream-gxp")
    const { body: models } = await ask("GET", "/api/device-models")
    expect(models.items).toContainEqual({
      id: "yealink-sip-t41p",
      maker: "Yealink",
      name: "SIP-T41P",
      kind: "telephone",
      generations: [
        { id: "v72", name: "V72" },
        { id: "v80", name: "V80" },
        { id: "v81", name: "V81 – V87" },
      ],
      transports: ["udp", "tcp", "tls"],
      hasMac: true,
      readsQr: false,
      refusesHttps: "unknown-authority",
    })
  })

  test("says that it is off, or what is missing", async () => {
    const { ask } = await homeOffice({})
    expect((await ask("GET", "/api/phones")).body).toEqual({
      listening: null,
      reason: "off",
      url: null,
      certificate: null,
      refusedBy: [],
      staging: null,
      stagingUrl: null,
      forwarding: null,
    })
    const nameless = await homeOffice()
    await nameless.ask("PUT", "/api/settings/dyndns", { body: { hostName: null, updatedBy: "office-router" } })
    expect((await nameless.ask("GET", "/api/phones")).body).toMatchObject({ reason: "public-name-unknown", url: null })
  })
})
