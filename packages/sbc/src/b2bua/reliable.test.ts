import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border } from "../border.fixture.ts"

/** RFC 3262, terminated on each leg. */
describe("reliable provisional responses", () => {
  test("the called phone's are acknowledged by us, whatever the caller can", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), 183, { answer: pcmu, reliable: true })
    net.settle()
    office.receives("PRACK")
    expect(call.response?.status).toBe(183)
    expect(call.response?.fields.some(({ name }) => name === "RSeq")).toBe(false)
  })

  test("a caller that supports them gets early media reliably, repeated until PRACK, and the 200 only afterwards", async () => {
    const { officePhone, homePhone, net, clock } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
    const invite = office.receives("INVITE")
    office.answers(invite, 183, { answer: pcmu })
    net.settle()
    expect(call.response?.fields.some(({ name }) => name === "RSeq")).toBe(true)
    clock.advance(1_600)
    expect(call.responses.filter(({ status }) => status === 183)).toHaveLength(3)
    office.answers(invite, 200, { answer: pcmu })
    net.settle()
    expect(call.response?.status).toBe(183)
    expect(call.pracks().response?.status).toBe(200)
    net.settle()
    expect(call.response?.status).toBe(200)
  })

  test("a caller that requires them gets 180 that way, too; a PRACK for nothing is 481", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu, fields: { Require: "100rel" } })
    office.answers(office.receives("INVITE"), 180)
    net.settle()
    expect(call.response?.fields.some(({ name }) => name === "RSeq")).toBe(true)
    expect(call.pracks().response?.status).toBe(200)
    expect(call.pracks().response?.status).toBe(481)
  })

  test("never confirmed: the INVITE fails after 32 s", async () => {
    const { officePhone, homePhone, net, clock } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu, fields: { Require: "100rel" } })
    office.answers(office.receives("INVITE"), 180)
    net.settle()
    clock.advance(33_000)
    expect(call.response?.status).toBe(504)
    office.receives("CANCEL")
  })

  test("without an offer of the caller's, the called phone's reliable offer is answered by PRACK through both legs", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { fields: { Supported: "100rel" } })
    const invite = office.receives("INVITE")
    office.answers(invite, 183, { offer: pcmu, reliable: true })
    net.settle()
    expect(call.remote?.media[0]?.address).toBe("198.51.100.20")
    expect(office.untaken("PRACK")).toEqual([])
    expect(call.pracks({ answer: pcmu }).response?.status).toBe(200)
    net.settle()
    expect(office.receives("PRACK").offer?.media[0]?.address).toBe("192.168.1.10")
    office.answers(invite, 200)
    net.settle()
    expect(call.response?.status).toBe(200)
    home.speaks(1)
    expect(office.heard.rtp).toBe(1)
  })
})
