/**
 * 9. What happens to phones on TLS when something changes: the certificate is renewed in mid-call, the connection breaks, Homeport
 * is killed and started again.
 */
import { setTimeout as pause } from "node:timers/promises"
import { api, type Certificate } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { testThatNoSecretWasTold } from "../certificates/secrets.ts"
import { lastSeconds, secondsOfTone } from "../lab/audio/tone.ts"
import { OFFICE_NAME } from "../lab/internet.ts"
import type { Phone } from "../lab/phones/phone.ts"
import { exportCa, OUTER_TLS_PORT, type TlsCertificates } from "../lab/tls.ts"
import { until } from "../lab/until.ts"
import { connect, HOME_NUMBERS, hangUp, heardEachOther, type Office, openOffice, PASSWORD } from "./office.ts"

let office: Office
let certificates: TlsCertificates
beforeAll(async () => {
  office = await openOffice({ figure: 2, homes: [{ nat: "cone" }] })
  certificates = await office.openTls()
})
afterAll(() => office?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.log(await office.story())
  await office.stopPhones()
})

test("the certificate is renewed in mid-call: the call goes on, and whoever comes now is shown the new one", async () => {
  const { client } = office.homeport
  const deskPhone = await office.registeredDeskPhone("baresip")
  const homePhone = await office.registeredHomePhone("linphone", 0, { transport: "tls" })
  expect(await serialNumberShown()).toBe(hex(certificates.server))
  await connect(deskPhone, homePhone)
  await pause(1_000)

  const copy = await client.request(api.certificates.renew, {
    params: { id: certificates.server.id },
    body: { key: "new", replace: true },
  })
  expect(hex(copy)).not.toBe(hex(certificates.server))
  expect(await serialNumberShown()).toBe(hex(copy))
  expect(await client.request(api.spe.status)).toMatchObject({ open: true, certificate: { id: copy.id } })

  await pause(3_000)
  expect((await office.calls()).map(({ state }) => state)).toEqual(["answered"])
  // Hanging up goes over the old connection.
  await hangUp(deskPhone, homePhone)
  for (const [listener, speaker] of [
    [deskPhone, homePhone],
    [homePhone, deskPhone],
  ] as const)
    expect(secondsOfTone(lastSeconds(listener.receivedAudio(), 2.5), speaker.tone), listener.make).toBeGreaterThan(1.5)
  await connect(homePhone, deskPhone)
  await hangUp(homePhone, deskPhone)
})

test("the phone's program dies: within seconds its registration is gone, and a call to it is answered 480", async () => {
  const deskPhone = await office.registeredDeskPhone("baresip")
  const homePhone = await office.registeredHomePhone("baresip", 0, { transport: "tls" })
  await homePhone.stop(true)
  await until("its registration is gone", async () => !(await overTls()), 3_000)
  await isUnavailable(deskPhone)
})

test("the connection is cut on the way: the first call finds out, and is answered 480 within seconds", async () => {
  const deskPhone = await office.registeredDeskPhone("baresip")
  await office.registeredHomePhone("baresip", 0, { transport: "tls" })
  await whileCut(async () => {
    expect(await overTls(), "nobody knows yet").toMatchObject({ state: "reachable" })
    await isUnavailable(deskPhone)
    await until("its registration is gone", async () => !(await overTls()), 3_000)
  })
})

test("Homeport is killed: until the phone comes back its calls are answered 480, then it can be called", async () => {
  const { homeport } = office
  const deskPhone = await office.registeredDeskPhone("baresip")
  const homePhone = await office.registeredHomePhone("linphone", 0, { transport: "tls" })
  // Bindings are written down every 200 ms.
  await pause(500)
  await homeport.kill()
  await whileCut(async () => {
    await homeport.restart()
    await homeport.client.signIn(homeport.administrator.name, homeport.administrator.password)
    expect(await overTls()).toMatchObject({ state: "waiting" })
    await isUnavailable(deskPhone)
  })
  await until("the phone is back", async () => (await overTls())?.state === "reachable", 15_000)
  await connect(deskPhone, homePhone)
  await pause(2_500)
  await hangUp(deskPhone, homePhone)
  heardEachOther(deskPhone, homePhone, 1.5)
})

testThatNoSecretWasTold(() => ({ ...office.homeport, folder: office.home(0).phone.folder }), {
  passPhrases: [PASSWORD],
})

async function whileCut(work: () => Promise<void>): Promise<void> {
  const { router } = office.home(0)
  router.run(["nft", "-f", "-"], CUT)
  try {
    await work()
  } finally {
    router.run(["nft", "delete", "table", "ip", "cut"])
  }
}

/** Whoever sends next is told that there is no connection. */
const CUT = `
table ip cut {
  chain forward {
    type filter hook forward priority filter - 1;
    tcp dport ${OUTER_TLS_PORT} reject with tcp reset
    tcp sport ${OUTER_TLS_PORT} reject with tcp reset
  }
}
`

const overTls = async () =>
  (await office.registrations()).find(
    ({ callNumber, transport }) => callNumber === HOME_NUMBERS[0] && transport === "TLS",
  )

async function isUnavailable(caller: Phone): Promise<void> {
  const calledAt = Date.now()
  await caller.call(HOME_NUMBERS[0])
  const answer = await until(
    "the call has a final answer",
    () =>
      office
        .wire()
        .find(
          ({ packet, startLine, header }) =>
            packet.at > calledAt && /^SIP\/2\.0 (?!401|407)[2-6]/.test(startLine) && header("CSeq")?.includes("INVITE"),
        ),
    10_000,
  )
  expect(answer.startLine).toMatch(/^SIP\/2\.0 480 /)
  expect(answer.packet.at - calledAt).toBeLessThan(5_000)
  await until("the caller is free", () => caller.state === "idle", 5_000)
}

/** What a new connection from home is shown, judged by OpenSSL with the CA that phones have. */
async function serialNumberShown(): Promise<string | undefined> {
  const { phone } = office.home(0)
  const ca = await exportCa(office.homeport, certificates.authority, phone)
  const shown = phone.run([
    ...["openssl", "s_client", "-connect", `${OFFICE_NAME}:${OUTER_TLS_PORT}`, "-CAfile", ca],
    ...["-verify_return_error", "-verify_hostname", OFFICE_NAME],
  ])
  return phone.run(["openssl", "x509", "-noout", "-serial"], shown).match(/serial=0*([0-9A-F]+)/)?.[1]
}

const hex = ({ facts }: Certificate): string => BigInt(facts.serialNumber).toString(16).toUpperCase()
