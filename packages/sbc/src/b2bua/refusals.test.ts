import { type PhoneTransaction, pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, station } from "../border.fixture.ts"

const warningOf = (transaction: { response: PhoneTransaction["response"] }) =>
  transaction.response?.fields.find(({ name }) => name === "Warning")?.value

describe("an INVITE that cannot become a call", () => {
  test.each([
    ["tel:+4930123456", 416, "unsupported-uri"],
    ["999", 404, "unknown-number"],
    ["102", 480, "not-registered"],
  ])("to %s: %i, told as %s", async (target, status, why) => {
    const { homePhone, told, sbc } = await border()
    const home = homePhone("168")
    expect(home.invites(target, { offer: pcmu }).response?.status).toBe(status)
    expect(told("call.refused")).toMatchObject([{ from: "168", status, why }])
    expect(sbc.channels().used).toBe(0)
  })

  test("too many hops: 483", async () => {
    const { homePhone, officePhone } = await border()
    officePhone("101")
    const call = homePhone("168").invites("101", { offer: pcmu, fields: { "Max-Forwards": "0" } })
    expect(call.response?.status).toBe(483)
  })

  test("an extension that we do not know is required: 420 names it", async () => {
    const { homePhone, officePhone } = await border()
    officePhone("101")
    const call = homePhone("168").invites("101", { offer: pcmu, fields: { Require: "precondition" } })
    expect(call.response?.status).toBe(420)
    expect(call.response?.fields.find(({ name }) => name === "Unsupported")?.value).toBe("precondition")
  })

  test("Replaces: 481", async () => {
    const { homePhone, officePhone } = await border()
    officePhone("101")
    const call = homePhone("168").invites("101", { offer: pcmu, fields: { Replaces: "x;to-tag=1;from-tag=2" } })
    expect(call.response?.status).toBe(481)
  })

  test("a contact that is an address of our own would loop: 482", async () => {
    const { homePhone, office } = await border()
    const desk = office("101")
    desk.registers({ contact: "<sip:101@192.168.1.10:5060>" })
    expect(homePhone("168").invites("101", { offer: pcmu }).response?.status).toBe(482)
  })

  test("too short a session interval: 422 with Min-SE", async () => {
    const { homePhone, officePhone } = await border()
    officePhone("101")
    const call = homePhone("168").invites("101", {
      offer: pcmu,
      fields: { "Session-Expires": "30", Supported: "timer" },
    })
    expect(call.response?.status).toBe(422)
    expect(call.response?.fields.find(({ name }) => name === "Min-SE")?.value).toBe("90")
  })
})

describe("media that cannot be carried", () => {
  test("a private address from a phone that is to do STUN itself: 488 says what was seen", async () => {
    const { homePhone, officePhone, told } = await border()
    officePhone("101")
    const call = homePhone("168").invites("101", { offer: { ...pcmu, address: "192.168.178.20" } })
    expect(call.response?.status).toBe(488)
    expect(warningOf(call)).toContain("192.168.178.20")
    expect(told("call.refused")).toMatchObject([{ why: "media-address-not-source" }])
  })

  test("the same in the answer: the called phone gets ACK and BYE, the caller 488", async () => {
    const { homePhone, officePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = office.invites("168", { offer: pcmu })
    home.answers(home.receives("INVITE"), 200, { answer: { ...pcmu, address: "192.168.178.20" } })
    net.settle()
    home.receives("ACK")
    home.receives("BYE")
    expect(call.response?.status).toBe(488)
  })

  test("By Homeport it does not matter: media is awaited from the signalling address", async () => {
    const { home, officePhone, engine, net } = await border({
      stations: [station("101"), atHome("168", { natTraversal: "homeport" })],
    })
    const office = officePhone("101")
    const phone = home("168")
    phone.registers()
    const call = phone.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    net.settle()
    expect(call.response?.status).toBe(200)
    const outer = engine.sides.find((side) => side.remote?.latching === "learned")
    expect(outer?.remote).toMatchObject({
      source: "203.0.113.7",
      outward: true,
      rtp: { host: "203.0.113.7", port: 4000 },
    })
  })

  test.each([
    ["video alone", "m=video 5000 RTP/AVP 31"],
    ["encrypted audio alone", "m=audio 5000 RTP/SAVP 0"],
    ["a closed stream", "m=audio 0 RTP/AVP 0"],
  ])("%s: 488", async (_name, line) => {
    const { officePhone } = await border()
    const [one, other] = [officePhone("101"), officePhone("102")]
    const offer = `v=0\r\no=- 1 1 IN IP4 192.168.1.21\r\ns=-\r\nc=IN IP4 192.168.1.21\r\nt=0 0\r\n${line}\r\n`
    expect(one.invites("102", { offer }).response?.status).toBe(488)
    expect(other.untaken("INVITE")).toEqual([])
  })

  test("audio and video: only the audio is offered onward, the video comes back refused in its place", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = office.invites("168", { offer: { ...pcmu, more: ["m=video 5000 RTP/AVP 31"] } })
    const invite = home.receives("INVITE")
    expect(invite.offer?.media.map(({ kind }) => kind)).toEqual(["audio"])
    home.answers(invite, 200, { answer: pcmu })
    net.settle()
    expect(call.remote?.media.map(({ kind, port }) => [kind, port > 0])).toEqual([
      ["audio", true],
      ["video", false],
    ])
  })

  test("a body that is no session description: 415", async () => {
    const { officePhone } = await border()
    const one = officePhone("101")
    officePhone("102")
    const call = one.invites("102", { body: "<xml/>", fields: { "Content-Type": "application/xml" } })
    expect(call.response?.status).toBe(415)
  })
})

describe("what a call needs and cannot get", () => {
  test("an RTP proxy channel: 503 without Retry-After, with a Warning, and an event", async () => {
    const { officePhone, homePhone, connect, sbc, told } = await border({ channels: 60 })
    const [office, home] = [officePhone("101"), homePhone("168")]
    officePhone("102")
    connect(home, office)
    for (let taken = 1; taken < 60; taken++) home.invites("102", { offer: pcmu })
    expect(sbc.channels().used).toBe(60)
    const call = home.invites("102", { offer: pcmu })
    expect(call.response?.status).toBe(503)
    expect(call.response?.fields.some(({ name }) => name === "Retry-After")).toBe(false)
    expect(warningOf(call)).toContain("RTP proxy channels")
    expect(told("channels.exhausted")).toMatchObject([{ total: 60, from: "168", to: "102" }])
  })

  test("a pair of ports: 503", async () => {
    const { officePhone, homePhone, engine, told, net } = await border()
    const home = homePhone("168")
    officePhone("101")
    engine.exhaust()
    const call = home.invites("101", { offer: pcmu })
    net.settle()
    expect(call.response?.status).toBe(503)
    expect(told("call.refused")).toMatchObject([{ why: "no-ports" }])
  })

  test("our public address: 503 while STUN never answered", async () => {
    const { officePhone, home, clock, net } = await border({
      stations: [station("101"), atHome("168", { natTraversal: "homeport" })],
      stun: {
        mode: "automatic",
        server: { host: "nowhere.example", port: 3478 },
        staticAddress: undefined,
        staticPort: undefined,
      },
    })
    officePhone("101")
    const phone = home("168")
    phone.registers()
    const call = phone.invites("101", { offer: pcmu })
    net.settle()
    clock.advance(2_000)
    expect(call.response?.status).toBe(503)
    expect(warningOf(call)).toContain("STUN")
  })
})

describe("requests that are no call", () => {
  test.each([
    ["SUBSCRIBE", 489],
    ["PUBLISH", 405],
    ["MESSAGE", 405],
    ["NOTIFY", 481],
    ["BYE", 481],
    ["OPTIONS", 200],
    ["REFER", 405],
  ])("%s outside a dialog: %i", async (method, status) => {
    const { homePhone } = await border()
    expect(homePhone("168").sends(method, "101").response?.status).toBe(status)
  })

  test("a request in a dialog that does not exist: 481", async () => {
    const { homePhone } = await border()
    const asked = homePhone("168").sends("INFO", "101", { fields: { To: "<sip:101@198.51.100.20>;tag=none" } })
    expect(asked.response?.status).toBe(481)
  })
})

describe("a refusal says what would do", () => {
  const fieldOf = (transaction: PhoneTransaction, name: string) =>
    transaction.response?.fields.find((field) => field.name === name)?.value

  test("405 has Allow, 415 has Accept, 420 names what is not supported", async () => {
    const { officePhone, connect } = await border()
    const [one, other] = [officePhone("101"), officePhone("102")]
    const { caller } = connect(one, other)
    expect(fieldOf(caller.sends("MESSAGE"), "Allow")).toContain("INVITE")
    expect(fieldOf(caller.sends("OPTIONS"), "Accept")).toBe("application/sdp")
    const odd = { body: "<xml/>", fields: { "Content-Type": "application/xml" } }
    const update = caller.sends("UPDATE", odd)
    expect([update.response?.status, fieldOf(update, "Accept")]).toEqual([415, "application/sdp"])
    const call = one.invites("102", odd)
    expect(call.response?.status).toBe(415)
    expect(call.response?.fields.find(({ name }) => name === "Accept")?.value).toBe("application/sdp")
    const options = one.sends("OPTIONS", "102", { fields: { Require: "x" } })
    expect([options.response?.status, fieldOf(options, "Unsupported")]).toEqual([420, "x"])
  })
})
