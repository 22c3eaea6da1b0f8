/** miniupnpd on a router of the lab: it opens ports for whoever asks it from the LAN, by NAT-PMP (RFC 6886) or as a UPnP IGD. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Host } from "./host.ts"
import { until } from "./until.ts"

export type MappingProtocol = "nat-pmp" | "upnp-igd"

/** Starts it so that it speaks one of the two alone. */
export async function openPortsOnRequest(router: Host, protocol: MappingProtocol): Promise<void> {
  // The names are miniupnpd's own.
  router.run(
    ["nft", "-f", "-"],
    `
table inet filter {
  chain miniupnpd { }
  chain prerouting_miniupnpd { }
  chain postrouting_miniupnpd { }
  chain prerouting {
    type nat hook prerouting priority dstnat;
    jump prerouting_miniupnpd
  }
}
`,
  )
  const configuration = join(router.folder, "miniupnpd.conf")
  writeFileSync(
    configuration,
    [
      "ext_ifname=wan",
      "listening_ip=lan",
      // The lab lives in documentation ranges, with which it would refuse to work. It is only what it says of itself.
      "ext_ip=223.255.255.254",
      `enable_natpmp=${protocol === "nat-pmp" ? "yes" : "no"}`,
      `enable_upnp=${protocol === "upnp-igd" ? "yes" : "no"}`,
      // Ports are opened for the one who asks, not for others.
      "secure_mode=yes",
      "uuid=00000000-0000-0000-0000-000000000001",
      "allow 1024-65535 192.168.0.0/16 1024-65535",
      "deny 0-65535 0.0.0.0/0 0-65535",
      "",
    ].join("\n"),
  )
  router.spawn(["miniupnpd", "-d", "-f", configuration, "-P", join(router.folder, "miniupnpd.pid")], {
    log: "miniupnpd.log",
  })
  const port = protocol === "nat-pmp" ? ":5351 " : ":1900 "
  await until("miniupnpd listens", () => router.run(["ss", "-Hlun"]).includes(port), 10_000)
}

/** The outside ports that are open now: "udp 5070". */
export function openedPorts(router: Host): readonly string[] {
  const rules = router.run(["nft", "--numeric", "list", "chain", "inet", "filter", "prerouting_miniupnpd"])
  return rules
    .split("\n")
    .filter((rule) => rule.includes("dnat"))
    .map((rule) => {
      // Of the protocol miniupnpd compares the number in the IP header, which nft prints as that or by its name.
      const udp = /@nh,72,8 (?:0x11|17)\b|\budp\b/.test(rule)
      const [, port] = /dport ([0-9]+)/.exec(rule) ?? []
      return `${udp ? "udp" : "tcp"} ${port}`
    })
    .toSorted()
}
