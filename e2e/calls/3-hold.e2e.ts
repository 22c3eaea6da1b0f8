/** 3. The office phone holds and resumes; the home phone never sees sendonly, and hears again afterwards. */
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { lastSeconds, secondsOfTone } from "../lab/audio/tone.ts"
import { capture, rtpPackets, sipMessages } from "../lab/capture.ts"
import { HOME_PHONE_ADDRESS } from "../lab/lab.ts"
import { until } from "../lab/until.ts"
import { connect, hangUp, type Make, type Office, openOffice } from "./office.ts"

describe.each<Make>(["baresip", "linphone"])("a %s in the office", (desk) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ figure: 2, homes: [{ nat: "cone" }] })
  })
  afterAll(() => office?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await office.story())
  })

  test("holds and resumes: home is never told to stop sending, and hears again", async () => {
    const deskPhone = await office.registeredDeskPhone(desk)
    const homePhone = await office.registeredHomePhone("twinkle")
    const atHome = await capture(office.home(0).phone, "eth0")
    await connect(deskPhone, homePhone)
    await pause(1_500)

    await deskPhone.hold()
    await until("the call is shown on hold", async () => (await office.calls())[0]?.caller.onHold, 5_000)
    const heldAt = Date.now()
    await pause(3_000)
    const resumedAt = Date.now()
    await deskPhone.resume()
    await until("the call goes on", async () => (await office.calls())[0]?.caller.onHold === false, 5_000)
    await pause(3_000)
    await hangUp(deskPhone, homePhone)

    const packets = await atHome.stop()
    const fromUs = sipMessages(packets).filter(({ packet }) => packet.to === HOME_PHONE_ADDRESS)
    expect(fromUs.some(({ body }) => body.startsWith("v=0"))).toBe(true)
    expect(fromUs.filter(({ body }) => /a=(sendonly|inactive|recvonly)|c=IN IP4 0\.0\.0\.0/.test(body))).toEqual([])

    const sentWhileHeld = rtpPackets(packets).filter(
      ({ from, at }) => from.startsWith("192.168.178.") && at > heldAt + 500 && at < resumedAt,
    )
    expect(sentWhileHeld.length, "home keeps its router open by sending on").toBeGreaterThan(75)
    expect(secondsOfTone(lastSeconds(homePhone.receivedAudio(), 1.5), deskPhone.tone)).toBeGreaterThan(1)
    expect(secondsOfTone(lastSeconds(deskPhone.receivedAudio(), 1.5), homePhone.tone)).toBeGreaterThan(1)
  })
})
