import { expect, test } from "vitest"
import { gatewayIn } from "./default-gateway.ts"

const table = `Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
eth0	00000000	0101A8C0	0003	0	0	100	00000000	0	0	0
eth0	00000000	FE01A8C0	0003	0	0	50	00000000	0	0	0
eth0	0001A8C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
wg0	00000000	00000000	0001	0	0	0	00000000	0	0	0
`

test("the gateway of an interface's best default route, in the machine's byte order", () => {
  expect(gatewayIn(table, "eth0", true)).toBe("192.168.1.254")
  expect(gatewayIn(table, "eth0", false)).toBe("254.1.168.192")
})

test("none where there is no such route, or it leads to no router", () => {
  expect(gatewayIn(table, "wlan0", true)).toBeUndefined()
  expect(gatewayIn(table, "wg0", true)).toBeUndefined()
  expect(gatewayIn("", "eth0", true)).toBeUndefined()
})
