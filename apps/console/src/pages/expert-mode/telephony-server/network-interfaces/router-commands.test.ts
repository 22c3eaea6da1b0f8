import { handOutTable, portManagementDefaults } from "@homeport/contract"
import { expect, test } from "vitest"
import { routerBrands } from "./router-brands.ts"
import { mikrotik, nftables, openWrt } from "./router-commands.ts"

const forwardings = {
  address: "192.168.1.2",
  lines: handOutTable({
    ports: { ...portManagementDefaults, sipExtUdpAtRouter: 5080 },
    stunMode: "static",
    tls: false,
    phonesPort: null,
  }).filter(({ neededNow }) => neededNow),
}

test("nftables: each line to the same port inside, a range as it is", () => {
  expect(nftables(forwardings)).toBe(`table ip homeport {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    iifname "wan" udp dport 5080 dnat to 192.168.1.2:5070
    iifname "wan" tcp dport 5070 dnat to 192.168.1.2:5070
    iifname "wan" udp dport 29100-30530 dnat to 192.168.1.2
  }
}`)
})

test("OpenWrt: a redirect for each line, with every option that the firewall needs", () => {
  const stanzas = openWrt(forwardings).split("\n\n")
  expect(stanzas).toHaveLength(3)
  expect(stanzas[0]?.split("\n\t")).toEqual([
    "config redirect",
    "option name 'Homeport UDP 5080'",
    "option target 'DNAT'",
    "option src 'wan'",
    "option dest 'lan'",
    "option family 'ipv4'",
    "option proto 'udp'",
    "option src_dport '5080'",
    "option dest_ip '192.168.1.2'",
    "option dest_port '5070'",
    "option reflection '1'",
  ])
  expect(stanzas[2]).toContain("option dest_port '29100-30530'")
})

test("MikroTik: a command for each line, then the SIP helper", () => {
  const commands = mikrotik(forwardings).split("\n")
  expect(commands[0]).toContain("protocol=udp dst-port=5080 action=dst-nat to-addresses=192.168.1.2 to-ports=5070")
  expect(commands.at(-1)).toBe("/ip firewall service-port set sip disabled=yes")
  expect(commands).toHaveLength(4)
})

test("nothing that is entered anywhere forwards an internal port", () => {
  for (const { commands } of routerBrands.flatMap(({ steps }) => steps))
    expect(commands?.(forwardings) ?? "").not.toMatch(/(?:dport|dst-port=|src_dport ').*\b506[0-2]\b/)
})

test("every make has an address of its own", () => {
  expect(new Set(routerBrands.map(({ id }) => id)).size).toBe(routerBrands.length)
})
