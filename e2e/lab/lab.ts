/**
 * The guide's networks, built out of network namespaces.
 *
 *   Figure 2                                          Figure 3
 *     office phone ─┬─ office router ─┐                 office phone ── Homeport ── access router ─┐
 *     Homeport ─────┘   192.168.1.1   │                              .1.2    192.168.100.2         │
 *     192.168.1.0/24                  │                                                            │
 *                            ┌────────┴────────┐                                          (the same internet)
 *     home phone ── home ────┤    internet     ├── STUN and name server
 *     192.168.178.20  router │ documentation   │   198.51.100.10, .11, .53
 *                            └─────────────────┘
 *
 * The office's line is 203.0.113.0/26, the homes' are the next ones. All homes use the same private network, as they do.
 * `createLab` must run inside `sandbox.mjs`.
 */
import { randomBytes } from "node:crypto"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Host } from "./host.ts"
import { INNER_NAME, Internet, line, OFFICE_NAME } from "./internet.ts"
import { accessRouter, assign, connect, defaultRoute, type Forward, lan, type Nat, plug } from "./network.ts"

export interface LabOptions {
  /** 2: Homeport in the office LAN behind the router. 3: Homeport between the access router and the office LAN. */
  readonly figure: 2 | 3
  readonly homes: readonly { readonly nat: Nat }[]
  /** The office router forwards the RTP range 1:1 as well. */
  readonly rtpForwarded?: boolean
  /** Phones may fetch their files: Homeport listens for them, and the office router forwards that port. */
  readonly phonesServed?: boolean
  /** The office router forwards nothing; whether it opens ports when it is asked to is mapping-router.ts's. */
  readonly forwardsNothing?: boolean
}

export interface Home {
  readonly router: Host
  readonly phone: Host
  /** The address the internet sees. */
  readonly publicAddress: string
}

export interface Lab {
  readonly figure: 2 | 3
  readonly internet: Internet
  readonly officeRouter: Host
  readonly homeportHost: Host
  readonly officePhone: Host
  readonly homes: readonly Home[]
  readonly addresses: OfficeAddresses
  /** The office's address on the internet, now. */
  publicAddress(): string
  /** The provider gives the office another address, as it does overnight. Returns the new one. */
  changePublicAddress(): Promise<string>
  close(): Promise<void>
}

/** Homeport's own addresses; in Figure 2 they are one. */
export interface OfficeAddresses {
  readonly inner: string
  readonly outer: string
  readonly localNetwork: string
}

export const HOME_PHONE_ADDRESS = "192.168.178.20"
export const OFFICE_PHONE_ADDRESS = "192.168.1.10"
export const RTP_RANGE = { from: 29_100, to: 30_530 }
export const PHONES_PORT = 8443
export const STAGING_PORT = 8081
const OUTER_PORT = "5070"
const OUTER_TLS_PORT = "5071"

export async function createLab(options: LabOptions): Promise<Lab> {
  const id = randomBytes(3).toString("hex")
  const folder = mkdtempSync(join(tmpdir(), `homeport-lab-${id}-`))
  const hosts: Host[] = []
  const machine = (name: string): Host => {
    const own = join(folder, name)
    mkdirSync(own)
    const host = new Host(name, `${id}-${name}`, own)
    hosts.push(host)
    return host
  }
  const close = async (): Promise<void> => {
    await Promise.all(hosts.map((host) => host.close()))
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    const internet = new Internet(machine("internet"), machine("services"))
    const office = buildOffice(options, internet, machine)
    const homes = options.homes.map(({ nat }, index) => buildHome(index, nat, internet, machine))
    const officeLine = line(0)
    let turn = 0
    const publicAddress = (): string => officeLine.address(turn)
    const publish = () => internet.publish({ [OFFICE_NAME]: publicAddress(), [INNER_NAME]: office.addresses.inner })
    await Promise.all([internet.start(), publish()])

    return {
      figure: options.figure,
      internet,
      ...office,
      homes,
      publicAddress,
      async changePublicAddress() {
        const before = publicAddress()
        turn += 1
        office.officeRouter.run(["ip", "addr", "del", `${before}/${officeLine.prefix}`, "dev", "wan"])
        assign(office.officeRouter, "wan", `${publicAddress()}/${officeLine.prefix}`)
        defaultRoute(office.officeRouter, officeLine.gateway)
        // A router that has dialled in anew remembers no connection. One that keeps its forwarded ones rewrites the phones'
        // source ports, because it still holds the old ones for the old address.
        office.officeRouter.run(["conntrack", "--flush"])
        await publish()
        return publicAddress()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Machine = (name: string) => Host
type Office = Pick<Lab, "officeRouter" | "homeportHost" | "officePhone" | "addresses">

function buildOffice(
  { figure, rtpForwarded, phonesServed, forwardsNothing }: LabOptions,
  internet: Internet,
  machine: Machine,
): Office {
  const officeRouter = machine("office")
  const homeportHost = machine("homeport")
  const officePhone = machine("phone")
  internet.subscribe(officeRouter, line(0))
  const addresses =
    figure === 2
      ? { inner: "192.168.1.2", outer: "192.168.1.2", localNetwork: "192.168.1.0/24" }
      : { inner: "192.168.1.2", outer: "192.168.100.2", localNetwork: "192.168.1.0/24" }
  const ports: Forward[] = [
    { protocol: "udp", ports: OUTER_PORT, to: addresses.outer },
    { protocol: "tcp", ports: OUTER_PORT, to: addresses.outer },
    { protocol: "tcp", ports: OUTER_TLS_PORT, to: addresses.outer },
  ]
  if (rtpForwarded) ports.push({ protocol: "udp", ports: `${RTP_RANGE.from}-${RTP_RANGE.to}`, to: addresses.outer })
  if (phonesServed) ports.push({ protocol: "tcp", ports: String(PHONES_PORT), to: addresses.outer })
  accessRouter(officeRouter, "cone", forwardsNothing ? [] : ports)

  if (figure === 2) {
    lan(officeRouter, "lan", "192.168.1.1/24")
    plug(officeRouter, "lan", homeportHost, "eth0")
    plug(officeRouter, "lan", officePhone, "eth0")
    assign(homeportHost, "eth0", "192.168.1.2/24")
    assign(officePhone, "eth0", `${OFFICE_PHONE_ADDRESS}/24`)
    defaultRoute(homeportHost, "192.168.1.1")
    defaultRoute(officePhone, "192.168.1.1")
  } else {
    connect(officeRouter, "lan", homeportHost, "lan1")
    assign(officeRouter, "lan", "192.168.100.1/24")
    assign(homeportHost, "lan1", "192.168.100.2/24")
    defaultRoute(homeportHost, "192.168.100.1")
    connect(homeportHost, "lan2", officePhone, "eth0")
    assign(homeportHost, "lan2", "192.168.1.2/24")
    assign(officePhone, "eth0", `${OFFICE_PHONE_ADDRESS}/24`)
    defaultRoute(officePhone, "192.168.1.2")
  }
  return { officeRouter, homeportHost, officePhone, addresses }
}

function buildHome(index: number, nat: Nat, internet: Internet, machine: Machine): Home {
  const letter = String.fromCharCode("a".charCodeAt(0) + index)
  const router = machine(`home-${letter}`)
  const phone = machine(`phone-${letter}`)
  const homeLine = line(index === 0 ? 1 : index === 1 ? 2 : 3)
  internet.subscribe(router, homeLine)
  accessRouter(router, nat, [])
  lan(router, "lan", "192.168.178.1/24")
  plug(router, "lan", phone, "eth0")
  assign(phone, "eth0", `${HOME_PHONE_ADDRESS}/24`)
  defaultRoute(phone, "192.168.178.1")
  return { router, phone, publicAddress: homeLine.address(0) }
}
