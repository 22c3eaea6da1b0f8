import { pcmu } from "@homeport/testkit"
import { expect, test } from "vitest"
import { border } from "../border.fixture.ts"

const received = (packets: number, lost: number, jitter: number) => ({ packets, bytes: packets * 172, lost, jitter })

test("a call's last figures are told after its end, those of the winner where several phones rang", async () => {
  const it = await border()
  const [desk, other] = [it.officePhone("101"), it.officePhone("101", { port: 5062 })]
  const home = it.homePhone("168")
  const call = home.invites("101", { offer: pcmu })
  desk.answers(desk.receives("INVITE"), 180)
  other.answers(other.receives("INVITE"), 200, { answer: pcmu })
  it.net.settle()
  // In the order in which they were opened: the caller's first, the winner's last.
  it.engine.sides[0]?.report({ received: received(980, 20, 4) })
  it.engine.sides.at(-1)?.report({ received: received(1000, 0, 1) })
  call.hangsUp()
  it.net.settle()
  expect(it.told("call.ended")).toMatchObject([{ reason: "caller-hung-up", status: undefined, why: undefined }])
  expect(it.told("call.measured")).toMatchObject([
    { caller: { received: received(980, 20, 4) }, callee: { received: received(1000, 0, 1) } },
  ])
})

test("a phone that is busy is told with its status, and where it is", async () => {
  const it = await border()
  const [desk, home] = [it.officePhone("101"), it.homePhone("168")]
  desk.invites("168", { offer: pcmu })
  home.answers(home.receives("INVITE"), 486)
  it.net.settle()
  expect(it.told("call.ended")).toMatchObject([
    {
      reason: "refused",
      status: 486,
      why: undefined,
      call: { callee: { callNumber: "168", network: "outer", address: "203.0.113.7" } },
    },
  ])
})

test("where nobody had a port for media nothing is measured, and the reason is told", async () => {
  const it = await border()
  it.officePhone("101")
  const home = it.homePhone("168")
  it.engine.exhaust()
  home.invites("101", { offer: pcmu })
  it.net.settle()
  expect(it.told("call.ended")).toMatchObject([{ reason: "failed", status: 503, why: "no-ports" }])
  expect(it.told("call.measured")).toEqual([])
})
