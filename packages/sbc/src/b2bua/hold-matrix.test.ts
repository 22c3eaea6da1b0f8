import { type Call, type Direction, type Phone, pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { type Border, border } from "../border.fixture.ts"

const all: readonly Direction[] = ["sendrecv", "sendonly", "recvonly", "inactive"]
const natural = { sendrecv: "sendrecv", sendonly: "recvonly", recvonly: "sendonly", inactive: "inactive" } as const
const hold = (direction: Direction) => ({ ...pcmu, direction })
/** With something new in it: a phone that says nothing new is answered by us. */
const anew = (direction: Direction, ptime: number) => ({ ...hold(direction), lines: [`a=ptime:${ptime}`] })
const shown = (call: Call) => call.remote?.media[0]?.direction

interface Held {
  readonly it: Border
  readonly office: Phone
  readonly home: Phone
  readonly desk: Call
  readonly outside: Call
}

/** An answered call, begun by either side. */
async function call(caller: "office" | "home"): Promise<Held> {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  const [from, to] = caller === "office" ? [office, home] : [home, office]
  const made = it.connect(from, to)
  const [desk, outside] = caller === "office" ? [made.caller, made.callee] : [made.callee, made.caller]
  return { it, office, home, desk, outside }
}

/** Who holds asks; the other answers as it would by itself. */
function asks(asking: Call, direction: Direction, other: Phone, answer?: Direction) {
  const asked = asking.offers(anew(direction, other.received.length * 10))
  const invite = other.receives("INVITE")
  const offered = invite.offer?.media[0]?.direction ?? "inactive"
  other.answers(invite, 200, { answer: hold(answer ?? natural[offered]) })
  expect(asked.response?.status).toBe(200)
  return offered
}

describe.each(["office", "home"] as const)("in a call that the %s began", (caller) => {
  test.each(all)(
    "the office asks for %s: home never sees sendonly or inactive, the office what it may get",
    async (asked) => {
      const { desk, home, office, it } = await call(caller)
      const offered = asks(desk, asked, home)
      expect(offered).toBe(asked === "recvonly" ? "recvonly" : "sendrecv")
      expect(shown(desk)).toBe(natural[asked])
      home.speaks(1)
      const hears = asked === "sendrecv" || asked === "recvonly"
      expect(office.heard.rtp).toBe(hears ? 1 : 0)
      expect(it.sbc.calls()[0]?.[caller === "office" ? "caller" : "callee"].onHold).toBe(!hears)

      asks(desk, "sendrecv", home)
      expect(shown(desk)).toBe("sendrecv")
      home.speaks(1)
      expect(office.heard.rtp).toBe(hears ? 2 : 1)
    },
  )

  test.each(all)(
    "home asks for %s: the office sees it, home gets its answer and goes on being able to send",
    async (asked) => {
      const { outside, home, office } = await call(caller)
      expect(asks(outside, asked, office)).toBe(asked)
      expect(shown(outside)).toBe(natural[asked])
      home.speaks(1)
      office.speaks(1)
      expect(home.heard.rtp).toBe(asked === "sendrecv" || asked === "recvonly" ? 1 : 0)
    },
  )

  test.each([
    ["sendrecv", "sendonly", "sendrecv"],
    ["sendrecv", "inactive", "sendrecv"],
    ["sendrecv", "recvonly", "recvonly"],
    ["sendonly", "inactive", "recvonly"],
    ["inactive", "inactive", "inactive"],
  ] as const)("home asks for %s, the office answers %s: home sees %s", async (asked, answered, seen) => {
    const { outside, office } = await call(caller)
    asks(outside, asked, office, answered)
    expect(shown(outside)).toBe(seen)
  })

  test("home moves its media while the office holds: the office hears nothing, and still holds", async () => {
    const { desk, outside, home, office, it } = await call(caller)
    asks(desk, "sendonly", home)
    const moved = outside.offers({ ...pcmu, port: 4000, lines: ["a=ptime:30"] })
    const asked = office.receives("INVITE")
    office.answers(asked, 200, { answer: hold("sendonly") })
    expect(moved.response?.status).toBe(200)
    expect(shown(outside)).toBe("sendrecv")
    home.speaks(2)
    expect(office.heard.rtp).toBe(0)
    expect(it.engine.sides.filter((side) => !side.delivering)).toHaveLength(1)
  })

  test("home repeats its offer while the office holds: answered here, as before", async () => {
    const { desk, outside, home, office } = await call(caller)
    asks(desk, "inactive", home)
    expect(outside.offers(pcmu).response?.status).toBe(200)
    expect(office.untaken("INVITE")).toEqual([])
    expect(shown(outside)).toBe("sendrecv")
    home.speaks(1)
    expect(office.heard.rtp).toBe(0)
  })

  test("the office repeats its hold: answered here, with what it may get", async () => {
    const { desk, home } = await call(caller)
    desk.offers(hold("sendonly"))
    home.answers(home.receives("INVITE"), 200, { answer: pcmu })
    expect(desk.offers(hold("sendonly")).response?.status).toBe(200)
    expect(home.untaken("INVITE")).toEqual([])
    expect(shown(desk)).toBe("recvonly")
  })

  test("a hold that is refused changes nothing", async () => {
    const { desk, home, office } = await call(caller)
    const asked = desk.offers(hold("sendonly"))
    home.answers(home.receives("INVITE"), 488)
    expect(asked.response?.status).toBe(488)
    home.speaks(1)
    expect(office.heard.rtp).toBe(1)
  })

  test.each(["0.0.0.0", "session level"] as const)("an old hold (%s) and its end", async (how) => {
    const { desk, home, office } = await call(caller)
    const old =
      how === "0.0.0.0"
        ? { ...pcmu, address: "0.0.0.0" }
        : [
            "v=0",
            `o=phone 1001 99 IN IP4 ${office.address.host}`,
            "s=-",
            `c=IN IP4 ${office.address.host}`,
            "t=0 0",
            "a=sendonly",
            "m=audio 4000 RTP/AVP 0 101",
            "",
          ].join("\r\n")
    const asked = desk.offers(old)
    const invite = home.receives("INVITE")
    expect(invite.offer?.media[0]?.direction).toBe("sendrecv")
    home.answers(invite, 200, { answer: pcmu })
    expect(asked.response?.status).toBe(200)
    expect(shown(desk)).toBe("recvonly")
    home.speaks(1)
    expect(office.heard.rtp).toBe(0)
    asks(desk, "sendrecv", home)
    home.speaks(1)
    expect(office.heard.rtp).toBe(1)
  })

  test("an offerless re-INVITE of home's while the office holds: home sees an open call", async () => {
    const { desk, outside, home, office } = await call(caller)
    asks(desk, "sendonly", home)
    outside.offers(undefined, { answer: pcmu })
    office.answers(office.receives("INVITE"), 200, { offer: hold("sendonly") })
    expect(shown(outside)).toBe("sendrecv")
    expect(office.untaken("ACK").at(-1)?.offer?.media[0]?.direction).toBe("recvonly")
    home.speaks(1)
    expect(office.heard.rtp).toBe(0)
  })
})

test("one home holds another: neither router is told to forget", async () => {
  const it = await border()
  const [one, other] = [it.homePhone("168"), it.homePhone("169")]
  const { caller } = it.connect(one, other)
  expect(asks(caller, "inactive", other)).toBe("sendrecv")
  expect(shown(caller)).toBe("inactive")
})

test("after a long hold the silence of 60 s counts from the resume", async () => {
  const { it, desk, home } = await call("office")
  asks(desk, "sendonly", home)
  it.clock.advance(20 * 60_000 - 5_000)
  asks(desk, "sendrecv", home)
  it.clock.advance(50_000)
  expect(it.sbc.calls()).toHaveLength(1)
  it.clock.advance(15_000)
  expect(it.sbc.calls()).toEqual([])
})

test("a phone at home that answers on hold is not expected to be heard", async () => {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  office.invites("168", { offer: pcmu })
  home.answers(home.receives("INVITE"), 200, { answer: hold("inactive") })
  it.clock.advance(10_000)
  expect(it.told("media.missing")).toEqual([])
})
