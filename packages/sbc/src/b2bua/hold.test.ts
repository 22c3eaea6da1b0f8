import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border } from "../border.fixture.ts"

/**
 * The guide, 2.5: a home router forgets a phone that is told not to send, so a hold never shows there.
 *
 *   office 101            us            home 168
 *     │── sendonly ──▶│── sendrecv ──▶│
 *     │ ◀── recvonly ─│ ◀── sendrecv ─│
 */
describe("an office phone holds a phone at home", () => {
  test.each([
    ["sendonly", "recvonly"],
    ["inactive", "inactive"],
  ] as const)(
    "with %s: home sees sendrecv, the office gets %s, and hears nothing meanwhile",
    async (asked, answered) => {
      const { officePhone, homePhone, connect, engine, net } = await border()
      const [office, home] = [officePhone("101"), homePhone("168")]
      const { caller } = connect(office, home)
      const held = caller.offers({ ...pcmu, direction: asked })
      const reinvite = home.receives("INVITE")
      expect(reinvite.offer?.media[0]?.direction).toBe("sendrecv")
      home.answers(reinvite, 200, { answer: pcmu })
      net.settle()
      expect(held.response?.status).toBe(200)
      expect(caller.remote?.media[0]?.direction).toBe(answered)

      home.speaks(2)
      expect(office.heard.rtp).toBe(0)
      expect(engine.sides.map((side) => side.delivering).sort()).toEqual([false, true])

      const resumed = caller.offers(pcmu)
      const again = home.receives("INVITE")
      expect(again.offer?.media[0]?.direction).toBe("sendrecv")
      home.answers(again, 200, { answer: pcmu })
      net.settle()
      expect(resumed.response?.status).toBe(200)
      expect(caller.remote?.media[0]?.direction).toBe("sendrecv")
      home.speaks(2)
      expect(office.heard.rtp).toBe(2)
    },
  )

  test("the old way, with the address 0.0.0.0", async () => {
    const { officePhone, homePhone, connect, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(office, home)
    caller.offers({ ...pcmu, address: "0.0.0.0" })
    const reinvite = home.receives("INVITE")
    expect(reinvite.offer?.media[0]?.direction).toBe("sendrecv")
    home.answers(reinvite, 200, { answer: pcmu })
    net.settle()
    expect(caller.remote?.media[0]?.direction).toBe("recvonly")
  })

  test("a home phone that answers sendonly to an office phone's call is shown as it is", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = office.invites("168", { offer: pcmu })
    home.answers(home.receives("INVITE"), 200, { answer: { ...pcmu, direction: "sendonly" } })
    net.settle()
    expect(call.remote?.media[0]?.direction).toBe("sendonly")
  })
})

test("between two office phones a hold passes as it is", async () => {
  const { officePhone, connect, net } = await border()
  const [one, other] = [officePhone("101"), officePhone("102")]
  const { caller } = connect(one, other)
  caller.offers({ ...pcmu, direction: "sendonly" })
  const reinvite = other.receives("INVITE")
  expect(reinvite.offer?.media[0]?.direction).toBe("sendonly")
  other.answers(reinvite, 200, { answer: { ...pcmu, direction: "recvonly" } })
  net.settle()
  expect(caller.remote?.media[0]?.direction).toBe("recvonly")
})

test("an office phone that is on hold answers a home phone's re-INVITE: home still sees sendrecv", async () => {
  const { officePhone, homePhone, connect, net } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  const { caller } = connect(home, office)
  caller.offers({ ...pcmu, port: 4100 })
  office.answers(office.receives("INVITE"), 200, { answer: { ...pcmu, direction: "inactive" } })
  net.settle()
  expect(caller.remote?.media[0]?.direction).toBe("sendrecv")
})
