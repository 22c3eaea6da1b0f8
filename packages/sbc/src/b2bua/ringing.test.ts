import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border, twoDesks } from "../border.fixture.ts"

describe("what the called phone answers reaches the caller", () => {
  test.each([404, 406, 480, 484, 486, 488, 500, 600, 603])("%i", async (status) => {
    const { officePhone, homePhone, sbc, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), status)
    net.settle()
    expect(call.response?.status).toBe(status)
    office.receives("ACK")
    expect(sbc.channels().used).toBe(0)
    expect(sbc.calls()).toEqual([])
  })

  test.each([
    [401, 480],
    [407, 480],
    [503, 500],
  ])("%i says nothing to the caller, who hears %i", async (status, heard) => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), status)
    net.settle()
    expect(call.response?.status).toBe(heard)
  })
})

describe("CANCEL", () => {
  test("while it rings: the called phone is cancelled, the caller hears 487", async () => {
    const { officePhone, homePhone, sbc, net, told } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), 180)
    net.settle()
    expect(call.cancels().response?.status).toBe(200)
    expect(call.response?.status).toBe(487)
    office.receives("CANCEL")
    expect(sbc.channels().used).toBe(0)
    expect(told("call.ended")).toMatchObject([{ reason: "cancelled" }])
  })

  test("before the called phone said anything: it is cancelled as soon as it does", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    const invite = office.receives("INVITE")
    call.cancels()
    expect(office.untaken("CANCEL")).toEqual([])
    office.answers(invite, 180)
    net.settle()
    office.receives("CANCEL")
  })

  test("crossing the 200: the called phone gets ACK and BYE", async () => {
    const { officePhone, homePhone, net, sbc } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    office.automatic.delete("CANCEL")
    const call = home.invites("101", { offer: pcmu })
    const invite = office.receives("INVITE")
    office.answers(invite, 180)
    net.settle()
    call.cancels()
    office.answers(invite, 200, { answer: pcmu })
    net.settle()
    expect(call.response?.status).toBe(487)
    office.receives("ACK")
    office.receives("BYE")
    expect(sbc.calls()).toEqual([])
  })
})

describe("several contacts ring in parallel", () => {
  /** Home calls, and both have the INVITE. */
  const ringBoth = async () => {
    const { it, one: desk, other: second, home } = await twoDesks()
    const call = home.invites("101", { offer: pcmu })
    const { engine, net, sbc } = it
    return { desk, second, home, call, one: desk.receives("INVITE"), two: second.receives("INVITE"), engine, net, sbc }
  }

  test("each with its own offer and ports; the first answer wins, the other is cancelled with a reason and gives its ports back", async () => {
    const { desk, second, home, call, one, two, engine, net, sbc } = await ringBoth()
    expect(one.offer?.media[0]?.port).not.toBe(two.offer?.media[0]?.port)
    expect(one.callId).not.toBe(two.callId)
    desk.answers(one, 180)
    second.answers(two, 180)
    net.settle()
    expect(new Set(call.responses.map((response) => response.to.tag)).size).toBeGreaterThanOrEqual(2)

    second.answers(two, 200, { answer: pcmu })
    net.settle()
    expect(call.response?.status).toBe(200)
    expect(desk.receives("CANCEL").fields.find(({ name }) => name === "Reason")?.value).toContain("cause=200")
    expect(engine.sides).toHaveLength(2)
    expect(sbc.calls()).toHaveLength(1)
    home.speaks(1)
    expect(second.heard.rtp).toBe(1)
    expect(desk.heard.rtp).toBe(0)
  })

  test("two answer at once: the later one gets ACK and BYE", async () => {
    const { desk, second, call, one, two, net } = await ringBoth()
    desk.automatic.delete("CANCEL")
    second.answers(two, 200, { answer: pcmu })
    desk.answers(one, 200, { answer: pcmu })
    net.settle()
    expect(call.responses.filter(({ status }) => status === 200)).toHaveLength(1)
    desk.receives("ACK")
    desk.receives("BYE")
    expect(second.untaken("BYE")).toEqual([])
  })

  test("the caller hears the failure that says most when all decline", async () => {
    const { desk, second, call, one, two, net } = await ringBoth()
    desk.answers(one, 500)
    second.answers(two, 486)
    net.settle()
    expect(call.response?.status).toBe(486)
  })

  test("603 speaks for the person: the others stop ringing", async () => {
    const { desk, second, call, one, two, net } = await ringBoth()
    second.answers(two, 180)
    desk.answers(one, 603)
    net.settle()
    expect(call.response?.status).toBe(603)
    second.receives("CANCEL")
  })
})

test("302 to a number of ours is followed, to anywhere else it is 480", async () => {
  const { officePhone, homePhone, net } = await border()
  const [one, other, home] = [officePhone("101"), officePhone("102"), homePhone("168")]
  const call = home.invites("101", { offer: pcmu })
  one.answers(one.receives("INVITE"), 302, { fields: { Contact: "<sip:102@192.168.1.10>" } })
  net.settle()
  other.answers(other.receives("INVITE"), 302, { fields: { Contact: "<sip:999@example.com>" } })
  net.settle()
  expect(call.response?.status).toBe(480)
})

test("an unanswered call ends after three minutes", async () => {
  const { officePhone, homePhone, clock, net, told, sbc } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  const call = home.invites("101", { offer: pcmu })
  office.answers(office.receives("INVITE"), 180)
  net.settle()
  clock.advance(179_000)
  expect(call.response?.status).toBe(180)
  clock.advance(2_000)
  expect(call.response?.status).toBe(408)
  office.receives("CANCEL")
  expect(told("call.ended")).toMatchObject([{ reason: "no-answer" }])
  expect(sbc.channels().used).toBe(0)
})

test("early media reaches the caller before the answer", async () => {
  const { officePhone, homePhone, net } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  const call = home.invites("101", { offer: pcmu })
  office.answers(office.receives("INVITE"), 183, { answer: pcmu })
  net.settle()
  expect(call.response?.status).toBe(183)
  expect(call.remote?.media[0]?.address).toBe("198.51.100.20")
  home.speaks(1)
  office.speaks(2)
  expect(home.heard.rtp).toBe(2)
})

test("an INVITE without offer: the offer comes in the 200, the answer in the ACK", async () => {
  const { officePhone, homePhone, net } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  const call = home.invites("101", { answer: pcmu })
  const invite = office.receives("INVITE")
  expect(invite.body).toHaveLength(0)
  office.answers(invite, 200, { offer: pcmu })
  net.settle()
  expect(call.remote?.media[0]?.address).toBe("198.51.100.20")
  const ack = office.receives("ACK")
  expect(ack.offer?.media[0]?.address).toBe("192.168.1.10")
  home.speaks(1)
  office.speaks(1)
  expect([home.heard.rtp, office.heard.rtp]).toEqual([1, 1])
})

test("a 200 that the caller never acknowledges is repeated, and then the call ends with BYE on both sides", async () => {
  const { officePhone, homePhone, clock, net, sbc } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  home.acknowledges = false
  const call = home.invites("101", { offer: pcmu })
  office.answers(office.receives("INVITE"), 200, { answer: pcmu })
  net.settle()
  clock.advance(33_000)
  expect(call.responses.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
  home.receives("BYE")
  office.receives("BYE")
  expect(sbc.calls()).toEqual([])
})

test("the called phone hangs up before the caller acknowledged: BYE waits for the ACK", async () => {
  const { officePhone, homePhone, net } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  home.acknowledges = false
  const call = home.invites("101", { offer: pcmu })
  const answered = office.answers(office.receives("INVITE"), 200, { answer: pcmu })
  net.settle()
  answered.hangsUp()
  expect(home.untaken("BYE")).toEqual([])
  call.acknowledges()
  net.settle()
  home.receives("BYE")
})

test("a repeated 200 of the called phone gets its ACK again", async () => {
  const { officePhone, homePhone, connect, net } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  const { invite } = connect(home, office)
  office.repeats(invite)
  net.settle()
  office.receives("ACK")
})
