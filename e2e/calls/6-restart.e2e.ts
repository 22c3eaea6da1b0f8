/** 6. Homeport is killed in mid-call and started again: settings and bindings are there, and a call works at once. */
import { setTimeout as pause } from "node:timers/promises"
import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
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

test("killed in mid-call and started again: stations, settings and bindings are there, and calls work at once", async () => {
  const deskPhone = await office.registeredDeskPhone("baresip")
  const homePhone = await office.registeredHomePhone("twinkle")
  const { client } = office.homeport
  const stored = async () => ({
    stations: (await client.request(api.sipClients.list)).items.map(({ registrations: _, ...station }) => station),
    stun: await client.request(api.stun.read),
    ports: await client.request(api.portManagement.read),
    registrations: (await client.request(api.registrations.list)).items.map(
      ({ callNumber, contact, network, source, expiresAt }) => ({ callNumber, contact, network, source, expiresAt }),
    ),
  })
  await connect(deskPhone, homePhone)
  await pause(1_000)
  const before = await stored()
  expect(before.registrations).toHaveLength(2)

  await office.homeport.kill()
  await office.homeport.restart()
  await client.signIn(office.homeport.administrator.name, office.homeport.administrator.password)
  const startedAt = Date.now()
  expect(await stored()).toEqual(before)
  expect(await office.calls()).toEqual([])

  // The phones still believe in the call that is gone.
  await deskPhone.hangUp()
  await homePhone.hangUp()
  await until("both phones are free", () => deskPhone.state === "idle" && homePhone.state === "idle", 10_000)

  for (const [caller, callee] of [
    [deskPhone, homePhone],
    [homePhone, deskPhone],
  ] as const) {
    await connect(caller, callee)
    await pause(3_000)
    await hangUp(caller, callee)
    heardEachOther(caller, callee, 1.5)
  }
  const registered = office
    .wire()
    .filter(({ packet, startLine }) => packet.at > startedAt && startLine.startsWith("REGISTER"))
  expect(registered, "no phone had to register anew").toEqual([])
})
