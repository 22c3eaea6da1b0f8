import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, homeport, publicAddress, station } from "../border.fixture.ts"

const all = (message: { fields: readonly { name: string; value: string }[] }, name: string) =>
  message.fields.filter((field) => field.name === name).map(({ value }) => value)
const one = (message: { fields: readonly { name: string; value: string }[] }, name: string) => all(message, name)[0]

describe("what the called person sees", () => {
  test("is number and name of the station, whatever its phone says", async () => {
    const it = await border({ stations: [station("101"), atHome("168", { name: 'Büro "Süd" \\ Empfang' })] })
    const office = it.officePhone("101")
    const home = it.homePhone("168", { name: "Somebody else" })
    home.invites("101", {
      offer: pcmu,
      fields: {
        "P-Asserted-Identity": "<sip:chief@192.0.2.1>",
        "P-Preferred-Identity": "<sip:chief@192.0.2.1>",
        Privacy: "id",
        "Remote-Party-ID": "<sip:chief@192.0.2.1>",
        "History-Info": "<sip:1@192.0.2.1>;index=1",
        Diversion: "<sip:1@192.0.2.1>",
        "X-Phone": "192.168.178.20",
        Subject: "hello",
      },
    })
    const invite = office.receives("INVITE")
    const wire = Buffer.from('"Büro \\"Süd\\" \\\\ Empfang"', "utf8").toString("latin1")
    expect(one(invite, "From")).toContain(`${wire} <sip:168@${homeport}>;tag=`)
    expect(one(invite, "P-Asserted-Identity")).toBe(`${wire} <sip:168@${homeport}>`)
    expect(one(invite, "Subject")).toBe("hello")
    const text = JSON.stringify(invite.fields)
    for (const secret of ["chief", "192.0.2.1", "192.168.178", "203.0.113", "Somebody", "Testkit"])
      expect(text).not.toContain(secret)
  })

  test("the number that was dialled may be escaped", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    home.invites("sip:%31%301@anything.example", { offer: pcmu })
    office.receives("INVITE")
  })

  test("one hop less is left", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    home.invites("101", { offer: pcmu, fields: { "Max-Forwards": "7" } })
    expect(one(office.receives("INVITE"), "Max-Forwards")).toBe("6")
  })
})

/** core.md, Addresses toward the outside. */
describe("toward an outer phone, Contact, Via and SDP name", () => {
  const named = async (change: Parameters<typeof border>[0], mapped: boolean) => {
    // The office router gives every port another number, so that local and mapped ones differ.
    const it = await border(change, undefined, { portPreserving: !mapped })
    const office = it.officePhone("101")
    const home = it.homePhone("168", { filtering: "endpoint-independent" })
    office.invites("168", { offer: pcmu })
    const invite = home.receives("INVITE")
    const media = invite.offer?.media[0]
    const ports = it.engine.sides.map(({ rtpPort }) => rtpPort)
    return { it, invite, media, isLocalPort: ports.includes(media?.port ?? 0) }
  }
  const server = { host: "stun.example", port: 3478 }
  const fixed = { staticAddress: "198.51.100.20", staticPort: 5070 }
  const none = { staticAddress: undefined, staticPort: undefined }

  test.each([
    ["automatic", { mode: "automatic" as const, server, ...none }, true],
    ["always", { mode: "always" as const, server, ...none }, true],
    ["port preserving router", { mode: "port-preserving" as const, server, ...none }, true],
    ["static", { mode: "static" as const, server: undefined, ...fixed }, false],
  ])("%s: the public address with the local SIP port", async (name, stun, remapped) => {
    const { invite, media, isLocalPort } = await named({ stun }, remapped)
    expect(one(invite, "Contact")).toContain(`@${publicAddress}:5070`)
    expect(one(invite, "Via")).toContain(`${publicAddress}:5070`)
    expect(media?.address).toBe(publicAddress)
    expect(isLocalPort).toBe(name === "port preserving router" || name === "static")
  })

  test("static: another public port, where one was entered", async () => {
    const stun = { mode: "static" as const, server: undefined, staticAddress: publicAddress, staticPort: 15_070 }
    const { invite } = await named({ stun }, false)
    expect(one(invite, "Contact")).toContain(`@${publicAddress}:15070`)
  })

  test("the mapped RTCP port, where it is not the one after RTP's", async () => {
    const { media, it } = await named({}, true)
    const outer = it.officeRouter.mappings.map(({ outer: { port } }) => port)
    expect(outer).toContain(media?.rtcp.port)
    expect(outer).toContain(media?.port)
  })

  test("local RTP ports, where the range is forwarded; nobody is asked for them", async () => {
    const { isLocalPort, it } = await named({ rtpForwarded: true }, true)
    expect(isLocalPort).toBe(true)
    expect(it.told("stun.late")).toEqual([])
  })

  test("the last known address when STUN is silent for a second, and that is told", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    it.stun.answering = false
    office.invites("168", { offer: pcmu })
    expect(home.untaken("INVITE")).toEqual([])
    it.clock.advance(1_000)
    expect(home.receives("INVITE").offer?.media[0]?.address).toBe(publicAddress)
    expect(it.told("stun.late")).toHaveLength(1)
  })
})

test("the bindings of media ports are kept open until media flows, and no longer", async () => {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  const call = office.invites("168", { offer: pcmu })
  const invite = home.receives("INVITE")
  home.answers(invite, 180)
  const asked = () => it.stun.asked
  const before = asked()
  it.clock.advance(45_100)
  // Both ports three times, and the SIP port's own check as often.
  expect(asked() - before).toBeGreaterThanOrEqual(9)
  home.answers(invite, 200, { answer: pcmu })
  home.speaks(1)
  office.speaks(1)
  expect([office.heard.rtp, home.heard.rtp]).toEqual([1, 1])
  const flowing = asked()
  it.clock.advance(30_000)
  expect(asked() - flowing).toBeLessThanOrEqual(2)
  call.hangsUp()
})

test("RTCP goes to the phone's own address, whatever a=rtcp names", async () => {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  home.invites("101", { offer: { ...pcmu, lines: ["a=rtcp:9 IN IP4 192.0.2.66"] } })
  office.answers(office.receives("INVITE"), 200, { answer: pcmu })
  expect(it.engine.sides.map(({ remote }) => remote?.rtcp?.host)).not.toContain("192.0.2.66")
})
