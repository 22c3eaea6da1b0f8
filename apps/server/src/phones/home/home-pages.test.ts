import { expect, test } from "vitest"
import { refusalTime } from "../phones-listener.ts"
import { homePages, stationPassword } from "./home-pages.fixture.ts"

const notFound = '{"statusCode":404,"error":"Not Found"}'
const minutes = (count: number) => count * 60_000
const hours = (count: number) => count * 3_600_000

test("who looks sees whose it is and a button, and no secret; previews and crawlers spend nothing", async () => {
  const { browser, links } = await homePages()
  for (const visitor of ["WhatsApp/2.24", "Googlebot/2.1", "Mozilla/5.0 (Windows NT 10.0) Chrome/140"]) {
    const look = browser(visitor)
    const page = await look("GET")
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain("Telephone settings for Ada &#60;Office&#62; &#38; Söhne")
    expect(page.body).toContain("Show my settings")
    for (const secret of ["SIP-168", "168", "Register Name"]) expect(page.body).not.toContain(secret)
    const head = await look("HEAD")
    expect([head.statusCode, head.body]).toEqual([200, ""])
  }
  expect(links.viewOf(1)).toMatchObject({ state: "waiting", opened: null })
})

test("the button opens it to the browser that pressed it, which may look again; everybody else hears 404", async () => {
  const { browser, links, turnClock, published, told } = await homePages()
  const [ada, eve] = [browser(), browser("curl/8")]
  await ada("GET")
  await eve("GET")
  const pressed = await ada("POST")
  expect([pressed.statusCode, pressed.headers.location]).toEqual([303, expect.stringMatching(/^\/h\/[0-9a-f]{32}$/)])
  const page = await ada("GET")
  expect(page.body).toContain("SIP-168")
  expect(page.body).toContain("&#34;Right&#34;&#60;b&#62;&#38;&#39;42")
  expect(page.body).not.toContain(stationPassword)
  expect(page.body).toContain("30 more minutes")
  expect((await ada("POST")).statusCode).toBe(303)

  for (const stranger of [eve, browser()])
    for (const method of ["GET", "POST"] as const) {
      const { statusCode, body } = await stranger(method)
      expect([statusCode, body]).toEqual([404, notFound])
    }
  expect((await eve("HEAD")).statusCode).toBe(404)
  expect(links.viewOf(1)).toMatchObject({
    state: "open",
    opened: { address: "203.0.113.7", browser: "Firefox, Android" },
  })
  expect(published).toEqual(["devices 1", "devices 1"])
  expect(await told()).toEqual([
    "device.home-link-refused.other-browser 5",
    "device.home-link-opened 1",
    "device.home-link-made 1",
  ])

  turnClock(minutes(29) + 1)
  expect((await ada("GET")).body).toContain("1 more minute,")
  turnClock(minutes(1))
  expect((await ada("GET")).body).toBe(notFound)
  expect((await ada("POST")).body).toBe(notFound)
  expect(links.viewOf(1)).toMatchObject({ state: "over", opened: { browser: "Firefox, Android" } })
})

test("the cookie is out of reach for scripts, other sites, plain HTTP and other links", async () => {
  const { browser, path } = await homePages()
  const { headers } = await browser()("GET")
  expect(headers["set-cookie"]).toMatch(
    new RegExp(`^__Secure-homeport-home=[0-9a-f]{32}; Path=${path}; Secure; HttpOnly; SameSite=Lax$`),
  )
})

test("every refusal is the same 404, and no line of the log has a token in it", async () => {
  const one = await homePages({ hours: 2 })
  const ada = one.browser()
  await ada("GET")
  one.turnClock(hours(2))
  const answers = [await ada("GET"), await ada("POST"), await ada("GET", `/h/${"a".repeat(32)}`)]
  for (const path of ["/h/", "/h/..%2f..", "/h/%00", "/h/%zz", `/h/${"x".repeat(300)}`, `${one.path}/more`, "/nothing"])
    answers.push(await ada("GET", path))
  const two = await homePages()
  two.links.close(1, "Ada")
  answers.push(await two.browser()("GET", two.path), await two.browser()("POST", two.path))
  const three = await homePages()
  three.things.there = false
  answers.push(await three.browser()("GET"))
  for (const { statusCode, body, headers } of answers) {
    expect([statusCode, body]).toEqual([404, notFound])
    expect(headers["set-cookie"]).toBeUndefined()
  }
  for (const { logged, token } of [one, two, three]) expect(logged.join("")).not.toContain(token)
  // An empty path is nobody's link.
  const pauses = [...one.paused, ...two.paused, ...three.paused]
  expect(pauses).toHaveLength(answers.length)
  for (const pause of pauses) expect(pause).toBeGreaterThan(refusalTime / 2)
})

test("the log has the reason of each refusal in words", async () => {
  const { browser, links, path, logged, told, turnClock } = await homePages({ hours: 2 })
  const [ada, eve] = [browser(), browser()]
  const again = () => {
    const { url } = links.open(1, { hours: 2 }, "Ada")
    return new URL(url).pathname
  }
  const openedBy = async (visitor: typeof ada, link: string) => {
    await visitor("GET", link)
    expect((await visitor("POST", link)).statusCode).toBe(303)
  }
  turnClock(hours(2))
  await eve("GET")
  const second = again()
  await eve("GET", path)
  await openedBy(ada, second)
  await eve("GET", second)
  turnClock(minutes(30))
  await ada("GET", second)
  const third = again()
  links.close(1, "Ada")
  await ada("GET", third)
  const reasons = ["expired", "unknown", "other-browser", "used", "closed"]
  const refusals = (await told()).filter((code) => code.startsWith("device.home-link-refused."))
  expect(refusals.toReversed()).toEqual(reasons.map((reason) => `device.home-link-refused.${reason} 1`))
  const lines = logged.map((line) => JSON.parse(line)).filter(({ reason }) => reason !== undefined)
  expect(lines.map(({ reason }) => reason)).toEqual(reasons)
  expect(lines[0].msg).toBe("203.0.113.7 tried the one-time link of SIP-T41P, station 168: its time is over.")
})

test("a page speaks the language of its reader's browser until the reader chooses the other one", async () => {
  const { browser, path } = await homePages({ device: { language: "de" } })
  const ada = browser()
  expect((await ada("GET", path, "en-GB,en;q=0.9")).body).toContain("Show my settings")
  const german = (await ada("GET", path, "de-AT")).body
  expect(german).toContain('<html lang="de">')
  expect(german).toContain('<a lang="en" hreflang="en" href="?language=en">English</a>')
  expect((await ada("GET", path, "fr")).body).toContain("Meine Einstellungen zeigen")
  expect((await ada("GET", `${path}?language=de`, "en")).body).toContain("Meine Einstellungen zeigen")
  const pressed = await ada("POST", `${path}?language=de`, "en")
  expect(pressed.headers.location).toBe(`${path}?language=de`)
  expect((await ada("GET", `${path}?language=de`, "en")).body).toContain("Werte zum Eintragen")
  expect((await ada("GET", path, "en")).body).toContain("Values to enter")
  expect((await ada("POST", `${path}?language=//elsewhere.example`)).headers.location).toBe(path)
})

test("what previews and histories keep of a page names nobody", async () => {
  const { browser } = await homePages()
  const ada = browser()
  const waiting = await ada("GET")
  await ada("POST")
  for (const { body } of [waiting, await ada("GET")]) expect(body).toContain("<title>Telephone settings</title>")
})

test("closing it ends the page of the browser that has it open; a new link ends the one before", async () => {
  const { browser, links, path, told } = await homePages()
  const ada = browser()
  await ada("GET")
  await ada("POST")
  links.close(1, "Ada")
  expect((await ada("GET")).body).toBe(notFound)
  expect(links.viewOf(1)).toMatchObject({ state: "closed", opened: { browser: "Firefox, Android" } })
  links.close(1, "Ada")
  expect((await told()).filter((line) => line.startsWith("device.home-link-closed"))).toEqual([
    "device.home-link-closed 1",
  ])
  const { url } = links.open(1, { hours: 1 }, "Ada")
  const second = new URL(url).pathname
  links.open(1, { hours: 1 }, "Ada")
  for (const old of [path, second]) expect((await ada("GET", old)).body).toBe(notFound)
})

test("who presses without a cookie, or before the settings are complete, spends nothing and is told what to do", async () => {
  const { browser, things, links } = await homePages()
  const pressed = await browser()("POST")
  expect(pressed.body).toContain("Allow cookies for this page")
  expect(pressed.body).not.toContain("SIP-168")
  things.served = false
  const ada = browser()
  await ada("GET")
  expect((await ada("POST")).body).toContain("the settings are not complete yet")
  expect(links.viewOf(1)?.state).toBe("waiting")
  things.served = true
  expect((await ada("POST")).statusCode).toBe(303)
  things.served = false
  const page = await ada("GET")
  expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining("not complete at the moment")])
})

test("nothing from elsewhere is loaded, kept, framed, indexed or told to others", async () => {
  const { browser } = await homePages()
  const ada = browser()
  const waiting = await ada("GET")
  await ada("POST")
  for (const { headers, body } of [waiting, await ada("GET")]) {
    const policy = String(headers["content-security-policy"])
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+';/)
    expect(policy).toMatch(/frame-ancestors 'none'$/)
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow, noarchive",
    })
    expect(body).not.toMatch(/(src|href|action)="(https?:)?\/\//)
    expect(body).not.toMatch(/\son\w+=|\sstyle=/)
  }
})

test("a device that scans gets its own link when its page is first seen, the same one while the page lives", async () => {
  const { browser, things } = await homePages({ device: { kind: "app", readsQr: true, modelName: "Linphone" } })
  const ada = browser()
  expect((await ada("GET")).body).toContain("on another screen than the phone")
  expect(things.linksMade).toBe(0)
  await ada("POST")
  for (const page of [await ada("GET"), await ada("GET")]) {
    expect(page.body).toContain("https://office.example.net:8443/p/1<")
    expect(page.body).toMatch(/<svg class="qr" role="img" aria-label="QR code with the settings"/)
  }
  expect(things.linksMade).toBe(1)
})

test("over TLS there is the CA certificate, and how this kind of device is given it; over UDP there is none", async () => {
  const trusted = await homePages({ device: { kind: "app", overTls: true, language: "de" } })
  const ada = trusted.browser()
  await ada("GET")
  await ada("POST")
  const { body } = await ada("GET")
  expect(body).toContain('<html lang="de">')
  expect(body).toContain('href="/ca/office-ca-1.crt"')
  expect(body).toContain("Zertifikatsvertrauenseinstellungen")
  expect(body).not.toContain("Trusted Certificates")
  const plain = await homePages()
  const bob = plain.browser()
  await bob("GET")
  await bob("POST")
  expect((await bob("GET")).body).not.toContain("/ca/")
})

test("over plain HTTP there is no such page, not even in the office", async () => {
  const { app, path } = await homePages({ overHttps: false })
  for (const method of ["GET", "POST"] as const)
    expect((await app.inject({ method, url: path, remoteAddress: "127.0.0.1" })).body).toBe(notFound)
})

test("who asks too often hears the same 404, even with the right link", async () => {
  const { browser, services, token } = await homePages()
  const ada = browser()
  for (let asked = 0; asked < 30; asked++) expect((await ada("GET")).statusCode).toBe(200)
  expect((await ada("GET")).body).toBe(notFound)
  const fetches = services.store.deviceLog.fetches()
  expect(fetches).toMatchObject([{ refused: "too-many" }])
  expect(JSON.stringify(fetches)).not.toContain(token)
})

test("a link is made for stations at home alone, and only where there are settings to show", async () => {
  const { links, things } = await homePages()
  const open = () => links.open(1, { hours: 1 }, "Ada")
  things.publicBase = undefined
  expect(open).toThrow(expect.objectContaining({ code: "PublicNameUnknown" }))
  things.officeBase = undefined
  expect(open).toThrow(expect.objectContaining({ code: "PhonesOff" }))
  things.served = false
  expect(open).toThrow(expect.objectContaining({ code: "DeviceNotServed" }))
  things.device = { ...things.device, atHome: false }
  expect(open).toThrow(expect.objectContaining({ code: "StationNotAtHome" }))
  things.there = false
  expect(open).toThrow(expect.objectContaining({ code: "NotFound" }))
})
