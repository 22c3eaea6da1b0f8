/**
 * 2. Home calls the office and the office calls home; each sends a tone of its own and must hear the other's; both hang up in
 * turn; afterwards no channel is taken.
 */
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import type { Phone } from "../lab/phones/phone.ts"
import { until } from "../lab/until.ts"
import { connect, hangUp, heardEachOther, type Make, type Office, openOffice } from "./office.ts"

interface Case {
  readonly figure: 2 | 3
  readonly rtpForwarded: boolean
  readonly desk: Make
  readonly homes: readonly (readonly [Make, "udp" | "tcp"])[]
}

const cases: readonly Case[] = [
  {
    figure: 2,
    rtpForwarded: false,
    desk: "baresip",
    homes: [
      ["twinkle", "udp"],
      ["linphone", "udp"],
      ["baresip", "udp"],
    ],
  },
  {
    figure: 2,
    rtpForwarded: true,
    desk: "linphone",
    homes: [
      ["linphone", "udp"],
      ["baresip", "tcp"],
    ],
  },
  { figure: 3, rtpForwarded: false, desk: "baresip", homes: [["twinkle", "udp"]] },
]

describe.each(cases)("Figure $figure, RTP forwarded: $rtpForwarded", ({ figure, rtpForwarded, desk, homes }) => {
  let office: Office
  let deskPhone: Phone
  beforeAll(async () => {
    office = await openOffice({ figure, homes: [{ nat: "cone" }], rtpForwarded })
    deskPhone = await office.registeredDeskPhone(desk)
  })
  afterAll(() => office?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await office.story())
  })

  describe.each(homes)("with %s over %s at home", (make, transport) => {
    let homePhone: Phone
    beforeAll(async () => {
      homePhone = await office.registeredHomePhone(make, 0, { transport })
    })
    afterAll(() => homePhone?.stop())

    test("home calls the office, and hangs up", async () => {
      await speak(homePhone, deskPhone, homePhone)
    })

    test("the office calls home, and home hangs up", async () => {
      await speak(deskPhone, homePhone, homePhone)
    })

    test("the office calls home, and the office hangs up", async () => {
      await speak(deskPhone, homePhone, deskPhone)
    })
  })

  async function speak(caller: Phone, callee: Phone, ends: Phone): Promise<void> {
    await connect(caller, callee)
    expect(await office.channelsUsed()).toBe(1)
    const [call] = await office.calls()
    expect(call).toMatchObject({
      state: "answered",
      caller: { callNumber: caller.number },
      callee: { callNumber: callee.number },
    })
    await pause(3_000)
    await hangUp(ends, ends === caller ? callee : caller)
    heardEachOther(caller, callee, 1.5)
    await until("the channel is free again", async () => (await office.channelsUsed()) === 0, 3_000)
    expect(await office.calls()).toEqual([])
  }
})
