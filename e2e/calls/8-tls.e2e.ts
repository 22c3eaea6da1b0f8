/**
 * 8. Phones that were given our CA register over TLS, on 5071 from home and on 5062 in the office, and call; who listens on the
 * way reads nothing. A phone with another CA stays outside and the administrator is told; without SPE support nobody gets in.
 */
import { setTimeout as pause } from "node:timers/promises"
import { api, translate } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { capture, sipMessages } from "../lab/capture.ts"
import { OFFICE_NAME } from "../lab/internet.ts"
import { OFFICE_PHONE_ADDRESS } from "../lab/lab.ts"
import { exportCa, INNER_TLS_PORT, makeAuthority, makeCertificates, OUTER_TLS_PORT, setSpeSupport } from "../lab/tls.ts"
import { tlsRecords } from "../lab/tls-records.ts"
import { until } from "../lab/until.ts"
import {
  connect,
  HOME_NUMBERS,
  type HomePhoneOptions,
  hangUp,
  heardEachOther,
  type Make,
  type Office,
  openOffice,
  PASSWORD,
} from "./office.ts"

describe("Figure 2", () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ figure: 2, homes: [{ nat: "cone" }] })
    await office.openTls()
  })
  afterAll(() => office?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await office.story())
    await office.stopPhones()
  })

  // Over TLS the connection's address counts, and a private Contact is borne in the guide's own mode too (guide 9.2).
  const homes = [
    { make: "linphone", options: { transport: "tls" } },
    { make: "baresip", options: { transport: "tls", stun: true, station: { natTraversal: "endpoint" } } },
  ] as const satisfies readonly { make: Make; options: HomePhoneOptions }[]
  test.each(homes)("$make at home registers on 5071 and calls both ways, unread", async ({ make, options }) => {
    const outside = await capture(office.home(0).router, "wan")
    const deskPhone = await office.registeredDeskPhone("baresip")
    const homePhone = await office.registeredHomePhone(make, 0, options)
    const { publicAddress } = office.home(0)
    expect((await office.registrations()).find(({ callNumber }) => callNumber === HOME_NUMBERS[0])).toMatchObject({
      network: "outer",
      transport: "TLS",
      hairpin: false,
      state: "reachable",
      source: { host: publicAddress },
    })
    for (const [caller, callee] of [
      [homePhone, deskPhone],
      [deskPhone, homePhone],
    ] as const) {
      await connect(caller, callee)
      await pause(2_500)
      await hangUp(deskPhone, homePhone)
      heardEachOther(caller, callee, 1.5)
    }
    expect(await office.channelsUsed()).toBe(0)

    const packets = await outside.stop()
    const { toServer, toClient } = tlsRecords(packets, OUTER_TLS_PORT)
    expect(toServer.filter((type) => type === "application_data").length).toBeGreaterThan(5)
    expect(toClient.filter((type) => type === "application_data").length).toBeGreaterThan(5)
    expect(sipMessages(packets), "SIP over UDP").toEqual([])
    const overTcp = packets.filter(({ protocol }) => protocol === "tcp")
    for (const word of ["SIP/2.0", "sip:", "Digest", PASSWORD])
      expect(
        overTcp.some(({ payload }) => payload.includes(word)),
        word,
      ).toBe(false)
  })

  test("a desk phone over TLS on 5062 and a phone at home over TLS hear each other", async () => {
    const deskPhone = await office.registeredDeskPhone("linphone", { transport: "tls" })
    const homePhone = await office.registeredHomePhone("baresip", 0, { transport: "tls" })
    const registered = (await office.registrations()).map(({ network, transport }) => `${network} ${transport}`)
    expect(registered.toSorted()).toEqual(["inner TLS", "outer TLS"])
    await connect(homePhone, deskPhone)
    await pause(2_500)
    await hangUp(homePhone, deskPhone)
    heardEachOther(homePhone, deskPhone, 1.5)
  })

  test("a linphone that was given another CA stays outside, and the event says so", async () => {
    const { client } = office.homeport
    const wrong = await exportCa(office.homeport, await makeAuthority(client, "Other CA"), office.home(0).phone)
    const homePhone = await office.homePhone("linphone", 0, { transport: "tls", caFile: wrong })
    expect((await homePhone.register()).accepted).toBe(false)
    expect(await office.registrations()).toEqual([])
    const [event] = await office.events("handshake.failed.untrusted-ca")
    expect(event?.params).toMatchObject({ source: office.home(0).publicAddress, port: OUTER_TLS_PORT })
    expect(translate("en", "event.handshake.failed.untrusted-ca", event?.params)).toContain("does not trust our CA")
  })

  test("a linphone that was given an address where it looks for a name is told apart from one that has another CA", async () => {
    const deskPhone = await office.deskPhone("linphone", { transport: "tls", server: office.lab.addresses.inner })
    expect((await deskPhone.register()).accepted).toBe(false)
    const [event] = await office.events("handshake.failed.certificate-refused")
    expect(event?.params).toMatchObject({ source: OFFICE_PHONE_ADDRESS, port: INNER_TLS_PORT })
  })

  test("without SPE support the port is closed, the phone is gone, and the administrator reads why", async () => {
    const homePhone = await office.registeredHomePhone("linphone", 0, { transport: "tls" })
    await setSpeSupport(office.homeport, false)
    await until("the registration is gone", async () => (await office.registrations()).length === 0, 3_000)
    await expect(dial(office)).rejects.toThrow("nobody listens")
    const status = await office.homeport.client.request(api.spe.status)
    expect(status).toMatchObject({ open: false, support: false, reasons: ["spe-support-off"], stationsOverTls: 0 })
    expect(await office.events("tls.closed")).toMatchObject([{ code: "tls.closed.spe-support-off" }])
    await homePhone.stop(true)

    await setSpeSupport(office.homeport, true)
    ;(await dial(office)).destroy()
    expect(await office.events("tls.opened")).toHaveLength(2)
  })
})

describe("Figure 3, where VoIP uses LAN 1", () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ figure: 3, homes: [{ nat: "cone" }] })
  })
  afterAll(() => office?.close())

  test("TLS stays closed, and the reason is told", async () => {
    await makeCertificates(office.lab, office.homeport)
    await setSpeSupport(office.homeport, true)
    const status = await office.homeport.client.request(api.spe.status)
    expect(status).toMatchObject({ open: false, support: true, reasons: ["voip-on-lan1"] })
    expect(await office.events("tls.closed")).toMatchObject([{ code: "tls.closed.voip-on-lan1" }])
    await expect(dial(office)).rejects.toThrow("nobody listens")
  })
})

/** From the home phone's machine to the office's TLS port, through both routers. */
async function dial(office: Office) {
  const doorway = await office.home(0).phone.doorway()
  return doorway.connect(OFFICE_NAME, OUTER_TLS_PORT)
}
