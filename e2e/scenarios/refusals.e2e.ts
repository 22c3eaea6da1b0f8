/** Each refusal code, asked for with a message that earns it. SIPp fails when any other answer comes. */

import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { until } from "../lab/until.ts"
import {
  AT_HOME,
  CALLEE,
  CALLER,
  FIXED,
  NEVER_REGISTERED,
  OFFICE_ONLY,
  OPEN,
  OUTSIDE,
  openStage,
  PASSWORD,
  type Stage,
} from "./stage.ts"

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())

interface Registration {
  readonly why: string
  readonly number: string
  readonly contact?: string
  readonly password?: string
  readonly expires?: number
  readonly status: number
  readonly pattern: string
  /** The event that the console shows. */
  readonly event?: string
}

const good = `${OUTSIDE}:5060`
const registrations: readonly Registration[] = [
  { why: "nobody has this number", number: "999", status: 401, pattern: "WWW-Authenticate", event: "unknown-user" },
  {
    why: "wrong password",
    number: AT_HOME,
    password: "Wrong-7_mQ2",
    status: 401,
    pattern: "WWW-Authenticate",
    event: "wrong-password",
  },
  {
    why: "internet registration is off",
    number: OFFICE_ONLY,
    status: 403,
    pattern: "Warning:",
    event: "internet-registration-off",
  },
  { why: "authentication is off", number: OPEN, status: 403, pattern: "Warning:", event: "authentication-off" },
  {
    why: "another address than the fixed one",
    number: FIXED,
    status: 403,
    pattern: "Warning:",
    event: "fixed-ip-address",
  },
  {
    why: "a private Contact",
    number: AT_HOME,
    contact: "192.168.178.20:5060",
    status: 403,
    pattern: "Warning:.*STUN",
    event: "no-stun",
  },
  {
    why: "another port in the Contact",
    number: AT_HOME,
    contact: `${OUTSIDE}:5066`,
    status: 403,
    pattern: "Warning:",
    event: "symmetric-nat",
  },
  {
    why: "another public address in the Contact",
    number: AT_HOME,
    contact: "203.0.113.77:5060",
    status: 403,
    pattern: "Warning:",
    event: "sip-alg",
  },
  {
    why: "a host name in the Contact",
    number: AT_HOME,
    contact: "phone.example:5060",
    status: 403,
    pattern: "Warning:",
    event: "contact-host-name",
  },
  { why: "a registration for 30 s", number: AT_HOME, expires: 30, status: 423, pattern: "Min-Expires: *60" },
]

describe("REGISTER on the outer port is refused", () => {
  test.each(registrations)(
    "$status: $why",
    async ({ number, contact = good, password = PASSWORD, expires = 300, status, pattern, event }) => {
      const values = { number, userId: `SIP-${number}`, contact, password, expires, status, pattern }
      await stage.outside("register", values).done
      const { items } = await stage.homeport.client.request(api.registrations.list)
      expect(items.filter(({ network }) => network === "outer")).toEqual([])
      if (!event) return
      const logged = await stage.homeport.client.request(api.events.list, {
        query: { code: `registration.refused.${event}`, limit: 10 },
      })
      expect(logged.items[0]?.params.user).toBe(number)
    },
  )

  test("and accepted when everything is right, then removed again", async () => {
    const values = { number: AT_HOME, userId: `SIP-${AT_HOME}`, contact: good, password: PASSWORD, status: 200 }
    await stage.outside("register", { ...values, expires: 300, pattern: `Contact:.*${OUTSIDE}` }).done
    await stage.outside("register", { ...values, expires: 0, pattern: "CSeq" }).done
    const { items } = await stage.homeport.client.request(api.registrations.list)
    expect(items.filter(({ network }) => network === "outer")).toEqual([])
  })
})

const audio = (protocol: string): string =>
  ["v=0", "o=sipp 1 1 IN IP4 [local_ip]", "s=-", "c=IN IP4 [local_ip]", "t=0 0", `m=audio 6000 ${protocol} 8`].join(
    "\r\n",
  )
const video = audio("RTP/AVP").replace("m=audio", "m=video")

const atHome = { number: AT_HOME, caller: AT_HOME, userId: `SIP-${AT_HOME}`, password: PASSWORD }

/** An INVITE against which nothing stands, but for what the test changes. */
const invitation = {
  uri: "sip:101@office",
  header: "User-Agent: sipp",
  maxForwards: 70,
  sdp: audio("RTP/AVP"),
  contentType: "application/sdp",
  pattern: "SIP/2.0",
}

interface Refused {
  readonly why: string
  readonly status: number
  readonly uri?: string
  readonly header?: string
  readonly maxForwards?: number
  readonly sdp?: string
  readonly contentType?: string
  readonly pattern?: string
}

const invitations: readonly Refused[] = [
  { why: "nobody has this number", status: 404, uri: "sip:999@office" },
  { why: "the station is not registered", status: 480, uri: `sip:${NEVER_REGISTERED}@office` },
  { why: "a tel: URI", status: 416, uri: "tel:101" },
  { why: "no hop is left", status: 483, maxForwards: 0 },
  {
    why: "an extension is required that nobody knows",
    status: 420,
    header: "Require: nonsense",
    pattern: "Unsupported: *nonsense",
  },
  { why: "only video is offered", status: 488, sdp: video },
  { why: "only encrypted audio is offered", status: 488, sdp: audio("RTP/SAVP") },
  {
    why: "the body is no session description",
    status: 415,
    contentType: "text/plain",
    sdp: "hello",
    pattern: "Accept: *application/sdp",
  },
  { why: "a call is to be replaced that does not exist", status: 481, header: "Replaces: abc;to-tag=1;from-tag=2" },
]

describe("a call in the office is refused", () => {
  test.each(invitations)("$status: $why", async ({ status, why: _, ...asked }) => {
    // A phone that could be called, so that nothing but the reason stands against it.
    await stage.callee("refuse", { values: { status: 486 } })
    await stage.caller("invite-refused", { values: { ...invitation, ...asked, status } }).done
  })

  test.each([486, 603, 480, 500, 606])("%i: so answers the called phone", async (status) => {
    const callee = await stage.callee("refuse", { values: { status } })
    const values = { ...invitation, status }
    await Promise.all([stage.caller("invite-refused", { values }).done, callee.done])
  })

  test("401: the password is wrong", async () => {
    const values = { ...invitation, password: "Wrong-7_mQ2", status: 401, pattern: "WWW-Authenticate" }
    await stage.caller("invite-refused", { values }).done
  })
})

test("403: a call on the outer port from a station that is not registered there", async () => {
  await stage.outside("invite-refused", { ...invitation, ...atHome, uri: "sip:100@office", status: 403 }).done
})

test("503: all 60 RTP proxy channels are taken; when the calls end they are free again", async () => {
  const { client } = stage.homeport
  const used = async () => (await client.request(api.live.channels)).used
  await stage.outside("register", { ...atHome, contact: good, expires: 300, status: 200, pattern: "Contact:" }).done

  const callee = await stage.callee("answer", { calls: 60, seconds: 50 })
  const talking = stage.outside("call", { ...atHome, callee: CALLEE, talk: 12_000 }, { calls: 60, seconds: 50 })
  await until("all channels are taken", async () => (await used()) === 60, 20_000)
  const onceMore = { ...invitation, ...atHome, status: 503, pattern: "Warning:.*RTP proxy channels" }
  await stage.outside("invite-refused", onceMore, { port: 5066 }).done
  await Promise.all([talking.done, callee.done])
  await until("the channels are free", async () => (await used()) === 0, 5_000)
  const { items } = await client.request(api.events.list, { query: { code: "channels.exhausted", limit: 10 } })
  expect(items).toHaveLength(1)
  await stage.outside("register", { ...atHome, contact: good, expires: 0, status: 200, pattern: "CSeq" }).done
}, 90_000)

const others = [
  { method: "MESSAGE", status: 405, header: "User-Agent: sipp" },
  { method: "PUBLISH", status: 405, header: "Event: presence" },
  { method: "SUBSCRIBE", status: 489, header: "Event: presence" },
  { method: "NOTIFY", status: 481, header: "Event: presence" },
  { method: "BYE", status: 481, header: "User-Agent: sipp", toTag: ";tag=none" },
  { method: "OPTIONS", status: 420, header: "Require: nonsense" },
] as const

test.each(others)("$status: $method outside a call", async ({ method, status, header, ...more }) => {
  await stage.caller("request-refused", { values: { method, status, header, toTag: "", caller: CALLER, ...more } }).done
})

test("481: CANCEL of nothing", async () => {
  await stage.caller("cancel-nothing").done
})

test("603: REFER in a call, which goes on", async () => {
  const callee = await stage.callee("answer")
  await Promise.all([stage.caller("refer").done, callee.done])
})
