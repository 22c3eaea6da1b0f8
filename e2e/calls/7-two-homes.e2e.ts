/**
 * 7. Two phones at two homes call each other, with and without the RTP range forwarded, on two channels; a call that rings for
 * 45 s before it is answered has speech at once.
 */
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { until } from "../lab/until.ts"
import { connect, hangUp, heardEachOther, type Make, type Office, openOffice } from "./office.ts"

interface Case {
  readonly rtpForwarded: boolean
  readonly pairs: readonly (readonly [Make, Make])[]
}

const cases: readonly Case[] = [
  {
    rtpForwarded: false,
    pairs: [
      ["twinkle", "twinkle"],
      ["twinkle", "linphone"],
      ["baresip", "linphone"],
    ],
  },
  {
    rtpForwarded: true,
    pairs: [
      ["twinkle", "twinkle"],
      ["linphone", "baresip"],
    ],
  },
]

describe.each(cases)("two homes, RTP forwarded: $rtpForwarded", ({ rtpForwarded, pairs }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ figure: 2, homes: [{ nat: "cone" }, { nat: "cone" }], rtpForwarded })
  })
  afterAll(() => office?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await office.story())
    await office.stopPhones()
  })

  test.each(pairs)("%s and %s hear each other, on two channels", async (first, second) => {
    const caller = await office.registeredHomePhone(first, 0)
    const callee = await office.registeredHomePhone(second, 1)
    await connect(caller, callee)
    expect(await office.channelsUsed()).toBe(2)
    await pause(3_000)
    await hangUp(callee, caller)
    heardEachOther(caller, callee, 1.5)
    await until("both channels are free again", async () => (await office.channelsUsed()) === 0, 3_000)
  })

  if (!rtpForwarded)
    test("a call that rings for 45 s has speech at once", { timeout: 90_000 }, async () => {
      const deskPhone = await office.registeredDeskPhone("baresip")
      const homePhone = await office.registeredHomePhone("twinkle", 0)
      await connect(deskPhone, homePhone, 45_000)
      await pause(3_000)
      await hangUp(deskPhone, homePhone)
      heardEachOther(deskPhone, homePhone, 1.5)
    })
})
