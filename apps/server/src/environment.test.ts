import { describe, expect, test } from "vitest"
import { defaultRouteOf } from "./core/machine-interfaces.ts"
import { readEnvironment } from "./environment.ts"

const read = (variables: Record<string, string> = {}) => readEnvironment(variables, "/srv/homeport")

test("without any variable: loopback over HTTP, data beside the code", () => {
  expect(read()).toEqual({
    dataFolder: "/srv/homeport/data",
    http: { host: "127.0.0.1", port: 8080, loopback: true },
    adminPassword: undefined,
    sipAddress: undefined,
    rtpEngine: "auto",
    trustedProxies: [],
    logLevel: "info",
  })
})

test.each([
  ["0.0.0.0:8443", { host: "0.0.0.0", port: 8443, loopback: false }],
  ["[::1]:80", { host: "::1", port: 80, loopback: true }],
  ["[2001:db8::1]:80", { host: "2001:db8::1", port: 80, loopback: false }],
  ["localhost:0", { host: "localhost", port: 0, loopback: true }],
  ["127.8.0.1:1", { host: "127.8.0.1", port: 1, loopback: true }],
])("HOMEPORT_HTTP=%s is understood", (text, http) => expect(read({ HOMEPORT_HTTP: text }).http).toEqual(http))

test("proxies are addresses and networks of both families", () =>
  expect(read({ HOMEPORT_TRUSTED_PROXIES: "10.0.0.1, 10.1.0.0/16 2001:db8::/32" }).trustedProxies).toEqual([
    "10.0.0.1",
    "10.1.0.0/16",
    "2001:db8::/32",
  ]))

describe("what cannot be meant ends the start with one sentence", () => {
  test.each([
    ["HOMEPORT_HTTP", "8080"],
    ["HOMEPORT_HTTP", "127.0.0.1:99999"],
    ["HOMEPORT_HTTP", "console.example.net:80"],
    ["HOMEPORT_SIP_ADDRESS", "0.0.0.0"],
    ["HOMEPORT_SIP_ADDRESS", "255.255.255.255"],
    ["HOMEPORT_SIP_ADDRESS", "eth0"],
    ["HOMEPORT_RTP_ENGINE", "fast"],
    ["HOMEPORT_LOG_LEVEL", "loud"],
    ["HOMEPORT_TRUSTED_PROXIES", "10.0.0.1, proxy"],
    ["HOMEPORT_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["HOMEPORT_TRUSTED_PROXIES", "10.0.0.0/8/8"],
    ["HOMEPORT_TRUSTED_PROXIES", "10.0.0.0/"],
  ])("%s=%s", (name, value) => expect(() => read({ [name]: value })).toThrow(name))
})

test("the password of the environment prints as dots", () => {
  expect(JSON.stringify(read({ HOMEPORT_ADMIN_PASSWORD: "Right-Horse-42" }))).not.toContain("Horse")
})

test("the default route is the one with the smallest metric", () => {
  const table = `Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
wlan0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
eth0	00000000	0101A8C0	0003	0	0	100	00000000	0	0	0
eth1	0001A8C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
`
  expect(defaultRouteOf(table)).toBe("eth0")
  expect(defaultRouteOf("Iface\tDestination\n")).toBeUndefined()
})
