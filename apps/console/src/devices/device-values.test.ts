import { expect, test } from "vitest"
import { deviceBody, deviceChangeOf, deviceProblems, macText, newDeviceValues } from "./device-values.ts"

const values = { ...newDeviceValues("de"), model: "yealink-sip-t41p" }

test("what is empty is not known: null", () => {
  expect(deviceBody({ ...values, mac: " " })).toEqual({
    model: "yealink-sip-t41p",
    generation: null,
    mac: null,
    transport: "udp",
    language: "de",
  })
})

test("a change carries only what was changed", () => {
  expect(deviceChangeOf({ ...values, generation: "v80" }, ["generation"])).toEqual({ generation: "v80" })
})

test("every spelling of a MAC address is good, anything else is said at its field", () => {
  for (const mac of ["", "00:15:65:aa:bb:cc", "0015.65AA.BBCC", "00-15-65-aa-bb-cc", " 001565aabbcc "])
    expect(deviceProblems({ ...values, mac }), mac).toEqual({})
  for (const mac of ["0015", "00:15:65:aa:bb:cg", "01:00:5e:00:00:01"])
    expect(deviceProblems({ ...values, mac }).mac, mac).toMatchObject({ code: "NotAMac" })
})

test("a device has a model", () => {
  expect(deviceProblems(newDeviceValues("en")).model).toMatchObject({ code: "Required" })
})

test("a MAC address is shown as it stands on the device", () => {
  expect(macText("001565aabbcc")).toBe("00:15:65:AA:BB:CC")
})
