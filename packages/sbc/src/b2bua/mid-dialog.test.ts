import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border } from "../border.fixture.ts"

describe("INFO", () => {
  test("passes with its body, and its answer comes back", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    const info = caller.sends("INFO", {
      body: "Signal=5\r\nDuration=160\r\n",
      fields: { "Content-Type": "application/dtmf-relay" },
    })
    net.settle()
    const passed = office.receives("INFO")
    expect(Buffer.from(passed.body).toString()).toBe("Signal=5\r\nDuration=160\r\n")
    expect(passed.fields.find(({ name }) => name === "Content-Type")?.value).toBe("application/dtmf-relay")
    expect(info.response?.status).toBe(200)
  })
})

describe("re-INVITE", () => {
  test("that changes nothing is answered here", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    const before = caller.remote?.origin
    expect(caller.offers(pcmu).response?.status).toBe(200)
    net.settle()
    expect(caller.remote?.origin).toBe(before)
    expect(office.untaken("INVITE")).toEqual([])
  })

  test("to another port passes, and media follows only when it is accepted", async () => {
    const { officePhone, homePhone, connect, engine, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    const ports = () => engine.sides.map((side) => side.remote?.rtp?.port).sort()
    const refused = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 488)
    net.settle()
    expect(refused.response?.status).toBe(488)
    expect(ports()).toEqual([4000, 4000])

    const moved = caller.offers({ ...pcmu, port: 4200 })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    net.settle()
    expect(moved.response?.status).toBe(200)
    expect(ports()).toEqual([4000, 4200])
  })

  test("without offer: the other phone's comes in the 200, the answer in the ACK", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    const asked = caller.offers(undefined, { answer: { ...pcmu, port: 4300 } })
    office.answers(office.receives("INVITE"), 200, { offer: { ...pcmu, port: 4400 } })
    net.settle()
    expect(asked.response?.status).toBe(200)
    expect(office.receives("ACK").offer?.media[0]?.address).toBe("192.168.1.10")
  })

  test("crossing one of ours: 491 to the one who asked last", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller, callee } = connect(home, office)
    caller.offers({ ...pcmu, port: 4100 })
    const passed = office.receives("INVITE")
    expect(callee.offers({ ...pcmu, port: 4500 }).response?.status).toBe(491)
    office.answers(passed, 200, { answer: pcmu })
    net.settle()
    const again = callee.offers({ ...pcmu, port: 4500 })
    home.answers(home.receives("INVITE"), 200, { answer: pcmu })
    net.settle()
    expect(again.response?.status).toBe(200)
  })

  test("answered 481: that phone has left the call, which ends for the other", async () => {
    const { officePhone, homePhone, connect, net, sbc } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 481)
    net.settle()
    home.receives("BYE")
    expect(sbc.calls()).toEqual([])
  })

  test("cancelled while the other phone thinks about it", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    const asked = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 180)
    net.settle()
    caller.cancels()
    net.settle()
    office.receives("CANCEL")
    expect(asked.response?.status).toBe(487)
  })
})

describe("UPDATE", () => {
  test("with an offer passes as UPDATE where the other phone allows it", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    const asked = caller.updates({ ...pcmu, port: 4100 })
    office.answers(office.receives("UPDATE"), 200, { answer: pcmu })
    net.settle()
    expect(asked.response?.status).toBe(200)
  })

  test("as re-INVITE where it does not", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    const invite = office.receives("INVITE")
    office.answers(invite, 200, { answer: pcmu, fields: { Allow: "INVITE, ACK, BYE, CANCEL" } })
    net.settle()
    const asked = call.updates({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    net.settle()
    expect(asked.response?.status).toBe(200)
  })

  test("without an offer is a refresh, answered here", async () => {
    const { officePhone, homePhone, connect } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    expect(caller.updates().response?.status).toBe(200)
    expect(office.untaken("UPDATE")).toEqual([])
  })
})

describe("what is not offered", () => {
  test.each([
    ["REFER", 603],
    ["NOTIFY", 481],
    ["SUBSCRIBE", 489],
    ["MESSAGE", 405],
    ["OPTIONS", 200],
  ])("%s in a call: %i", async (method, status) => {
    const { officePhone, homePhone, connect } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(home, office)
    expect(caller.sends(method).response?.status).toBe(status)
  })
})

test("a request with the dialog's tags from another address does not reach the call", async () => {
  const { officePhone, homePhone, connect, sbc } = await border()
  const [office, home, stranger] = [officePhone("101"), homePhone("168"), homePhone("169")]
  const { caller } = connect(home, office)
  const to = caller.response?.fields.find(({ name }) => name === "To")?.value ?? ""
  const from = caller.invite?.request.fields.find(({ name }) => name === "From")?.value ?? ""
  const bye = stranger.sends("BYE", "101", { fields: { To: to, From: from, "Call-ID": caller.callId, CSeq: "99 BYE" } })
  expect(bye.response?.status).toBe(481)
  expect(sbc.calls()).toHaveLength(1)
})
