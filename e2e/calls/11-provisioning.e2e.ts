/**
 * 11. Nothing is entered in the phone: at home, behind its router, it fetches its file over HTTPS by the link that the
 * administrator made, starts from it, registers through the outer port and calls a desk.
 */
import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import type { Host } from "../lab/host.ts"
import { OFFICE_NAME } from "../lab/internet.ts"
import { STAGING_PORT } from "../lab/lab.ts"
import { connect, HOME_NUMBERS, hangUp, heardEachOther, type Office, openOffice, PASSWORD } from "./office.ts"

let office: Office
beforeAll(async () => {
  office = await openOffice({ figure: 2, homes: [{ nat: "cone" }], phonesServed: true })
  await office.homeport.client.request(api.dyndns.replace, {
    body: { hostName: OFFICE_NAME, updatedBy: "office-router" },
  })
})
afterAll(() => office?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.log(await office.story())
})

/** The console's own certificate is shown, which nobody knows: curl does not check it. */
const fetchFrom = (host: Host, url: string) => {
  const { output } = host.exec(["curl", "-sk", "--max-time", "3", "-w", "\n%{http_code}", url])
  const end = output.lastIndexOf("\n")
  return { status: Number(output.slice(end + 1)), text: output.slice(0, end) }
}

test("baresip at home starts from the file that it fetched, registers and calls a desk", async () => {
  const { client } = office.homeport
  const { index } = await office.homeport.addStation({
    callNumber: HOME_NUMBERS[0],
    name: "Home 1",
    password: PASSWORD,
    internetRegistration: true,
    natTraversal: "homeport",
  })
  const { id } = await client.request(api.devices.create, { body: { station: index, model: "baresip" } })
  const { url, stagingUrl } = await client.request(api.devices.openLink, { params: { id }, body: { fetches: 1 } })
  const { phone: atHome } = office.home(0)
  expect(fetchFrom(atHome, `http://${office.lab.publicAddress()}:${STAGING_PORT}/`).status).toBe(0)
  expect(fetchFrom(office.lab.officePhone, `${stagingUrl}other`).status).toBe(404)

  const { status, text: served } = fetchFrom(atHome, url ?? "")
  expect([status, served]).toEqual([200, expect.stringContaining(PASSWORD)])
  const again = fetchFrom(atHome, url ?? "")
  expect(again.status).toBe(404)
  expect(again.text).not.toContain(PASSWORD)

  const phone = await office.registeredHomePhone("baresip", 0, { served })
  const desk = await office.registeredDeskPhone("linphone")
  expect(await office.registrations()).toContainEqual(
    expect.objectContaining({ callNumber: HOME_NUMBERS[0], network: "outer" }),
  )
  await connect(phone, desk)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  await hangUp(phone, desk)
  heardEachOther(phone, desk, 2)
})
