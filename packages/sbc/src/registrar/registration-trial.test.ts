import type { Phone } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, type Border, border, homeport, publicAddress, secure, station } from "../border.fixture.ts"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { RegistrationAttempt } from "./registration-trial.ts"

const now = Date.UTC(2026, 0, 1)
const own = atHome("168")
const elsewhere = { host: "198.51.100.99", port: 5060 }
const privately = { host: "192.168.178.20", port: 5060 }

interface Case {
  readonly is: string
  readonly of: StationConfig
  readonly from?: "home" | "office"
  /** What the phone writes; its source where nothing is said. */
  readonly contact?: (source: Address) => Address
  readonly attempt?: Partial<RegistrationAttempt>
  readonly change?: Partial<SbcConfig>
  readonly prepare?: (it: Border) => void
  readonly comesTo: string
}
interface Address {
  readonly host: string
  readonly port: number
}

const cases: readonly Case[] = [
  { is: "a station that may", of: own, comesTo: "admitted" },
  { is: "nobody", of: station("101"), attempt: { user: "168" }, comesTo: "unknown-user" },
  { is: "the flag is off", of: station("168"), comesTo: "internet-registration-off" },
  {
    is: "the time is over",
    of: atHome("168", { internetRegistrationUntil: now - 1 }),
    comesTo: "internet-registration-over",
  },
  { is: "the last moment", of: atHome("168", { internetRegistrationUntil: now }), comesTo: "admitted" },
  { is: "authentication is off", of: atHome("168", { authenticationActive: false }), comesTo: "authentication-off" },
  {
    is: "authentication is off, and there is no password",
    of: atHome("168", { authenticationActive: false, ha1: undefined }),
    comesTo: "authentication-off",
  },
  { is: "there is no password", of: atHome("168", { ha1: undefined }), comesTo: "wrong-password" },
  {
    is: "another fixed IP address",
    of: atHome("168", { fixedIpAddress: "203.0.113.99" }),
    comesTo: "fixed-ip-address",
  },
  { is: "its fixed IP address", of: atHome("168", { fixedIpAddress: "203.0.113.7" }), comesTo: "admitted" },
  { is: "another kind of phone", of: atHome("168", { userAgentPrefix: "Yealink" }), comesTo: "user-agent" },
  { is: "the right kind of phone", of: atHome("168", { userAgentPrefix: "TESTk" }), comesTo: "admitted" },
  {
    is: "another kind of phone in the office",
    of: station("168", { userAgentPrefix: "Testkit 2" }),
    from: "office",
    comesTo: "user-agent",
  },
  {
    is: "in the office, whatever the date",
    of: station("168", { internetRegistrationUntil: 1 }),
    from: "office",
    comesTo: "admitted",
  },
  {
    is: "in the office without authentication",
    of: station("168", { authenticationActive: false }),
    from: "office",
    comesTo: "admitted",
  },
  { is: "no STUN", of: own, contact: () => privately, comesTo: "no-stun" },
  {
    is: "no STUN, By Homeport",
    of: atHome("168", { natTraversal: "homeport" }),
    contact: () => privately,
    comesTo: "admitted",
  },
  { is: "a symmetric NAT", of: own, contact: ({ host, port }) => ({ host, port: port + 1 }), comesTo: "symmetric-nat" },
  { is: "an ALG", of: own, contact: () => elsewhere, comesTo: "sip-alg" },
  { is: "a host name", of: own, contact: () => ({ host: "phone.example", port: 5060 }), comesTo: "contact-host-name" },
  {
    is: "ten phones are there already",
    of: own,
    prepare: (it) => {
      for (let count = 0; count < 10; count++) it.homePhone("168")
    },
    comesTo: "too-many-contacts",
  },
]

describe("a trial comes to what the registration comes to, and leaves no trace", () => {
  test.each(cases)("$is: $comesTo", async (tried) => {
    const { of, from = "home", comesTo } = tried
    const it = await border({ stations: [of], ...tried.change })
    tried.prepare?.(it)
    const phone = from === "home" ? it.home("168") : it.office("168")
    const source = from === "home" ? seenAt(it, phone) : phone.address
    const contact = tried.contact?.(source)
    if (contact !== undefined) phone.announced = { ...phone.announced, contact }
    const before = JSON.stringify([it.events, it.sbc.registrations(), it.sbc.load()])

    const trial = it.sbc.tryRegistration({
      source,
      transport: "UDP",
      port: from === "home" ? 5070 : 5060,
      user: "168",
      userAgent: "Testkit",
      contact,
      ...tried.attempt,
    })
    expect(trial.outcome === "refused" ? trial.cause : trial.outcome).toBe(comesTo)
    expect(JSON.stringify([it.events, it.sbc.registrations(), it.sbc.load()])).toBe(before)

    const { response } = phone.registers()
    const refusal = it.told("registration.refused").at(-1)?.refusal
    expect(response?.status === 200 ? "admitted" : refusal?.cause).toBe(comesTo)
    if (trial.outcome === "refused") expect([trial.status, trial.network]).toEqual([response?.status, refusal?.network])
    else expect(trial).toMatchObject({ network: it.sbc.registrations()[0]?.network })
  })

  /** Where Homeport sees the phone: it asks a server on the internet, through the same router. */
  function seenAt(it: Border, phone: Phone): Address {
    phone.asksStun(it.stun.address)
    return phone.announced.contact
  }
})

const attempt: RegistrationAttempt = {
  source: { host: "203.0.113.7", port: 5060 },
  transport: "UDP",
  port: 5070,
  user: "168",
  userAgent: "",
  contact: undefined,
}

test("a port that is not open takes nobody", async () => {
  const { sbc } = await border()
  expect(sbc.tryRegistration({ ...attempt, port: 5071 })).toEqual({ outcome: "not-open" })
  expect(sbc.tryRegistration({ ...attempt, port: 5071, transport: "TLS" })).toEqual({ outcome: "not-open" })
})

test("over TLS it comes to the TLS port", async () => {
  const { sbc } = await border(secure)
  expect(sbc.tryRegistration({ ...attempt, port: 5071, transport: "TLS" })).toMatchObject({ outcome: "admitted" })
})

test("where one port serves both sides the source decides", async () => {
  const ports = { inner: 5060, outer: 5060, innerTls: 5062, outerTls: 5062, rtp: { from: 29_100, to: 30_530 } }
  const { sbc } = await border({ ports, stations: [station("168")] })
  expect(sbc.tryRegistration({ ...attempt, port: 5060 })).toMatchObject({ network: "outer", outcome: "refused" })
  const desk = { host: "192.168.1.21", port: 5060 }
  expect(sbc.tryRegistration({ ...attempt, port: 5060, source: desk })).toMatchObject({
    network: "inner",
    outcome: "admitted",
    challenged: true,
  })
})

test("a phone in the office that comes through the router is seen as such", async () => {
  const { sbc } = await border()
  const source = { host: "192.168.1.1", port: 6000 }
  const contact = { host: publicAddress, port: 6000 }
  expect(sbc.tryRegistration({ ...attempt, source, contact })).toMatchObject({ outcome: "admitted", network: "outer" })
  expect(sbc.tryRegistration({ ...attempt, source, contact: { host: "203.0.113.7", port: 1 } })).toMatchObject({
    cause: "router-rewrites-source",
  })
})

test("a phone that comes again takes its own place", async () => {
  const it = await border()
  const home = it.homePhone("168")
  const source = home.announced.contact
  expect(it.sbc.tryRegistration({ ...attempt, source })).toMatchObject({ outcome: "admitted", replaced: 0 })
  expect(it.sbc.tryRegistration({ ...attempt, source, contact: { ...source, port: 4 } }).outcome).toBe("refused")
})

test("whatever is typed for a user is a user", async () => {
  const { sbc } = await border()
  for (const user of ["", "a b", "168@home", "168;x=1", "\r\nTo: <sip:1@a>", "ü%00", "\u{1f4de}"])
    expect(sbc.tryRegistration({ ...attempt, user })).toMatchObject({ outcome: "refused", cause: "unknown-user" })
  expect(sbc.tryRegistration({ ...attempt, source: { host: homeport, port: 5070 } })).toBeDefined()
})
