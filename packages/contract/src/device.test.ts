import { expect, test } from "vitest"
import { deviceChange, newDevice } from "./device.ts"

const withMac = (mac: unknown) => newDevice.safeParse({ station: 1, model: "a", mac })

test.each(["00:15:65:AA:BB:CC", "00-15-65-aa-bb-cc", "0015.65aa.bbcc", " 001565AABBCC ", "00 15 65 aa bb cc"])(
  "the MAC address %s is kept as 12 digits",
  (mac) => expect(withMac(mac).data?.mac).toBe("001565aabbcc"),
)

test.each(["", "00:15:65:aa:bb", "00:15:65:aa:bb:cc:dd", "00:15:65:aa:bb:cg", "01:15:65:aa:bb:cc", "0".repeat(12), 5])(
  "%j is no MAC address of a device",
  (mac) => expect(withMac(mac).error?.issues[0]?.message).toBe(mac === 5 ? "WrongType" : "NotAMac"),
)

test("a change takes single fields, and never another station", () => {
  expect(deviceChange.safeParse({ mac: null }).data).toEqual({ mac: null })
  expect(deviceChange.safeParse({ station: 2 }).success).toBe(false)
})
