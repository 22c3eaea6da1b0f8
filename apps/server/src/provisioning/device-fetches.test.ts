import { describe, expect, test } from "vitest"
import { refusalTime } from "../phones/phones-listener.ts"
import { homeOffice, mac, password, t41p } from "./home-office.fixture.ts"

const file = `${mac}.cfg`
const notFound = { status: 404, body: '{"statusCode":404,"error":"Not Found"}' }

describe("a phone with its link", () => {
  test("gets its file with its secrets once, then without them, and is shown with its firmware", async () => {
    const { ask, addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id)
    const first = await get(`${link}/${file}`)
    expect([first.statusCode, first.headers["content-type"]]).toEqual([200, "text/plain"])
    expect(first.headers["cache-control"]).toBe("no-store")
    expect(first.body).toContain(`account.1.password = ${password}`)
    expect(first.body).toContain("account.1.sip_server.1.address = sip.example.net")
    expect(first.body).toContain(`https://sip.example.net:8443${link}/`)
    const second = await get(`${link}/${file}`)
    expect(second.statusCode).toBe(200)
    expect(second.body).not.toContain("password")

    const { body: device } = await ask("GET", `/api/devices/${id}`)
    expect(device).toMatchObject({
      outdated: false,
      link: { open: true, fetchesLeft: 3, bound: { mac, model: "T41P" } },
      lastFetch: {
        address: "203.0.113.7",
        file,
        firmware: "36.80.0.95",
        model: "T41P",
        verdict: "newer",
        withSecrets: false,
      },
    })
    const { body: fetches } = await ask("GET", "/api/device-fetches?outcome=served")
    expect(fetches.items).toMatchObject([
      { device: id, callNumber: "163", mac, refused: null, withSecrets: false },
      { withSecrets: true },
    ])
  })

  test.each([
    ["password", { password: "Another-Horse-77" }],
    ["SIP User ID", { sipUserId: "SIP-other" }],
    ["realm", { realm: "OTHER" }],
  ])("gets its secrets again after a change of the %s, and not after another one", async (_, change) => {
    const { ask, addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id)
    await get(`${link}/${file}`)
    await ask("PATCH", "/api/sip-clients/1", { body: { name: "Renamed" } })
    expect((await ask("GET", `/api/devices/${id}`)).body.outdated).toBe(true)
    const renamed = await get(`${link}/${file}`)
    expect(renamed.body).toContain("Renamed")
    expect(renamed.body).not.toContain("account.1.password")
    expect((await ask("GET", `/api/devices/${id}`)).body.outdated).toBe(false)
    await ask("PATCH", "/api/sip-clients/1", { body: change })
    expect((await get(`${link}/${file}`)).body).toContain("account.1.password")
    expect((await get(`${link}/${file}`)).body).not.toContain("account.1.password")
  })

  test("gets its model's common file as often as it asks, without anything of anybody", async () => {
    const { ask, addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id, { fetches: 1 })
    for (let time = 0; time < 3; time++) {
      const { statusCode, body } = await get(`${link}/y000000000036.cfg`)
      expect([statusCode, body]).toEqual([200, expect.stringMatching(/^#!version:1.0.0.1\n/)])
      expect(body).not.toMatch(/^[^#\n]/m)
    }
    // A boot file that is not there tells the phone to go on; it is no refusal.
    expect((await get(`${link}/y000000000000.boot`)).statusCode).toBe(404)
    expect((await ask("GET", "/api/device-fetches")).body.total).toBe(0)
    expect((await ask("GET", `/api/devices/${id}`)).body.link.fetchesLeft).toBe(1)
  })

  test("of two fetches at once for the last one, one gets the file", async () => {
    const { addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id, { fetches: 1 })
    const answers = await Promise.all([get(`${link}/${file}`), get(`${link}/${file}`), get(`${link}/${file}`)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404, 404])
  })

  test("binds a phone whose MAC address nobody has entered, to the one that it shows", async () => {
    const { ask, addDevice, openLink, get, lastReason } = await homeOffice()
    const { id } = await addDevice({ mac: null })
    const link = await openLink(id)
    expect((await get(`${link}/${file}`)).body).toContain(password)
    expect((await ask("GET", `/api/devices/${id}`)).body.link.bound.mac).toBe(mac)
    expect((await get(`${link}/001565aabbdd.cfg`, "Yealink SIP-T41P 36.80.0.95")).statusCode).toBe(404)
    expect(lastReason()).toBe("other-device")
  })

  test("gets the dialect of the firmware that it shows", async () => {
    const { addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id)
    expect((await get(`${link}/${file}`, "Yealink SIP-T41P 36.72.0.57")).body).toContain("account.1.transport = 0")
  })
})

describe("an app", () => {
  test("of Linphone asks with its header alone, for the link itself; a preview leaves the link as it is", async () => {
    const { ask, addDevice, openLink, get, lastReason } = await homeOffice()
    const { id } = await addDevice({ model: "linphone-mobile", mac: null })
    const link = await openLink(id, { fetches: 1 })
    expect((await get(link, "WhatsApp/2.23.20")).statusCode).toBe(404)
    expect(lastReason()).toBe("not-the-device")
    const { statusCode, body } = await get(link, "belle-sip", { headers: { "x-linphone-provisioning": "1" } })
    expect(statusCode).toBe(200)
    expect(body).toMatch(/name="ha1" overwrite="true">[0-9a-f]{32}</)
    expect((await ask("GET", `/api/devices/${id}`)).body.link).toMatchObject({ open: false, bound: { mac: null } })
  })

  test("of Linphone stays the same where it does not say its name, and is not another app", async () => {
    const { addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice({ model: "linphone-desktop", mac: null })
    const link = await openLink(id)
    const nameless = { headers: { accept: "" } }
    expect((await get(link, "Unknown", nameless)).body).toContain("ha1")
    expect((await get(link, "Linphonec/5.1.65 (belle-sip/5.1.64)")).body).not.toContain("ha1")
    expect((await get(link, "Groundwire/25.1")).statusCode).toBe(404)
  })

  test("of Zoiper asks with its token behind the portal's word, or without it", async () => {
    const { addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice({ model: "zoiper-ios", mac: null })
    const link = await openLink(id)
    const zoiper = "Zoiper/5.6 CFNetwork/1408 Darwin/22.5"
    expect((await get(link, zoiper)).body).toContain("<password>")
    expect((await get(link.replace("/p/", "/p/token="), zoiper)).statusCode).toBe(200)
  })
})

describe("refused, each with the same 404 and a reason for the administrator alone:", () => {
  test.each([
    ["other-device", file, { userAgent: "Yealink SIP-T19P_E2 53.80.0.3" }],
    ["other-device", "001565aabbdd.cfg", { userAgent: "Yealink SIP-T41P 36.80.0.95" }],
    ["not-the-device", file, { userAgent: "Mozilla/5.0 (Windows NT 10.0)" }],
    ["not-the-device", "", { userAgent: "TelegramBot (like TwitterBot)" }],
    ["wrong-file", "config.bin", {}],
    ["part-of-file", file, { range: "bytes=0-100" }],
  ])(
    "%s, asking for %j as %j",
    async (reason, path, { userAgent = t41p, range }: { userAgent?: string; range?: string }) => {
      const { ask, addDevice, openLink, get, lastReason } = await homeOffice()
      const { id } = await addDevice()
      const link = await openLink(id)
      const { statusCode: status, body } = await get(`${link}/${path}`, userAgent, range ? { headers: { range } } : {})
      expect({ status, body }).toEqual(notFound)
      expect(lastReason()).toBe(reason)
      expect((await ask("GET", `/api/devices/${id}`)).body.link).toMatchObject({ fetchesLeft: 5, bound: null })
      const { body: events } = await ask("GET", `/api/events?code=device.refused.${reason}`)
      expect(events.items[0].params).toMatchObject({ address: "203.0.113.7", callNumber: "163" })
    },
  )

  test("unknown, expired, used up and closed links", async () => {
    const { ask, addDevice, openLink, get, lastReason, turnClock } = await homeOffice()
    const { id } = await addDevice()
    const answers = async (link: string) => {
      const { statusCode: status, body } = await get(`${link}/${file}`)
      expect({ status, body }).toEqual(notFound)
      return lastReason()
    }
    expect(await answers(`/p/${"0".repeat(32)}`)).toBe("unknown-token")
    expect(await answers("/p/short")).toBe("unknown-token")
    const first = await openLink(id, { fetches: 1 })
    await get(`${first}/${file}`)
    expect(await answers(first)).toBe("used-up")
    const second = await openLink(id)
    expect(await answers(first)).toBe("unknown-token")
    await ask("DELETE", `/api/devices/${id}/link`)
    expect(await answers(second)).toBe("unknown-token")
    const third = await openLink(id)
    await ask("DELETE", `/api/devices/${id}`)
    expect(await answers(third)).toBe("unknown-token")
    const fourth = await openLink((await addDevice()).id, { hours: 1 })
    turnClock(3_600_000)
    expect(await answers(fourth)).toBe("expired")
  })

  test("another device that knows the link, after the first fetch", async () => {
    const { addDevice, openLink, get, lastReason } = await homeOffice()
    const link = await openLink((await addDevice({ mac: null })).id)
    await get(`${link}/${file}`)
    expect((await get(`${link}/${file}`, "Yealink SIP-T42S 66.84.0.10")).statusCode).toBe(404)
    expect(lastReason()).toBe("other-device")
  })

  test("a device that can no longer do what its station needs", async () => {
    const { ask, addDevice, openLink, get, lastReason } = await homeOffice()
    const link = await openLink((await addDevice()).id)
    const { body: stun } = await ask("GET", "/api/settings/stun")
    await ask("PUT", "/api/settings/stun", { body: { ...stun, server: null } })
    expect((await get(`${link}/${file}`)).statusCode).toBe(404)
    expect(lastReason()).toBe("not-served")
  })

  test("no sooner than after the same time, whatever the reason; a phone that is served does not wait", async () => {
    const { addDevice, openLink, get, paused } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id, { fetches: 1 })
    for (const path of ["/", "/p", "/p/unknown/a.cfg", `${link}/other.cfg`, `/${file}`, "/ca/none.crt", "/p/%zz"]) {
      await get(path)
      const [milliseconds = 0, ...more] = paused.splice(0)
      expect([path, more]).toEqual([path, []])
      // What the request itself has taken is part of it.
      expect(milliseconds).toBeGreaterThan(0)
      expect(milliseconds).toBeLessThanOrEqual(refusalTime)
    }
    await get(`${link}/${file}`)
    expect(paused).toEqual([])
  })

  test("whatever is no GET; HEAD is answered and uses nothing up", async () => {
    const { ask, addDevice, openLink, get } = await homeOffice()
    const { id } = await addDevice()
    const link = await openLink(id)
    expect((await get(`${link}/${file}`, t41p, { method: "POST" })).statusCode).toBe(404)
    const head = await get(`${link}/${file}`, t41p, { method: "HEAD" })
    expect([head.statusCode, head.body]).toEqual([200, ""])
    expect((await ask("GET", `/api/devices/${id}`)).body).toMatchObject({ lastFetch: null, link: { fetchesLeft: 5 } })
  })
})

test("no token and no secret stands in the log, in an event, in a fetch or in what is stored", async () => {
  const { ask, addDevice, openLink, get, phonesLog, logged, services } = await homeOffice()
  const { id } = await addDevice()
  const link = await openLink(id)
  const token = link.slice("/p/".length)
  await get(`${link}/${file}`)
  await get(link, "Mozilla/5.0")
  await get(`/p/wrong/${token}`)
  await get(`/${token}`)
  await get(`${link}/%zz`)
  await get(`/P/${token}/${file}`)
  const everything = JSON.stringify([
    phonesLog,
    logged,
    (await ask("GET", "/api/events?limit=500")).body,
    (await ask("GET", "/api/device-fetches")).body,
    (await ask("GET", `/api/devices/${id}`)).body,
    services.store.deviceStates.linkOf(id),
  ])
  expect(everything).toContain(file)
  expect(everything).not.toContain(token)
  expect(everything).not.toContain(password)
})

describe("a phone without a link", () => {
  test("is among the unknown devices, until it is made one or forgotten", async () => {
    const { ask, get, lastReason, turnClock } = await homeOffice()
    for (const [path, userAgent] of [
      [`/${file}`, t41p],
      ["/provisioning/cfgc074ad0b63ee.xml", "Grandstream Model HW GRP2614 SW 1.0.5.15 DevId c074ad0b63ee"],
      ["/y000000000036.cfg", t41p],
      ["/index.html", "Mozilla/5.0"],
      ["/robots.txt", "Googlebot"],
    ] as const) {
      expect((await get(path, userAgent)).statusCode).toBe(404)
      turnClock(1000)
    }
    await get(`/${file}`)
    expect(lastReason()).toBe("no-token")
    const { body } = await ask("GET", "/api/unknown-devices")
    expect(body.items).toMatchObject([
      { mac, model: "yealink-sip-t41p", shownModel: "T41P", firmware: "36.80.0.95", verdict: "newer", times: 2 },
      { mac: "c074ad0b63ee", model: "grandstream-grp26xx", times: 1, address: "203.0.113.7" },
    ])
    const bound = await ask("POST", `/api/unknown-devices/00:15:65:AA:BB:CC/bind`, {
      body: { station: 1, model: "yealink-sip-t41p" },
    })
    expect([bound.status, bound.body.mac]).toEqual([201, mac])
    expect((await ask("DELETE", "/api/unknown-devices/c074ad0b63ee")).status).toBe(200)
    expect((await ask("DELETE", "/api/unknown-devices/c074ad0b63ee")).status).toBe(404)
    expect((await ask("GET", "/api/unknown-devices")).body.total).toBe(0)
    // Known now: it is told as this device's fetch.
    await get(`/${file}`)
    expect((await ask("GET", "/api/unknown-devices")).body.total).toBe(0)
    expect((await ask("GET", "/api/device-fetches")).body.items[0]).toMatchObject({ device: 1, refused: "no-token" })
  })

  test("cannot push the rows of our own devices out by asking again and again", async () => {
    const { ask, get, turnClock, addDevice, openLink } = await homeOffice()
    const link = await openLink((await addDevice()).id)
    await get(`${link}/${file}`)
    for (let n = 0; n < 100; n++) await get(`/p/${n}/x`)
    const { body } = await ask("GET", "/api/device-fetches?outcome=refused")
    expect(body.total).toBe(30)
    turnClock(60_000)
    await get("/p/again/x")
    expect((await ask("GET", "/api/device-fetches?outcome=refused")).body.total).toBe(31)
    expect((await ask("GET", "/api/device-fetches?outcome=served")).body.total).toBe(1)
  })

  test("is not answered any more when it asks too often, and that is an event", async () => {
    const { ask, get } = await homeOffice()
    for (let n = 0; n < 121; n++) await get("/nothing")
    expect((await ask("GET", "/api/events?code=device.refused.too-many")).body.total).toBe(1)
    expect((await get("/nothing")).body).toBe(notFound.body)
  })
})

describe("over plain HTTP", () => {
  test("the office alone is served, and can load our CA there", async () => {
    const { addDevice, openLink, listener } = await homeOffice()
    const link = await openLink((await addDevice()).id)
    const staging = await listener(true)
    const from = (remoteAddress: string) =>
      staging.inject({ url: `${link}/${file}`, remoteAddress, headers: { "user-agent": t41p } })
    expect((await from("203.0.113.7")).statusCode).toBe(404)
    expect((await from("192.168.1.77")).statusCode).toBe(200)
  })
})
