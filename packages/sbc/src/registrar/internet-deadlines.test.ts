import { expect, test } from "vitest"
import { atHome, border, station } from "../border.fixture.ts"

/** Less than a registration lasts. */
const aWhile = 1_200_000

async function scene() {
  const it = await border()
  const until = it.clock.wall() + aWhile
  await it.reconfigure({
    stations: [station("101"), atHome("168", { internetRegistrationUntil: until }), atHome("169")],
  })
  return { it, until }
}

test("when its time comes a station is no longer registered over the internet; its calls go on", async () => {
  const { it, until } = await scene()
  const [desk, home, other] = [it.officePhone("101"), it.homePhone("168"), it.homePhone("169")]
  const refresh = () => [desk, home, other].map((phone) => phone.registers().response?.status)
  it.clock.advance(until - it.clock.wall() - 1_000)
  const { caller } = it.connect(home, desk)
  expect(refresh()).toEqual([200, 200, 200])
  expect(it.told("internet-registration.over")).toEqual([])
  it.clock.advance(1_001)
  expect(it.told("internet-registration.over")).toEqual([
    { type: "internet-registration.over", callNumber: "168", until },
  ])
  expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101", "169"])
  expect(it.sbc.calls()).toHaveLength(1)
  expect(refresh()).toEqual([200, 403, 200])
  expect(it.told("registration.refused")).toMatchObject([{ refusal: { cause: "internet-registration-over" } }])
  expect(caller.hangsUp().response?.status).toBe(200)
})

test("it is told once, also where nobody was registered", async () => {
  const { it } = await scene()
  it.clock.advance(3 * aWhile)
  expect(it.told("internet-registration.over")).toHaveLength(1)
})

test("a date that is put off in time is not noticed", async () => {
  const { it, until } = await scene()
  const home = it.homePhone("168")
  it.clock.advance(aWhile / 2)
  await it.reconfigure({ stations: [atHome("168", { internetRegistrationUntil: until + aWhile })] })
  it.clock.advance(aWhile / 2 + 1_000)
  expect(it.told("internet-registration.over")).toEqual([])
  expect(home.registers().response?.status).toBe(200)
})

test("a date in the past bites at once, and after a restart", async () => {
  const { it } = await scene()
  it.homePhone("168")
  const past = it.clock.wall() - 1
  await it.reconfigure({ stations: [atHome("168", { internetRegistrationUntil: past })] })
  expect(it.sbc.registrations()).toEqual([])
  expect(it.told("internet-registration.over")).toMatchObject([{ callNumber: "168", until: past }])
  await it.reconfigure({ stations: [atHome("168", { internetRegistrationUntil: past })] })
  await it.restart()
  expect(it.told("internet-registration.over")).toHaveLength(1)
})

test("a date that came while we were down bites at the start, and is told", async () => {
  const { it, until } = await scene()
  it.homePhone("168")
  it.clock.advance(until - it.clock.wall() - 50)
  await it.restart()
  expect(it.clock.wall()).toBeGreaterThan(until)
  expect(it.sbc.registrations()).toEqual([])
  expect(it.told("internet-registration.over")).toEqual([
    { type: "internet-registration.over", callNumber: "168", until },
  ])
})

test("a User-Agent prefix ends the registrations of other phones, and keeps them out", async () => {
  const { it } = await scene()
  const [desk, home] = [it.officePhone("101", { userAgent: "Yealink SIP-T41P" }), it.homePhone("168")]
  await it.reconfigure({
    stations: [station("101", { userAgentPrefix: "yealink sip-t41" }), atHome("168", { userAgentPrefix: "Yealink" })],
  })
  expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101"])
  expect(desk.registers().response?.status).toBe(200)
  expect(home.registers().response?.status).toBe(403)
  expect(it.told("registration.refused")).toMatchObject([{ refusal: { cause: "user-agent", userAgent: "Testkit" } }])
})
