/**
 * The internet of the lab: a router between the customers' lines, and one machine with a STUN server (coturn, two
 * addresses as RFC 5780 wants them) and a name server (dnsmasq).
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { end, type Host } from "./host.ts"
import { assign, connect, defaultRoute, forwarding, refusePrivateAddresses } from "./network.ts"
import { LAB_NAME_SERVER } from "./sandbox.mjs"
import { until } from "./until.ts"

export const STUN_ADDRESSES = ["198.51.100.10", "198.51.100.11"] as const
export const STUN_PORT = 3478
export const STUN_NAME = "stun.example"
/** The name under which the office is reached, as a DynDNS service would keep it. */
export const OFFICE_NAME = "office.example"
/** Homeport's inner address, for phones on desks: linphone's TLS finds no IP address in a certificate. */
export const INNER_NAME = "homeport.office.example"

/** A customer's line: a /26 out of 203.0.113.0/24, the provider's side first. */
export interface Line {
  readonly gateway: string
  readonly prefix: number
  /** The customer's n-th address, from 0. */
  address(n: number): string
}

export function line(index: 0 | 1 | 2 | 3): Line {
  const base = index * 64
  return { gateway: `203.0.113.${base + 1}`, prefix: 26, address: (n) => `203.0.113.${base + 10 + n}` }
}

export class Internet {
  readonly router: Host
  readonly services: Host
  #names: ReturnType<Host["spawn"]> | undefined

  constructor(router: Host, services: Host) {
    this.router = router
    this.services = services
    forwarding(router)
    refusePrivateAddresses(router)
    connect(router, "services", services, "eth0")
    assign(router, "services", "198.51.100.1/24")
    for (const address of [...STUN_ADDRESSES, LAB_NAME_SERVER]) assign(services, "eth0", `${address}/24`)
    defaultRoute(services, "198.51.100.1")
  }

  /** Lays a line to a customer's router, which calls its end `wan`. */
  subscribe(customer: Host, { gateway, prefix, address }: Line): void {
    connect(this.router, customer.name, customer, "wan")
    assign(this.router, customer.name, `${gateway}/${prefix}`)
    assign(customer, "wan", `${address(0)}/${prefix}`)
    defaultRoute(customer, gateway)
  }

  async start(): Promise<void> {
    const database = join(this.services.folder, "turn.sqlite")
    this.services.spawn(
      [
        ...[
          "turnserver",
          "-n",
          "--stun-only",
          "--no-tls",
          "--no-dtls",
          "--no-cli",
          "--log-file=stdout",
          "--simple-log",
        ],
        ...STUN_ADDRESSES.flatMap((address) => ["-L", address]),
        ...["-p", String(STUN_PORT), `--userdb=${database}`, `--pidfile=${join(this.services.folder, "turn.pid")}`],
        "-m",
        "1",
      ],
      { log: "coturn.log" },
    )
    await until("coturn listens", () => this.#listens(`${STUN_ADDRESSES[1]}:${STUN_PORT + 1}`), 10_000)
  }

  /** Replaces what the name server knows. */
  async publish(names: Readonly<Record<string, string>>): Promise<void> {
    const hosts = join(this.services.folder, "names")
    writeFileSync(
      hosts,
      Object.entries({ [STUN_NAME]: STUN_ADDRESSES[0], ...names })
        .map(([name, ip]) => `${ip} ${name}\n`)
        .join(""),
    )
    if (this.#names) await end(this.#names, "SIGKILL")
    this.#names = this.services.spawn(
      [
        ...["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts"],
        ...["--bind-interfaces", `--listen-address=${LAB_NAME_SERVER}`, `--addn-hosts=${hosts}`, "--pid-file"],
        ...["--local=/example/", "--local-ttl=1"],
      ],
      { log: "dnsmasq.log" },
    )
    await until("dnsmasq listens", () => this.#listens(`${LAB_NAME_SERVER}:53`), 10_000)
  }

  #listens(address: string): boolean {
    return this.services.run(["ss", "-Hlun"]).includes(` ${address} `)
  }
}
