import { pcmu } from "@homeport/testkit"
import { expect, test } from "vitest"
import { border, homeport, publicAddress } from "./border.fixture.ts"

/**
 *   home 168              us            office 101
 *     │── INVITE ───▶ │── INVITE ───▶ │
 *     │ ◀── 180 ──────│ ◀── 180 ──────│
 *     │ ◀── 200 ──────│ ◀── 200 ──────│
 *     │── ACK ──────▶ │── ACK ──────▶ │
 *     │── BYE ──────▶ │── BYE ──────▶ │
 */
test("home calls office: each side sees only us, one channel is taken and comes back", async () => {
  const { sbc, homePhone, officePhone, net, clock, told } = await border()
  const office = officePhone("101")
  const home = homePhone("168")
  expect(sbc.registrations().map(({ callNumber, network }) => [callNumber, network])).toEqual([
    ["101", "inner"],
    ["168", "outer"],
  ])

  const call = home.invites("101", { offer: pcmu })
  const invite = office.receives("INVITE")
  expect(invite.offer?.media[0]).toMatchObject({ address: homeport, direction: "sendrecv" })
  expect(invite.from.uri).toBe(`sip:168@${homeport}`)
  expect(invite.from.displayName).toBe("Station 168")
  expect(invite.callId).not.toBe(call.callId)
  expect(net.ladder()).not.toContain("broken")

  office.answers(invite, 180)
  net.settle()
  expect(call.response?.status).toBe(180)
  office.answers(invite, 200, { answer: pcmu })
  net.settle()
  expect(call.response?.status).toBe(200)
  expect(call.remote?.media[0]?.address).toBe(publicAddress)
  office.receives("ACK")
  expect(sbc.channels()).toMatchObject({ used: 1, total: 60 })
  expect(sbc.calls()).toMatchObject([
    { state: "answered", caller: { callNumber: "168" }, callee: { callNumber: "101" } },
  ])

  home.speaks(3)
  office.speaks(3)
  expect(office.heard.rtp).toBe(3)
  expect(home.heard.rtp).toBe(3)

  expect(call.hangsUp().response?.status).toBe(200)
  office.receives("BYE")
  net.settle()
  expect(sbc.calls()).toEqual([])
  expect(sbc.channels().used).toBe(0)
  expect(told("call.ended")).toMatchObject([{ reason: "caller-hung-up", status: undefined, at: clock.wall() }])
  const [{ call: ended } = { call: undefined }] = told("call.ended")
  expect(told("call.measured")).toEqual([
    {
      type: "call.measured",
      callId: ended?.id,
      caller: expect.objectContaining({ received: { packets: 3, bytes: 516, lost: 0, jitter: 0 } }),
      callee: expect.objectContaining({ sent: { packets: 3, bytes: 516 } }),
    },
  ])
})
