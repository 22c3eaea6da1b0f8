import { type Call, type Phone, pcmu, type ReceivedRequest } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { type Border, border, nothing } from "../border.fixture.ts"

/** A call that rings: 168 at home calls 101 in the office. */
async function ringing(change: Parameters<typeof border>[0] = {}) {
  const it = await border(change)
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  const call = home.invites("101", { offer: pcmu })
  const invite = office.receives("INVITE")
  return { ...it, it, office, home, call, invite }
}

async function answered() {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  return { ...it, it, office, home, ...it.connect(home, office) }
}

type Ringing = { it: Border; office: Phone; home: Phone; call: Call; invite: ReceivedRequest }
type Answered = { it: Border; office: Phone; home: Phone; caller: Call; callee: Call; invite: ReceivedRequest }

describe("nothing is left of a call that ended while it rang", () => {
  const ends: [string, (ringing: Ringing) => void][] = [
    ["declined", ({ office, invite }) => void office.answers(invite, 486)],
    ["cancelled before any answer", ({ call }) => void call.cancels()],
    [
      "cancelled before any answer, by a phone whose callee never says a word",
      ({ call, office }) => {
        office.automatic.clear()
        call.cancels()
      },
    ],
    [
      "cancelled, and the called phone does not react to the CANCEL",
      ({ call, office, invite }) => {
        office.automatic.delete("CANCEL")
        office.answers(invite, 180)
        call.cancels()
      },
    ],
    [
      "cancelled, crossing the answer",
      ({ call, office, invite }) => {
        office.automatic.delete("CANCEL")
        office.answers(invite, 180)
        call.cancels()
        office.answers(invite, 200, { answer: pcmu })
      },
    ],
    [
      "answered with a description that cannot be carried",
      ({ office, invite }) => void office.answers(invite, 200, { answer: { ...pcmu, protocol: "RTP/SAVP" } }),
    ],
    ["answered without a description", ({ office, invite }) => void office.answers(invite, 200)],
    [
      "never answered",
      ({ it, office, invite }) => {
        office.answers(invite, 180)
        it.clock.advance(181_000)
      },
    ],
    ["called phone dead", ({ it }) => void it.clock.advance(40_000)],
    [
      "BYE of the caller while it rings",
      ({ call, office, invite }) => {
        office.answers(invite, 180)
        expect(call.hangsUp().response?.status).toBe(200)
        expect(call.response?.status).toBe(487)
        office.receives("CANCEL")
      },
    ],
    [
      "BYE of the called phone while it rings",
      ({ call, office, invite }) => {
        expect(office.answers(invite, 180).hangsUp().response?.status).toBe(200)
        expect(call.response?.status).toBe(480)
      },
    ],
    [
      "a flood of early dialogs",
      ({ it, office, invite, call }) => {
        for (let tag = 0; tag < 40; tag++)
          office.answers(invite, 180, { fields: { To: `<sip:101@192.168.1.10>;tag=flood-${tag}` } })
        expect(it.sbc.load().dialogs).toBeLessThanOrEqual(2 * 16)
        call.cancels()
      },
    ],
    [
      "shutdown",
      ({ it, office, invite, call }) => {
        office.answers(invite, 180)
        void it.sbc.stop(2_000)
        expect(call.response?.status).toBe(503)
        office.receives("CANCEL")
      },
    ],
  ]
  test.each(ends)("%s", async (_name, end) => {
    const scene = await ringing()
    end(scene)
    expect(scene.it.left()).toEqual(nothing)
    expect(scene.it.told("call.ended")).toHaveLength(1)
  })
})

describe("nothing is left of a call that ended after it was answered", () => {
  const ends: [string, (answered: Answered) => void][] = [
    ["the caller hung up", ({ caller }) => void caller.hangsUp()],
    ["the called phone hung up", ({ callee }) => void callee.hangsUp()],
    [
      "both at once",
      ({ it, caller, callee }) => {
        const [one, other] = it.net.together(() => [caller.hangsUp(), callee.hangsUp()])
        expect([one?.response?.status, other?.response?.status]).toEqual([200, 200])
      },
    ],
    [
      "the other phone answers our BYE never",
      ({ caller, office }) => {
        office.automatic.delete("BYE")
        caller.hangsUp()
      },
    ],
    [
      "BYE while its own re-INVITE is being thought about",
      ({ caller, office }) => {
        const moved = caller.offers({ ...pcmu, port: 4100 })
        const asked = office.receives("INVITE")
        office.answers(asked, 180)
        expect(caller.hangsUp().response?.status).toBe(200)
        expect(moved.response?.status).toBe(487)
        office.receives("CANCEL")
        office.receives("BYE")
      },
    ],
    [
      "BYE while the other's re-INVITE is being thought about",
      ({ caller, callee, home, office }) => {
        const moved = callee.offers({ ...pcmu, port: 4100 })
        home.receives("INVITE")
        caller.hangsUp()
        expect(moved.response?.status).toBe(487)
        office.receives("BYE")
      },
    ],
    [
      "BYE crossing the answer to a re-INVITE",
      ({ it, caller, office, home }) => {
        caller.offers({ ...pcmu, port: 4100 })
        const asked = office.receives("INVITE")
        office.automatic.delete("CANCEL")
        it.net.together(() => {
          caller.hangsUp()
          office.answers(asked, 200, { answer: pcmu })
        })
        office.receives("ACK")
        office.receives("BYE")
        expect(home.untaken("BYE")).toEqual([])
      },
    ],
    [
      "a re-INVITE that nobody ever decides",
      ({ it, caller, office }) => {
        caller.offers({ ...pcmu, port: 4100 })
        office.automatic.clear()
        office.answers(office.receives("INVITE"), 180)
        for (let half = 0; half < 10; half++) {
          it.clock.advance(30_000)
          for (const side of it.engine.sides) side.report({ silence: 100 })
        }
        expect(it.sbc.calls()).toEqual([])
      },
    ],
    [
      "UPDATE never answered",
      ({ it, caller, office }) => {
        office.automatic.clear()
        caller.updates({ ...pcmu, port: 4100 })
        it.clock.advance(33_000)
        expect(it.sbc.calls()).toEqual([])
      },
    ],
    [
      "INFO never answered, then hung up",
      ({ it, caller, office }) => {
        office.automatic.delete("INFO")
        caller.sends("INFO", { body: "Signal=1", fields: { "Content-Type": "application/dtmf-relay" } })
        it.clock.advance(33_000)
        expect(it.sbc.calls()).toHaveLength(1)
        caller.hangsUp()
      },
    ],
    [
      "INFO answered 481",
      ({ it, caller, office, home }) => {
        office.automatic.delete("INFO")
        caller.sends("INFO", { body: "Signal=1", fields: { "Content-Type": "application/dtmf-relay" } })
        office.answers(office.receives("INFO"), 481)
        home.receives("BYE")
        expect(it.sbc.calls()).toEqual([])
      },
    ],
    ["silence", ({ it }) => void it.clock.advance(70_000)],
    [
      "shutdown",
      ({ it, office, home }) => {
        void it.sbc.stop(2_000)
        it.net.settle()
        office.receives("BYE")
        home.receives("BYE")
      },
    ],
    [
      "shutdown while a re-INVITE is being thought about",
      ({ it, caller, office, home }) => {
        const moved = caller.offers({ ...pcmu, port: 4100 })
        office.receives("INVITE")
        void it.sbc.stop(2_000)
        it.net.settle()
        expect(moved.response?.status).toBe(487)
        office.receives("BYE")
        home.receives("BYE")
      },
    ],
  ]
  test.each(ends)("%s", async (_name, end) => {
    const scene = await answered()
    end(scene)
    expect(scene.it.left()).toEqual(nothing)
    expect(scene.it.told("call.ended")).toHaveLength(1)
  })
})

describe("the caller never acknowledges", () => {
  const unacknowledged = async (parts: Parameters<Phone["invites"]>[1], answer: Parameters<Phone["answers"]>[2]) => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    home.acknowledges = false
    const caller = home.invites("101", parts)
    const callee = office.answers(office.receives("INVITE"), 200, answer)
    it.net.settle()
    return { it, office, home, caller, callee }
  }

  test("and hangs up: his 200 is not repeated any more, and no BYE follows his own", async () => {
    const { it, home, office, caller } = await unacknowledged({ offer: pcmu }, { answer: pcmu })
    caller.hangsUp()
    const heard = caller.responses.length
    office.receives("BYE")
    expect(it.left()).toEqual(nothing)
    expect(caller.responses).toHaveLength(heard)
    expect(home.untaken("BYE")).toEqual([])
  })

  test("and the called phone hung up long ago: nothing is left", async () => {
    const { it, home, callee } = await unacknowledged({ offer: pcmu }, { answer: pcmu })
    callee.hangsUp()
    it.clock.advance(33_000)
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("a re-INVITE into a call that is over gets 481", async () => {
    const { it, caller, callee } = await unacknowledged({ offer: pcmu }, { answer: pcmu })
    callee.hangsUp()
    expect(caller.offers(pcmu).response?.status).toBe(481)
    it.clock.advance(33_000)
    expect(it.left()).toEqual(nothing)
  })

  test("the offer in the 200 of the called phone: that gets its ACK before the BYE", async () => {
    const { it, office } = await unacknowledged({}, { offer: pcmu })
    it.clock.advance(33_000)
    const order = office.received.map(({ method }) => method).filter((method) => method === "ACK" || method === "BYE")
    expect(order).toEqual(["ACK", "BYE"])
    expect(it.left()).toEqual(nothing)
  })

  test("shutdown gives up on it in time", async () => {
    const { it } = await unacknowledged({ offer: pcmu }, { answer: pcmu })
    const stopped = it.sbc.stop(2_000)
    it.clock.advance(2_100)
    await stopped
    expect(it.sbc.load()).toEqual({ calls: 0, dialogs: 0, transactions: { client: 0, server: 0 } })
  })
})

test("a stopped core has no timer left", async () => {
  const { it, caller } = await answered()
  caller.offers({ ...pcmu, port: 4100 })
  const stopped = it.sbc.stop(1_000)
  it.clock.advance(1_100)
  await stopped
  expect(it.clock.timers).toBe(0)
})

test("a refused call and a call without ports leave nothing", async () => {
  const it = await border()
  const [home] = [it.homePhone("168"), it.officePhone("101")]
  it.engine.exhaust()
  expect(home.invites("101", { offer: pcmu }).response?.status).toBe(503)
  it.engine.replenish()
  expect(home.invites("101", { offer: { ...pcmu, protocol: "RTP/SAVP" } }).response?.status).toBe(488)
  expect(home.invites("999", { offer: pcmu }).response?.status).toBe(404)
  expect(it.left()).toEqual(nothing)
})
