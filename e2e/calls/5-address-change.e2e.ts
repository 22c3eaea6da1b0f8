/** 5. The office router's public address changes: the STUN monitor notices within 20 s, and the next call carries the new one. */
import { setTimeout as pause } from "node:timers/promises"
import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { capture, sipMessages } from "../lab/capture.ts"
import { HOME_PHONE_ADDRESS } from "../lab/lab.ts"
import { until } from "../lab/until.ts"
import { connect, hangUp, heardEachOther, type Office, openOffice } from "./office.ts"

let office: Office
beforeAll(async () => {
  office = await openOffice({ figure: 2, homes: [{ nat: "cone" }] })
})
afterAll(() => office?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.log(await office.story())
})

const mapped = async () => (await office.homeport.client.request(api.live.stun)).mapped?.host

test("the new public address is noticed within 20 s, and the next call carries it", async () => {
  const deskPhone = await office.registeredDeskPhone("baresip")
  const before = office.lab.publicAddress()
  await office.registeredHomePhone("twinkle")
  await until("the first address is known", async () => (await mapped()) === before, 20_000)

  const after = await office.lab.changePublicAddress()
  const changedAt = Date.now()
  await until("the monitor knows the new address", async () => (await mapped()) === after, 25_000)
  expect(Date.now() - changedAt).toBeLessThan(20_000)
  expect((await office.events("stun.changed")).length).toBeGreaterThan(0)

  // The phone finds the office under its name again, as after its next registration.
  await office.stopHomePhones()
  const homePhone = await office.registeredHomePhone("twinkle")
  const atHome = await capture(office.home(0).phone, "eth0")
  await connect(deskPhone, homePhone)
  await pause(3_000)
  await hangUp(deskPhone, homePhone)
  heardEachOther(deskPhone, homePhone, 1.5)

  const invite = sipMessages(await atHome.stop()).find(
    ({ packet, startLine }) => packet.to === HOME_PHONE_ADDRESS && startLine.startsWith("INVITE"),
  )
  expect(invite?.header("Contact")).toContain(`@${after}:5070`)
  expect(invite?.header("Via")).toContain(after)
  expect(invite?.body).toContain(`c=IN IP4 ${after}`)
  expect(invite?.text).not.toContain(before)
})
