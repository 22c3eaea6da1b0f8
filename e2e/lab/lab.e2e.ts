/** The lab by itself, without Homeport: what its routers and phones do, before anything is concluded from them. */
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { secondsOfTone, TONES } from "./audio/tone.ts"
import { capture, rtpPackets } from "./capture.ts"
import type { Host } from "./host.ts"
import { OFFICE_NAME, STUN_ADDRESSES, STUN_PORT } from "./internet.ts"
import { createLab, HOME_PHONE_ADDRESS, type Home, type Lab, OFFICE_PHONE_ADDRESS } from "./lab.ts"
import { baresip } from "./phones/baresip.ts"
import { linphone } from "./phones/linphone.ts"
import type { Phone, PhoneOptions } from "./phones/phone.ts"
import { twinkle } from "./phones/twinkle.ts"
import { until } from "./until.ts"

const DIRECT = { userId: "none", password: "none", realm: "none" }

describe("Figure 2", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await createLab({ figure: 2, homes: [{ nat: "cone" }, { nat: "symmetric" }] })
  })
  afterAll(() => lab.close())

  test("nothing in the lab has a way out of the machine", () => {
    const hosts = [lab.internet.router, lab.internet.services, lab.officeRouter, lab.homeportHost, lab.officePhone]
    for (const host of hosts) {
      const links = host.run(["ip", "-o", "link"]).trim().split("\n")
      // Loopback, ends of the lab's own cables, and the switches between them.
      expect(links.filter((link) => !/ lo: |link-netns|\blan: /.test(link))).toEqual([])
    }
    expect(lab.internet.router.exec(["ip", "route", "get", "192.0.2.1"]).status).not.toBe(0)
  })

  test("a home router of the cone kind maps a port alike toward everybody, a symmetric one does not", () => {
    const mapping = (host: Host): string => host.exec(["turnutils_natdiscovery", "-m", STUN_ADDRESSES[0]]).output
    expect(mapping(home(lab, 0).phone)).toContain("NAT with Endpoint Independent Mapping")
    expect(mapping(home(lab, 1).phone)).toContain("NAT with Address and Port Dependent Mapping")
    expect(mapping(lab.homeportHost)).toContain("NAT with Endpoint Independent Mapping")
  })

  test("the office router lets 5070 through to Homeport, from outside, and nothing else", async () => {
    const listening = await capture(lab.homeportHost, "eth0")
    for (const port of [5060, 5069, 5070, 5071, 29_100])
      lab.internet.services.run(["bash", "-c", `echo hello > /dev/udp/${lab.publicAddress()}/${port}`])
    await until("the packet arrives", () => listening.packets().some(({ toPort }) => toPort === 5070), 3_000)
    const arrived = (await listening.stop()).filter(({ payload }) => payload.toString().startsWith("hello"))
    expect(arrived.map(({ to, toPort }) => `${to}:${toPort}`)).toEqual([`${lab.addresses.outer}:5070`])
  })

  test("a packet with a time to live of 2 dies on the internet, before the home router", async () => {
    const atHome = await capture(home(lab, 0).router, "wan")
    const onTheWay = await capture(lab.officeRouter, "wan")
    await sendUdp(lab.homeportHost, home(lab, 0).publicAddress, 40_000, 2)
    await until("it leaves the office", () => onTheWay.packets().some(({ toPort }) => toPort === 40_000), 3_000)
    await pause(200)
    expect((await atHome.stop()).filter(({ toPort }) => toPort === 40_000)).toEqual([])
    await onTheWay.stop()
  })

  test("two phones in the office hear each other, and each only the other", async () => {
    const caller = baresip({ ...DIRECT, ...officePhone(lab), number: "100", tone: TONES.office, expires: 0 })
    const callee = baresip({ ...DIRECT, ...besideHomeport(lab), number: "101", tone: TONES.homeA, expires: 0 })
    await talk(caller, callee, `101@${lab.addresses.inner}`)
  })

  test("linphone and baresip hear each other", async () => {
    const caller = baresip({ ...DIRECT, ...besideHomeport(lab), number: "101", tone: TONES.homeA, expires: 0 })
    const callee = linphone({ ...DIRECT, ...officePhone(lab), number: "100", tone: TONES.office, expires: 0 })
    await talk(caller, callee, `100@${OFFICE_PHONE_ADDRESS}`)
  })

  test("twinkle behind a home router announces its public addresses, hears and is heard", async () => {
    const there = STUN_ADDRESSES[1]
    const wire = await capture(lab.internet.services, "eth0")
    const caller = twinkle({
      ...DIRECT,
      host: home(lab, 0).phone,
      address: HOME_PHONE_ADDRESS,
      registrar: there,
      number: "102",
      tone: TONES.homeA,
      stunServer: `${STUN_ADDRESSES[0]}:${STUN_PORT}`,
    })
    const callee = baresip({
      ...DIRECT,
      host: lab.internet.services,
      address: there,
      registrar: there,
      number: "103",
      tone: TONES.office,
      expires: 0,
    })
    await talk(caller, callee, `103@${there}`)
    const packets = await wire.stop()
    expect(packets.some(({ payload }) => payload.includes(`c=IN IP4 ${home(lab, 0).publicAddress}`))).toBe(true)
    expect(rtpPackets(packets).some(({ from }) => from === home(lab, 0).publicAddress)).toBe(true)
  })

  test("the office's public address changes, and its name follows", async () => {
    const before = lab.publicAddress()
    const after = await lab.changePublicAddress()
    expect(after).not.toBe(before)
    expect(home(lab, 0).phone.run(["getent", "hosts", OFFICE_NAME])).toContain(after)
    const mapped = lab.homeportHost.exec(["turnutils_natdiscovery", "-m", STUN_ADDRESSES[0]]).output
    expect(mapped).toContain(`reflexive addr: ${after}:`)
  })
})

describe("Figure 3", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await createLab({ figure: 3, homes: [] })
  })
  afterAll(() => lab.close())

  test("Homeport reaches the internet over LAN 1, and the office phone only Homeport", () => {
    const mapped = lab.homeportHost.exec(["turnutils_natdiscovery", "-m", STUN_ADDRESSES[0]]).output
    expect(mapped).toContain(`reflexive addr: ${lab.publicAddress()}:`)
    expect(lab.officePhone.exec(["bash", "-c", `exec 3<>/dev/tcp/${lab.addresses.inner}/9`]).output).toContain(
      "refused",
    )
    expect(lab.officePhone.exec(["getent", "hosts", OFFICE_NAME], { timeout: 1_000 }).status).not.toBe(0)
  })
})

/** One calls the other, both speak for two seconds, and each must have heard the other's tone and no other. */
async function talk(caller: Phone, callee: Phone, number: string): Promise<void> {
  try {
    await Promise.all([caller.register().catch(notRegistered), callee.register().catch(notRegistered)])
    await caller.call(number)
    await until(`${callee.make} rings`, () => callee.state === "ringing", 10_000)
    await callee.answer()
    await until("both talk", () => caller.state === "established" && callee.state === "established", 10_000)
    await pause(2_500)
    await caller.hangUp()
    await until("both hung up", () => caller.state === "idle" && callee.state === "idle", 10_000)
    await pause(300)
    for (const [listener, speaker] of [
      [caller, callee],
      [callee, caller],
    ] as const) {
      const heard = listener.receivedAudio()
      expect(secondsOfTone(heard, speaker.tone), `${listener.make} hears ${speaker.make}`).toBeGreaterThan(1.5)
      expect(secondsOfTone(heard, listener.tone), `${listener.make} hears itself`).toBe(0)
    }
  } finally {
    await Promise.all([caller.stop(), callee.stop()])
  }
}

/** Nobody serves REGISTER in these tests. */
const notRegistered = (): void => {}

function home(lab: Lab, index: number): Home {
  const found = lab.homes[index]
  if (!found) throw new Error(`the lab has no home ${index}`)
  return found
}

type Place = Pick<PhoneOptions, "host" | "address" | "registrar">
const officePhone = (lab: Lab): Place => ({
  host: lab.officePhone,
  address: OFFICE_PHONE_ADDRESS,
  registrar: lab.addresses.inner,
})
const besideHomeport = (lab: Lab): Place => ({
  host: lab.homeportHost,
  address: lab.addresses.inner,
  registrar: OFFICE_PHONE_ADDRESS,
})

/** One datagram with a time to live of its own. */
async function sendUdp(host: Host, to: string, port: number, ttl: number): Promise<void> {
  const script = `
    const socket = require("node:dgram").createSocket("udp4")
    socket.bind(() => { socket.setTTL(${ttl}); socket.send("hello", ${port}, "${to}", () => socket.close()) })
  `
  host.run([process.execPath, "-e", script])
}
