/**
 * 11. Nothing is entered in a phone but its link: at home, behind its router, each fetches its file over HTTPS from the office's public
 * name, starts from it, registers through the outer port and calls. baresip loads no file by itself: somebody lays it in its folder.
 * linphone is given the link as its remote provisioning and fetches by itself.
 */
import { setTimeout as pause } from "node:timers/promises"
import { api, type OpenedLink } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { capture } from "../lab/capture.ts"
import type { Host } from "../lab/host.ts"
import { OFFICE_NAME, STUN_ADDRESSES, STUN_PORT } from "../lab/internet.ts"
import { PHONES_PORT, STAGING_PORT } from "../lab/lab.ts"
import { addForward } from "../lab/network.ts"
import type { Phone } from "../lab/phones/phone.ts"
import { exportCa, makeCertificates } from "../lab/tls.ts"
import { connect, HOME_NUMBERS, hangUp, heardEachOther, type Office, openOffice, PASSWORD } from "./office.ts"

let office: Office
/** Our CA, at each home. */
let authorities: string[]
beforeAll(async () => {
  office = await openOffice({ figure: 2, homes: [{ nat: "cone" }, { nat: "cone" }], phonesServed: true })
  const { client } = office.homeport
  await client.request(api.dyndns.replace, { body: { hostName: OFFICE_NAME, updatedBy: "office-router" } })
  const { authority } = await makeCertificates(office.lab, office.homeport)
  authorities = await Promise.all(office.lab.homes.map(({ phone }) => exportCa(office.homeport, authority, phone)))
})
afterAll(() => office?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.log(await office.story())
})

/** A station for a home, its device, and a link that opens three times. */
async function openedLink(home: 0 | 1, model: string): Promise<OpenedLink & { readonly url: string }> {
  const { client } = office.homeport
  const { index } = await office.homeport.addStation({
    callNumber: HOME_NUMBERS[home],
    name: `Home ${home + 1}`,
    password: PASSWORD,
    internetRegistration: true,
    natTraversal: "homeport",
  })
  const { id } = await client.request(api.devices.create, { body: { station: index, model } })
  const link = await client.request(api.devices.openLink, { params: { id }, body: { fetches: 3 } })
  if (link.url === null) throw new Error(`${model} gets no link`)
  return { ...link, url: link.url }
}

/** With curl; status 0: nobody answered, or not with a certificate of our CA. */
function fetchFrom(host: Host, url: string, options: readonly string[] = []) {
  const { output } = host.exec(["curl", "-s", "--max-time", "2", "-w", "\n%{http_code}", ...options, url])
  const end = output.lastIndexOf("\n")
  return { status: Number(output.slice(end + 1)), text: output.slice(0, end) }
}

/** The line of the phones' listener among what the office router forwards. */
async function phonesLine() {
  const { items } = await office.homeport.client.request(api.forwarding.read)
  return items.find(({ name }) => name === "PHONES_EXT")
}

async function registered(callNumber: string) {
  return (await office.registrations()).find((one) => one.callNumber === callNumber)
}

let atHome: Phone[]

test("baresip starts from the file that was fetched at home, and registers through the outer port", async () => {
  const { publicAddress, phone: host } = office.home(0)
  const trusting = ["--cacert", authorities[0] ?? ""]
  const { url, stagingUrl } = await openedLink(0, "baresip")
  // Who asks in the office does not prove that the router forwards.
  expect(
    fetchFrom(office.lab.officePhone, `https://${office.lab.addresses.outer}:${PHONES_PORT}/`, ["-k"]).status,
  ).toBe(404)
  expect(await phonesLine()).toMatchObject({ from: PHONES_PORT, open: true, proven: null })

  const yealink = ["--user-agent", "Yealink SIP-T41P 36.83.0.35 00:15:65:aa:bb:cc"]
  expect(fetchFrom(host, url, [...trusting, ...yealink]).status).toBe(404)
  const { status, text: served } = fetchFrom(host, url, trusting)
  expect([status, served]).toEqual([200, expect.stringContaining(`auth_pass="${PASSWORD}"`)])
  expect(served).toContain(`stunserver="stun:${STUN_ADDRESSES[0]}:${STUN_PORT}"`)
  expect(await phonesLine()).toMatchObject({ proven: { from: publicAddress, how: "fetch" } })
  const later = fetchFrom(host, url, trusting)
  expect(later.status).toBe(200)
  expect(later.text).not.toContain(PASSWORD)
  // Staging is for the office alone, also behind a router that forwards its port by mistake: nothing is served, and no fetch is spent.
  const stagingFromHome = stagingUrl?.replace(office.lab.addresses.inner, OFFICE_NAME) ?? ""
  expect(fetchFrom(host, stagingFromHome).status, "nothing is forwarded").toBe(0)
  const { officeRouter, addresses } = office.lab
  addForward(officeRouter, { protocol: "tcp", ports: String(STAGING_PORT), to: addresses.inner })
  const refused = fetchFrom(host, stagingFromHome)
  expect(refused.status, "forwarded").toBe(404)
  expect(refused.text).not.toContain(PASSWORD)
  expect(fetchFrom(office.lab.officePhone, stagingUrl ?? "")).toEqual(later)
  expect(fetchFrom(host, url, trusting).status, "the link is used up").toBe(404)

  atHome = [await office.registeredHomePhone("baresip", 0, { served })]
  expect(await registered(HOME_NUMBERS[0])).toMatchObject({ network: "outer", source: { host: publicAddress } })
})

test("linphone fetches by its link, and registers through the outer port", async () => {
  const { id, url: served } = await openedLink(1, "linphone-desktop")
  const linphone = await office.registeredHomePhone("linphone", 1, { served, caFile: authorities[1] ?? "" })
  atHome.push(linphone)
  const { publicAddress } = office.home(1)
  expect(await registered(HOME_NUMBERS[1])).toMatchObject({ network: "outer", source: { host: publicAddress } })
  const { items } = await office.homeport.client.request(api.devices.fetches, { query: { device: id } })
  expect(items).toMatchObject([{ address: publicAddress, refused: null, withSecrets: true }])
})

test("they call each other, and one in the office; each hears the other", async () => {
  const [baresip, linphone] = atHome
  if (!baresip || !linphone) throw new Error("a phone at home did not start")
  const desk = await office.registeredDeskPhone("baresip")
  // Linphone takes over the STUN server of its file, too, but asks it nothing in a call.
  const outside = await capture(office.home(0).router, "wan")
  for (const [caller, callee] of [
    [baresip, linphone],
    [linphone, desk],
  ] as const) {
    await connect(caller, callee)
    await pause(2_500)
    await hangUp(caller, callee)
    heardEachOther(caller, callee, 1.5)
  }
  const asked = (await outside.stop()).filter(({ toPort }) => toPort === STUN_PORT).map(({ to }) => to)
  expect(new Set(asked), "baresip asks the STUN server of its file").toEqual(new Set([STUN_ADDRESSES[0]]))
})
