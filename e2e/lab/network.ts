/** Cables, routes and NAT between hosts: what `ip` and `nft` are asked for, and nothing else. */
import { execFileSync } from "node:child_process"
import type { Host } from "./host.ts"

/** A cable between two hosts. */
export function connect(a: Host, aName: string, b: Host, bName: string): void {
  execFileSync("ip", [
    ...["link", "add", "name", aName, "netns", a.namespace, "type", "veth"],
    ...["peer", "name", bName, "netns", b.namespace],
  ])
  up(a, aName)
  up(b, bName)
}

/** A switch inside a router, so that several machines share its LAN. */
export function lan(router: Host, name: string, address: string): void {
  router.run(["ip", "link", "add", "name", name, "type", "bridge"])
  up(router, name)
  assign(router, name, address)
}

export function plug(router: Host, bridge: string, host: Host, hostInterface: string): void {
  const port = `${bridge}-${host.name}`.slice(0, 15)
  connect(router, port, host, hostInterface)
  router.run(["ip", "link", "set", port, "master", bridge])
}

export function up(host: Host, name: string): void {
  host.run(["ip", "link", "set", name, "up"])
}

/** `address` with its prefix length: 192.168.1.2/24. */
export function assign(host: Host, name: string, address: string): void {
  host.run(["ip", "addr", "add", address, "dev", name])
}

export function defaultRoute(host: Host, gateway: string): void {
  host.run(["ip", "route", "replace", "default", "via", gateway])
}

export function forwarding(host: Host): void {
  host.run(["sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"])
}

/**
 * "cone": the mapping depends on the sender only (what `masquerade` does while the port is free), as SIP@Home demands.
 * "symmetric": another random port toward each destination.
 */
export type Nat = "cone" | "symmetric"

export interface Forward {
  readonly protocol: "udp" | "tcp"
  /** A port or a range, the same outside and inside: "5070", "29100-30530". */
  readonly ports: string
  readonly to: string
}

/**
 * An access router between `wan` and everything else: address translation, port forwarding, and no unasked packet in.
 *
 * The input chain matters: a router that would take an early RTP packet itself remembers it as a connection and maps the
 * phone's own stream to another port.
 */
export function accessRouter(router: Host, nat: Nat, forwards: readonly Forward[]): void {
  forwarding(router)
  const translated = forwards.map(translation)
  router.run(
    ["nft", "-f", "-"],
    `
table ip router {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    ${translated.join("\n    ")}
  }
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname "wan" masquerade ${nat === "symmetric" ? "fully-random" : ""}
  }
  chain input {
    type filter hook input priority filter;
    iifname "wan" ct state new drop
  }
  chain forward {
    type filter hook forward priority filter;
    iifname "wan" ct state new ct status dnat accept
    iifname "wan" ct state { new, invalid } drop
  }
}
`,
  )
}

/** One forwarding more, at a router that runs. */
export function addForward(router: Host, forward: Forward): void {
  router.run(["nft", "add", "rule", "ip", "router", "prerouting", translation(forward)])
}

const translation = ({ protocol, ports, to }: Forward): string =>
  `iifname "wan" ${protocol} dport ${ports} dnat to ${to}`

/** The internet carries no private address: what leaves a router untranslated is lost, as outside. */
export function refusePrivateAddresses(internet: Host): void {
  internet.run(
    ["nft", "-f", "-"],
    `
table ip internet {
  chain forward {
    type filter hook forward priority filter;
    ip saddr { 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 } drop
    ip daddr { 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 } drop
  }
}
`,
  )
}
