import { flowOf, request } from "@homeport/sip"
import { describe, expect, test } from "vitest"
import { station } from "../border.fixture.ts"
import type { PartyMedia } from "./media.ts"
import { Party } from "./party.ts"

const us = { host: "192.168.1.10", port: 5060 }
const at = (port: number, host = "192.168.1.21") => ({ host, port })
const asked = (contact?: string) =>
  request({
    method: "INFO",
    uri: "sip:101@192.168.1.10",
    fields: [
      { name: "Via", value: "SIP/2.0/UDP 192.168.1.21;branch=z9hG4bK1" },
      { name: "From", value: "<sip:101@192.168.1.10>;tag=a" },
      { name: "To", value: "<sip:102@192.168.1.10>;tag=b" },
      { name: "Call-ID", value: "1" },
      { name: "CSeq", value: "2 INFO" },
      ...(contact === undefined ? [] : [{ name: "Contact", value: contact }]),
    ],
  })

const party = (network: "inner" | "outer", flow = flowOf("UDP", us, at(5060))) =>
  // Where a phone is reached does not concern its media.
  new Party({ sips: false, station: station("101"), network, flow, media: undefined as unknown as PartyMedia })

describe("a phone in the office", () => {
  test("may send from another port than it listens on", () => {
    const desk = party("inner")
    desk.heardFrom(flowOf("UDP", us, at(49_152)), asked())
    expect(desk.flow.remote).toEqual(at(5060))
    desk.heardFrom(flowOf("UDP", us, at(49_152)), asked("<sip:101@192.168.1.21:5064>"))
    expect(desk.flow.remote).toEqual(at(5064))
  })

  test("behind a router of its own is reached where it sends from", () => {
    const desk = party("inner")
    desk.heardFrom(flowOf("UDP", us, at(61_000)), asked("<sip:101@10.0.0.7:5060>"))
    expect(desk.flow.remote).toEqual(at(61_000))
  })
})

describe("a phone at home", () => {
  test("is where it is heard from", () => {
    const home = party("outer")
    home.heardFrom(flowOf("UDP", us, at(61_000)), asked("<sip:168@192.168.1.21:5060>"))
    expect(home.flow.remote.port).toBe(61_000)
  })

  test.each([
    ["over another transport", flowOf("TCP", us, at(61_000), 7)],
    ["at another port of ours", flowOf("UDP", { ...us, port: 5070 }, at(61_000))],
  ])("is not moved by a request %s", (_name, flow) => {
    const home = party("outer")
    home.heardFrom(flow, asked())
    expect(home.flow.remote.port).toBe(5060)
  })

  test("that talks over TLS is not heard in clear", () => {
    const home = party("outer", flowOf("TLS", { ...us, port: 5071 }, at(40_000), 1))
    expect(home.accepts(flowOf("TLS", { ...us, port: 5071 }, at(40_001), 2))).toBe(true)
    expect(home.accepts(flowOf("TCP", { ...us, port: 5070 }, at(40_001), 3))).toBe(false)
  })
})
