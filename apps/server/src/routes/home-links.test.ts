import { humanActionHeader } from "@homeport/contract"
import { pino } from "pino"
import { expect, onTestFinished, test } from "vitest"
import { ownCertificate } from "../http/own-certificate.ts"
import { buildPhonesListener } from "../phones/phones-listener.ts"
import { cookiesOf, testInterfaces, testServer } from "../testing/test-server.fixture.ts"

const password = "Strong-Pass-168-word"

/** Station 168 has a T41P, device 1; phones reach the office at its public name. */
async function office() {
  const server = await testServer({ phones: { host: "0.0.0.0", port: 8443, loopback: false } })
  const ask = await server.signIn()
  await ask("PUT", "/api/settings/dyndns", { body: { hostName: "office.example.net", updatedBy: "office-router" } })
  const stun = await ask("GET", "/api/settings/stun")
  await ask("PUT", "/api/settings/stun", { body: { ...stun.body, phonesServer: "stun.example.net" } })
  const station = { callNumber: "168", name: "Ada", authenticationActive: true, password, internetRegistration: true }
  await ask("POST", "/api/sip-clients", { body: station })
  await ask("POST", "/api/devices", { body: { station: 1, model: "yealink-sip-t41p", transport: "udp" } })
  return { ...server, ask }
}

test("is made, used once and closed; the device shows all of it, and the URL is shown once", async () => {
  const { services, ask, turnClock } = await office()
  const made = await ask("POST", "/api/devices/1/home-link", { body: {} })
  expect([made.status, made.body]).toEqual([
    201,
    {
      url: expect.stringMatching(/^https:\/\/office\.example\.net:8443\/h\/[0-9a-f]{32}$/),
      opensUntil: new Date(services.now() + 72 * 3_600_000).toISOString(),
    },
  ])
  // Somebody is at the console all the time, or the login would end before the page does.
  const headers = { [humanActionHeader]: "1" }
  const homeLink = async () => (await ask("GET", "/api/devices/1", { headers })).body.homeLink
  expect(await homeLink()).toMatchObject({ state: "waiting", opened: null })

  const app = await buildPhonesListener({
    logger: pino({ level: "silent" }),
    ...services,
    certificate: ownCertificate(services.store, testInterfaces, new Date(services.now())),
    localNetworks: () => [],
    pause: async () => undefined,
  })
  onTestFinished(() => app.close())
  const { pathname: url } = new URL(made.body.url)
  const cookies = cookiesOf((await app.inject({ url })).headers)
  expect((await app.inject({ method: "POST", url, cookies })).statusCode).toBe(303)
  const page = await app.inject({ url, cookies })
  for (const value of ["Register Name", "SIP-168", password, "office.example.net", "stun.example.net"])
    expect(page.body).toContain(value)

  turnClock(20 * 60_000)
  expect(await homeLink()).toMatchObject({ state: "open", opened: { address: "127.0.0.1" } })
  turnClock(10 * 60_000)
  expect(await homeLink()).toMatchObject({ state: "over", opened: { browser: expect.any(String) } })
  expect((await app.inject({ url, cookies })).statusCode).toBe(404)
  await ask("POST", "/api/devices/1/home-link", { body: { hours: 1 } })
  for (const closing of ["once", "and again"])
    expect([closing, (await ask("DELETE", "/api/devices/1/home-link")).status]).toEqual([closing, 200])
  expect(await homeLink()).toMatchObject({ state: "closed", opened: null })
})

test("bad input is said at its field, and makes nothing", async () => {
  const { ask, services } = await office()
  const fieldsOf = async (body: unknown) => {
    const answer = await ask("POST", "/api/devices/1/home-link", { body })
    expect([answer.status, answer.body.code]).toEqual([400, "InvalidInput"])
    return Object.entries<{ code: string }>(answer.body.fields).map(([path, { code }]) => `${path} ${code}`)
  }
  expect(await fieldsOf({ hours: 0 })).toEqual(["hours TooSmall"])
  expect(await fieldsOf({ hours: 721 })).toEqual(["hours TooLarge"])
  expect(await fieldsOf({ hours: 1.5 })).toEqual(["hours NotWhole"])
  expect(await fieldsOf({ token: "mine" })).toEqual(["token UnknownKey"])
  expect(services.store.homeLinks.of(1)).toBeUndefined()
})

test("an inside station, a device that is not there and a role that may not are told so", async () => {
  const { ask, signIn } = await office()
  const body = {}
  expect((await ask("POST", "/api/devices/9/home-link", { body })).body.code).toBe("NotFound")
  expect((await ask("DELETE", "/api/devices/9/home-link")).body.code).toBe("NotFound")
  await ask("PATCH", "/api/sip-clients/1", { body: { internetRegistration: false } })
  expect((await ask("POST", "/api/devices/1/home-link", { body })).body.code).toBe("StationNotAtHome")
  const looker = await signIn("basic")
  expect((await looker("POST", "/api/devices/1/home-link", { body })).body.code).toBe("NotAllowed")
  expect((await looker("GET", "/api/devices/1")).body.homeLink).toBeNull()
})
