import { describe, expect, test, vi } from "vitest"
import { homeOffice, mac, password } from "../provisioning/home-office.fixture.ts"
import { bindingOf } from "../testing/fake-sbc.ts"

const dots = "••••••••"

describe("devices", () => {
  test("are added, listed, changed and taken away, and open browsers hear of it", async () => {
    const { ask, services } = await homeOffice()
    const publish = vi.spyOn(services.stream, "publish")
    const { status, body, headers } = await ask("POST", "/api/devices", {
      body: { station: 1, model: "yealink-sip-t41p", mac: "00-15-65-AA-BB-CC", language: "de" },
    })
    expect([status, body]).toEqual([
      201,
      {
        id: 1,
        station: 1,
        callNumber: "163",
        name: "Phone 163",
        model: "yealink-sip-t41p",
        modelName: "SIP-T41P",
        generation: null,
        mac,
        transport: "udp",
        language: "de",
        link: null,
        homeLink: null,
        lastFetch: null,
        outdated: false,
        registered: null,
      },
    ])
    expect(publish).toHaveBeenCalledWith("devices")
    await ask("POST", "/api/devices", { body: { station: 2, model: "linphone-desktop" } })
    const listed = async (query: string) =>
      (await ask("GET", `/api/devices?${query}`)).body.items.map(({ id }: { id: number }) => id)
    expect(await listed("q=yealink")).toEqual([1])
    expect(await listed("q=001565")).toEqual([1])
    expect(await listed("sort=-callNumber")).toEqual([2, 1])
    expect(await listed("station=2")).toEqual([2])
    expect(await listed("stations=2,7")).toEqual([2])
    expect(await listed("stations=1,2")).toEqual([1, 2])
    expect((await ask("GET", "/api/devices?stations=1;2")).body.fields.stations.code).toBe("WrongType")
    expect(await listed("limit=1")).toEqual([1])

    const stale = { headers: { "if-match": '"1"' }, body: { generation: "v80" } }
    expect((await ask("PATCH", "/api/devices/1", stale)).status).toBe(412)
    const fresh = { headers: { "if-match": String(headers.etag) }, body: { generation: "v80", mac: null } }
    expect((await ask("PATCH", "/api/devices/1", fresh)).body).toMatchObject({ generation: "v80", mac: null })
    expect((await ask("DELETE", "/api/devices/1")).status).toBe(200)
    expect((await ask("GET", "/api/devices/1")).status).toBe(404)
    await ask("DELETE", "/api/sip-clients/2")
    expect((await ask("GET", "/api/devices")).body.total).toBe(0)
    const { body: events } = await ask("GET", "/api/events?code=device&limit=100&sort=at")
    expect(events.items.map(({ code }: { code: string }) => code)).toEqual([
      "device.added",
      "device.added",
      "device.changed",
      "device.removed",
      "device.removed",
    ])
  })

  test.each([
    [{ station: 9, model: "yealink-sip-t41p" }, { station: "NoSuchStation" }],
    [{ station: 1, model: "nokia-3310" }, { model: "NoSuchModel" }],
    [{ station: 1, model: "yealink-sip-t41p", generation: "v90" }, { generation: "NoSuchGeneration" }],
    [{ station: 1, model: "linphone-desktop", mac: "001565aabbdd" }, { mac: "NoMac" }],
    [{ station: 1, model: "yealink-sip-t41p", mac }, { mac: "MacTaken" }],
    [{ station: 1, model: "yealink-sip-t41p", mac: "1" }, { mac: "NotAMac" }],
    [
      { station: 1, model: "yealink-sip-t41p", transport: "sctp", language: "fr" },
      { transport: "NotOneOf", language: "NotOneOf" },
    ],
    [
      { model: "yealink-sip-t41p", colour: "red" },
      { station: "Required", colour: "UnknownKey" },
    ],
    [
      { station: "1", model: 5 },
      { station: "NotANumber", model: "WrongType" },
    ],
  ])("%j is refused at its field, and nothing is added", async (body, problems) => {
    const { ask, addDevice } = await homeOffice()
    await addDevice()
    const answer = await ask("POST", "/api/devices", { body })
    const codes = Object.fromEntries(
      Object.entries<{ code: string }>(answer.body.fields).map(([field, { code }]) => [field, code]),
    )
    expect([answer.status, codes]).toEqual([400, problems])
    expect((await ask("GET", "/api/devices")).body.total).toBe(1)
  })

  test("a MAC address may stay, and may not become another device's", async () => {
    const { ask, addDevice } = await homeOffice()
    await addDevice()
    const other = await addDevice({ mac: null })
    expect((await ask("PATCH", "/api/devices/1", { body: { mac } })).status).toBe(200)
    const { body } = await ask("PATCH", `/api/devices/${other.id}`, { body: { mac } })
    expect(body.fields.mac).toMatchObject({ code: "MacTaken", params: { model: "SIP-T41P", callNumber: "163" } })
  })

  test("of several stations come and go together or not at all", async () => {
    const { ask } = await homeOffice()
    const several = (stations: unknown[]) =>
      ask("POST", "/api/devices/several", { body: { stations, model: "zoiper-ios" } })
    const { status, body } = await several([1, 7, 2, 8])
    expect([status, Object.keys(body.fields)]).toEqual([400, ["stations.1", "stations.3"]])
    expect((await several([])).status).toBe(400)
    expect((await several(Array(1001).fill(1))).body.fields.stations.code).toBe("TooMany")
    expect((await ask("GET", "/api/devices")).body.total).toBe(0)
    expect((await several([1, 2])).body.items).toMatchObject([
      { id: 1, station: 1 },
      { id: 2, station: 2 },
    ])
    expect((await ask("POST", "/api/devices/remove", { body: { ids: [1, 3] } })).status).toBe(404)
    expect((await ask("GET", "/api/devices")).body.total).toBe(2)
    expect((await ask("POST", "/api/devices/remove", { body: { ids: [2, 1] } })).status).toBe(200)
    expect((await ask("GET", "/api/devices")).body.total).toBe(0)
  })

  test("show the firmware of the registration that looks like them", async () => {
    const { ask, addDevice, sbc } = await homeOffice()
    await addDevice()
    sbc.bindings = [
      bindingOf("163", { userAgent: "Yealink SIP-T41P 36.72.0.1", registeredAt: 5 }),
      bindingOf("163", { userAgent: "Yealink SIP-T41P 36.72.0.57", registeredAt: 9 }),
      bindingOf("163", { userAgent: "LinphoneAndroid/5.2.1", registeredAt: 20 }),
    ]
    expect((await ask("GET", "/api/devices/1")).body.registered).toEqual({
      source: { host: "203.0.113.7", port: 5060 },
      userAgent: "Yealink SIP-T41P 36.72.0.57",
      firmware: "36.72.0.57",
      verdict: "tested",
    })
  })
})

describe("what a device gets", () => {
  test("is shown with dots to whoever may look, with its secrets to whoever may look after stations, which is an event", async () => {
    const { ask, addDevice, signIn } = await homeOffice()
    await addDevice()
    const basic = await signIn("basic")
    const { body: shown } = await basic("GET", "/api/devices/1/provision")
    expect(shown.ok).toBe(true)
    expect(shown.files[0]).toMatchObject({ name: `${mac}.cfg`, mediaType: "text/plain" })
    expect(shown.files[0].text).toContain(`account.1.password = ${dots}\n`)
    expect(JSON.stringify(shown)).not.toContain(password)
    expect((await basic("POST", "/api/devices/1/reveal")).status).toBe(403)
    expect((await basic("GET", "/api/devices/1/file")).status).toBe(403)

    const enhanced = await signIn("enhanced")
    const { body: revealed } = await enhanced("POST", "/api/devices/1/reveal")
    expect(revealed.files[0].text).toContain(`account.1.password = ${password}\n`)
    const file = await enhanced("GET", "/api/devices/1/file")
    expect(file.headers["content-disposition"]).toContain(`filename="${mac}.cfg"`)
    expect(file.body).toBe(revealed.files[0].text)
    const { body: sheets } = await enhanced("POST", "/api/devices/sheets", { body: { ids: [1] } })
    expect(sheets.items).toMatchObject([{ device: { id: 1 }, provision: { ok: true } }])
    expect(JSON.stringify(sheets.items[0].provision.sheet)).toContain(password)
    expect((await ask("GET", "/api/events?code=device.revealed")).body.total).toBe(3)
  })

  test("hides what is made of a secret as well: Linphone's digest, baresip's line, the link's token", async () => {
    const { ask, addDevice, openLink } = await homeOffice()
    for (const model of ["linphone-mobile", "baresip"]) {
      const { id } = await addDevice({ model, mac: null })
      await openLink(id)
      const { body: shown } = await ask("GET", `/api/devices/${id}/provision`)
      const { body: revealed } = await ask("POST", `/api/devices/${id}/reveal`)
      expect(shown.files[0].text).toContain(dots)
      expect(shown.files[0].text).not.toBe(revealed.files[0].text)
      expect(JSON.stringify(shown)).not.toMatch(/[0-9a-f]{32}/)
      expect(shown.qr).toBeNull()
    }
  })

  test("is refused with the guide's reason, and then there is no file and no link either", async () => {
    const { ask, addDevice } = await homeOffice()
    const reasonOf = async (fields: object) => {
      const { id } = await addDevice({ mac: null, ...fields })
      expect((await ask("GET", `/api/devices/${id}/file`)).body.code).toBe("DeviceNotServed")
      expect((await ask("POST", `/api/devices/${id}/link`, { body: {} })).body.code).toBe("DeviceNotServed")
      return (await ask("GET", `/api/devices/${id}/provision`)).body
    }
    expect(await reasonOf({ model: "yealink-sip-t19p", transport: "tls" })).toEqual({
      ok: false,
      reason: "NoTls12",
      params: { model: "SIP-T19P" },
    })
    expect(await reasonOf({ model: "zoiper-ios", transport: "tcp" })).toMatchObject({ reason: "TransportNotSupported" })
    expect(await reasonOf({ transport: "tls" })).toMatchObject({ reason: "AuthorityMissing" })
    const { body: stun } = await ask("GET", "/api/settings/stun")
    await ask("PUT", "/api/settings/stun", { body: { ...stun, server: null } })
    expect(await reasonOf({})).toMatchObject({ reason: "StunServerMissing" })
    await ask("PUT", "/api/settings/dyndns", { body: { hostName: null, updatedBy: "office-router" } })
    expect(await reasonOf({ mac: null })).toMatchObject({ reason: "PublicNameUnknown" })
    // A station of the office needs none of them.
    const { id } = await addDevice({ station: 2, mac: null })
    expect((await ask("GET", `/api/devices/${id}/provision`)).body.ok).toBe(true)
  })

  test("can be looked at before it is stored: the sheet, the refusal, or what is wrong with what was asked", async () => {
    const { ask } = await homeOffice()
    const preview = async (query: string) => ask("GET", `/api/device-preview?${query}`)
    const { body } = await preview("station=1&model=yealink-sip-t41p&generation=v72")
    expect(body.ok).toBe(true)
    expect(JSON.stringify(body)).toContain(dots)
    expect(JSON.stringify(body)).not.toContain(password)
    expect((await preview("station=1&model=yealink-sip-t19p&transport=tls")).body).toMatchObject({ reason: "NoTls12" })
    expect((await preview("station=99&model=yealink-sip-t41p")).body.fields).toMatchObject({
      station: { code: "NoSuchStation" },
    })
    expect((await preview("station=1&model=abacus")).body.fields).toMatchObject({ model: { code: "NoSuchModel" } })
    expect((await ask("GET", "/api/devices")).body.total).toBe(0)
  })

  test("over TLS needs an installed CA and open TLS ports, and names where a phone can load the CA", async () => {
    const { ask, addDevice } = await homeOffice()
    const { id } = await addDevice({ transport: "tls", generation: "v81" })
    const made = await ask("POST", "/api/certificates", {
      body: { profile: "authority", name: "SPE CA", subject: { commonName: "SPE CA" } },
    })
    await ask("POST", "/api/spe/authorities", { body: { certificateId: made.body.id } })
    expect((await ask("GET", `/api/devices/${id}/provision`)).body.reason).toBe("TlsClosed")
    const leaf = await ask("POST", "/api/certificates", {
      body: {
        profile: "server",
        name: "SPE",
        subject: { commonName: "sip.example.net" },
        subjectAltNames: [{ type: "dns", value: "sip.example.net" }],
        authorityId: made.body.id,
      },
    })
    await ask("PUT", "/api/spe/certificate", { body: { certificateId: leaf.body.id } })
    const { body: flags } = await ask("GET", "/api/settings/system-flags")
    await ask("PUT", "/api/settings/system-flags", { body: { ...flags, speSupport: true } })
    const { body } = await ask("GET", `/api/devices/${id}/provision`)
    expect(body).toMatchObject({ ok: true })
    expect(body.files[0].text).toContain("https://sip.example.net:8443/ca/spe-ca-1.crt")
    expect((await ask("GET", "/api/phones")).body.certificate).toMatchObject({
      kind: "spe",
      subject: "CN=sip.example.net",
      issuer: "CN=SPE CA",
      namesPublicName: true,
      publiclyTrusted: false,
    })
  })

  test("says when the Secondary system ID is no second server", async () => {
    const { ask, addDevice } = await homeOffice()
    const { id } = await addDevice()
    const codes = async () =>
      (await ask("GET", `/api/devices/${id}/provision`)).body.notes.map(({ code }: { code: string }) => code)
    await ask("PATCH", "/api/sip-clients/1", { body: { secondarySystemId: "second.example.net:5075" } })
    expect(await codes()).not.toContain("SecondarySystemIdUnused")
    const { body } = await ask("GET", `/api/devices/${id}/provision`)
    expect(body.files[0].text).toContain("account.1.sip_server.2.address = second.example.net")
    await ask("PATCH", "/api/sip-clients/1", { body: { secondarySystemId: "the other office" } })
    expect(await codes()).toContain("SecondarySystemIdUnused")
  })
})
