import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, homeport, nothing, publicAddress, station } from "./border.fixture.ts"

/**
 * A smartphone in the office Wi-Fi that knows only the public address.
 *
 *   smartphone ── SIP to 198.51.100.20:5070 ──▶ office router ── back in ──▶ us
 *        └───────────────── RTP to the local address that we announce ─────▶ us
 */
describe.each([
  ["the router puts its own address in front", "router source", "192.168.1.1"],
  ["the router leaves the phone's address", "inner source", "192.168.1.21"],
] as const)("hairpin where %s", (_name, hairpin, source) => {
  test.each(["endpoint", "homeport"] as const)("%s: registers, calls and is heard", async (natTraversal) => {
    const stations = [station("101"), atHome("168", { natTraversal })]
    const it = await border({ stations }, undefined, { hairpin })
    const app = it.office("168", { server: { host: publicAddress, port: 5070 }, outboundProxy: true })
    expect(app.asksStun(it.stun.address)).toBe(true)
    expect(app.registers().response?.status).toBe(200)
    expect(it.sbc.registrations()).toMatchObject([{ network: "outer", hairpin: true, source: { host: source } }])

    const desk = it.officePhone("101")
    const call = app.invites("101", { offer: pcmu })
    desk.answers(desk.receives("INVITE"), 200, { answer: pcmu })
    expect(call.response?.status).toBe(200)
    expect(call.remote?.media[0]?.address).toBe(homeport)
    expect(it.sbc.channels().used).toBe(1)

    // Its own address is not the one its signalling came from, nor the one it wrote.
    app.speaks(3)
    desk.speaks(3)
    expect([desk.heard.rtp, app.heard.rtp]).toEqual([3, 3])
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("is called", async () => {
    const it = await border({}, undefined, { hairpin })
    const app = it.office("168", { server: { host: publicAddress, port: 5070 }, outboundProxy: true })
    app.asksStun(it.stun.address)
    app.registers()
    const desk = it.officePhone("101")
    const call = desk.invites("168", { offer: pcmu })
    const invite = app.receives("INVITE")
    expect(invite.offer?.media[0]?.address).toBe(homeport)
    app.answers(invite, 200, { answer: pcmu })
    expect(call.response?.status).toBe(200)
    app.speaks(2)
    desk.speaks(2)
    expect([desk.heard.rtp, app.heard.rtp]).toEqual([2, 2])
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("a phone that writes its own local address is reached there at once", async () => {
    const it = await border({ stations: [station("101"), atHome("168", { natTraversal: "homeport" })] }, undefined, {
      hairpin,
    })
    const app = it.office("168", { server: { host: publicAddress, port: 5070 }, outboundProxy: true })
    app.registers()
    const desk = it.officePhone("101")
    app.invites("101", { offer: pcmu })
    desk.answers(desk.receives("INVITE"), 200, { answer: pcmu })
    expect(it.engine.sides.map((side) => side.remote?.rtp?.host)).toContain("192.168.1.21")
    desk.speaks(2)
    expect(app.heard.rtp).toBe(2)
  })
})
