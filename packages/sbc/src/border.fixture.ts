/**
 * The whole core in memory, for tests: an office behind a router, an internet with a STUN server, homes behind their routers.
 *
 *   office 101 192.168.1.21 ─┐                                                   ┌─ 192.168.178.20 home 168
 *   office 102 192.168.1.22 ─┼─ office router 198.51.100.20 ── internet ── 203.0.113.7
 *   Homeport 192.168.1.10 ───┘  forwards 5070, 5071   STUN 198.51.100.3      ── 203.0.113.8 ── another home 169
 */
import { createHash } from "node:crypto"
import type { Endpoint, ListenError } from "@homeport/sip"
import {
  type Call,
  type FakeEngine,
  fakeEngine,
  type Host,
  host,
  type ManualClock,
  manualClock,
  type Parts,
  type Phone,
  type PhoneOptions,
  pcmu,
  type ReceivedRequest,
  type Router,
  type RouterOptions,
  router,
  type SimulatedNetwork,
  type StunServer,
  simulatedNetwork,
  sipNetwork,
  softPhone,
  stunServer,
} from "@homeport/testkit"
import type { SbcConfig, StationConfig, TlsConfig } from "./config.ts"
import type { Binding, Block, ForwardingEvidence, SbcEvent } from "./events.ts"
import { createSbc } from "./sbc.ts"
import type { Environment } from "./sbc-interface.ts"

export const homeport = "192.168.1.10"
export const publicAddress = "198.51.100.20"

export interface Border {
  readonly sbc: ReturnType<typeof createSbc>
  /** The one that runs. */
  readonly config: SbcConfig
  readonly clock: ManualClock
  readonly net: SimulatedNetwork
  readonly engine: FakeEngine
  readonly officeRouter: Router
  /** Of the homes, in the order they were made. */
  readonly homeRouters: readonly Router[]
  readonly stun: StunServer
  /** Certificates that held listeners took. */
  readonly renewed: readonly Endpoint[]
  readonly events: SbcEvent[]
  /** Those of one type, oldest first. */
  told<T extends SbcEvent["type"]>(type: T): Extract<SbcEvent, { type: T }>[]
  /** What is still in work or taken when all timers of transactions have run out: see `nothing`. */
  left(): typeof nothing
  /** Somebody else with an address: on the internet, or in the office's network. */
  stranger(address: string): Host
  /** A phone in the office, not registered yet. */
  office(number: string, options?: Partial<PhoneOptions>): Phone
  /** A phone in a home of its own, not registered yet. */
  home(number: string, options?: Partial<PhoneOptions & RouterOptions>): Phone
  /** The same, registered. */
  officePhone(number: string, options?: Partial<PhoneOptions>): Phone
  homePhone(number: string, options?: Partial<PhoneOptions & RouterOptions>): Phone
  /** A call that `from` makes to `to`, answered; both legs' phones as calls. */
  connect(
    from: Phone,
    to: Phone,
    parts?: Parts,
  ): { readonly caller: Call; readonly callee: Call; readonly invite: ReceivedRequest }
  reconfigure(change: Partial<SbcConfig>): Promise<void>
  /** Ends this core and starts another one on the same machine, with what was registered. */
  restart(): Promise<void>
}

/** `refuse` makes a socket fail as the operating system might. */
export async function border(
  change: Partial<SbcConfig> = {},
  refuse: (endpoint: Endpoint) => ListenError["code"] | undefined = () => undefined,
  officeRouterIs: Partial<RouterOptions> = {},
): Promise<Border> {
  const clock = manualClock()
  const net = simulatedNetwork(clock)
  const [lan, internet] = [net.lan("office"), net.lan("internet")]
  const machine = host(net, "homeport")
  machine.attach(lan, homeport)
  const provider = host(net, "stun")
  provider.attach(internet, "198.51.100.3")
  provider.attach(internet, "198.51.100.4")
  const stun = stunServer({ on: provider, address: "198.51.100.3", other: { host: "198.51.100.4", port: 3479 } })
  const officeRouter = router(net, {
    name: "office router",
    inner: lan,
    innerAddress: "192.168.1.1",
    outer: internet,
    publicAddress,
    forwards: [forward("UDP", 5070), forward("TCP", 5070), forward("TCP", 5071)],
    ...officeRouterIs,
  })
  const engine = fakeEngine({ on: machine })
  const events: SbcEvent[] = []
  let config: SbcConfig = { ...usual, ...change }
  let counter = 0
  let bindings: readonly Binding[] = []
  let forwarding: readonly ForwardingEvidence[] = []
  let blocks: readonly Block[] = []
  const network = sipNetwork(machine, refuse)
  const environment: Environment = {
    clock,
    wallClock: () => clock.wall(),
    network,
    engine,
    resolve: (name, done) => net.post(() => done(name === "stun.example" ? ["198.51.100.3"] : [])),
    // Deterministic, and never the same twice.
    randomBytes: (size) => createHash("shake256", { outputLength: size }).update(String(++counter)).digest(),
  }
  const begin = async () => {
    const sbc = createSbc({
      config,
      bindings,
      forwarding,
      blocks,
      page: ({ transport, port, outside }) => Buffer.from(`${transport} ${port} ${outside ? "outside" : "inside"}`),
      nonceKey: new Uint8Array(32).fill(7),
      onEvent: (event) => events.push(event),
      log: (sentence, error) => {
        throw new Error(`${sentence}\n${net.ladder()}`, { cause: error })
      },
      environment,
    })
    await sbc.start()
    net.settle()
    return sbc
  }
  let sbc = await begin()

  const homeRouters: Router[] = []
  let desks = 0
  const phoneOn = (on: Host, number: string, server: string, port: number, options: Partial<PhoneOptions>) =>
    softPhone({
      on,
      user: number,
      username: `SIP-${number}`,
      password: `secret-${number}`,
      server: { host: server, port },
      ...options,
    })

  const it: Border = {
    get sbc() {
      return sbc
    },
    get config() {
      return config
    },
    clock,
    net,
    engine,
    officeRouter,
    homeRouters,
    stun,
    renewed: network.renewed,
    events,
    told: <T extends SbcEvent["type"]>(type: T) =>
      events.filter((event): event is Extract<SbcEvent, { type: T }> => event.type === type),
    stranger(address) {
      const on = host(net, address)
      on.attach(address.startsWith("192.168.1.") ? lan : internet, address)
      return on
    },
    office(number, options = {}) {
      desks += 1
      const desk = host(net, desks === 1 ? `office ${number}` : `office ${number} (${desks})`)
      desk.attach(lan, `192.168.1.${20 + desks}`)
      return phoneOn(desk, number, homeport, options.transport === "TLS" ? 5062 : 5060, options)
    },
    home(number, options = {}) {
      const homes = homeRouters.length + 1
      const inner = net.lan(`home ${homes}`)
      const on = host(net, `home ${number}`)
      on.attach(inner, "192.168.178.20")
      const at = { inner, innerAddress: "192.168.178.1", outer: internet, publicAddress: `203.0.113.${6 + homes}` }
      homeRouters.push(router(net, { name: `home router ${homes}`, ...at, ...options }))
      return phoneOn(on, number, publicAddress, options.transport === "TLS" ? 5071 : 5070, options)
    },
    officePhone(number, options) {
      const phone = it.office(number, options)
      phone.registers()
      net.settle()
      return phone
    },
    homePhone(number, options) {
      const phone = it.home(number, options)
      if (!phone.asksStun(stun.address)) throw new Error("no STUN answer at home")
      phone.registers()
      net.settle()
      return phone
    },
    connect(from, to, parts = { offer: pcmu }) {
      const caller = from.invites(to.user, parts)
      const invite = to.receives("INVITE")
      to.answers(invite, 180)
      net.settle()
      const callee = to.answers(invite, 200, { answer: pcmu })
      net.settle()
      to.receives("ACK")
      return { caller, callee, invite }
    },
    left() {
      const now = (): typeof nothing => {
        const { calls, dialogs, transactions } = sbc.load()
        const [relays, sides] = [engine.relays, engine.sides.length]
        return { calls, dialogs, ...transactions, channels: sbc.channels().used, relays, sides }
      }
      // Pings come and go: it is enough that there is a moment without any.
      for (let second = 0; second < 120; second++) {
        if (Object.values(now()).every((count) => count === 0)) break
        clock.advance(1_000)
      }
      return now()
    },
    async reconfigure(next) {
      config = { ...config, ...next }
      const prepared = await sbc.prepare(config)
      if (!prepared.ok) throw new Error(`refused: ${JSON.stringify(prepared.problems)}`)
      prepared.activate()
      net.settle()
    },
    async restart() {
      bindings = sbc.registrations()
      forwarding = sbc.forwarding()
      blocks = sbc.firewall().blocks
      const stopped = sbc.stop(0)
      clock.advance(100)
      await stopped
      sbc = await begin()
    },
  }
  return it
}

/** SPE support on: phones may come over TLS, to 5062 and 5071. */
export const secure = { tls: tlsConfig("first") } satisfies Partial<SbcConfig>

export function tlsConfig(fingerprint: string): TlsConfig {
  const key = { reveal: () => `key of ${fingerprint}` }
  return { certificate: { chain: `chain of ${fingerprint}`, key }, fingerprint }
}

export const forward = (protocol: "UDP" | "TCP", port: number) => ({
  protocol,
  from: port,
  to: { host: homeport, port },
})

/** What is left of calls that have ended, and of all that was ever asked. */
export const nothing = { calls: 0, dialogs: 0, client: 0, server: 0, channels: 0, relays: 0, sides: 0 }

/** 101 has two phones in the office; 168 calls from home. */
export async function twoDesks(change: Partial<SbcConfig> = {}) {
  const it = await border(change)
  const one = it.officePhone("101")
  const other = it.officePhone("101", { port: 5062 })
  return { it, one, other, home: it.homePhone("168"), sides: () => it.engine.sides }
}

/** `SIP-168` with the password `secret-168`. */
export function station(callNumber: string, change: Partial<StationConfig> = {}): StationConfig {
  const sipUserId = `SIP-${callNumber}`
  const secret = (algorithm: string) => ({
    reveal: () => createHash(algorithm).update(`${sipUserId}:${realm}:secret-${callNumber}`).digest("hex"),
  })
  return {
    callNumber,
    name: `Station ${callNumber}`,
    authenticationActive: true,
    sipUserId,
    realm,
    ha1: { md5: secret("md5"), sha256: secret("sha256") },
    digestAlgorithms: "md5",
    fixedIpAddress: undefined,
    internetRegistration: false,
    internetRegistrationUntil: undefined,
    userAgentPrefix: undefined,
    natTraversal: "endpoint",
    ...change,
  }
}

export const atHome = (callNumber: string, change: Partial<StationConfig> = {}): StationConfig =>
  station(callNumber, { internetRegistration: true, ...change })

const realm = "SMO-SIP"

const usual: SbcConfig = {
  networks: { inner: [homeport], outer: homeport, local: ["192.168.1.0/24"] },
  ports: { inner: 5060, outer: 5070, innerTls: 5062, outerTls: 5071, rtp: { from: 29_100, to: 30_530 } },
  realm,
  stations: [station("101"), station("102"), station("103"), atHome("168"), atHome("169")],
  stun: {
    mode: "automatic",
    server: { host: "stun.example", port: 3478 },
    staticAddress: undefined,
    staticPort: undefined,
  },
  channels: 60,
  outerUdpAtRouter: undefined,
  rtpForwarded: false,
  tls: undefined,
  firewall: {
    reach: { SIP: "local", SIP_TLS_SUB: "local", SIP_EXT: "everybody", SIP_TLS_SUB_EXT: "everybody" },
    neverBlocked: [],
    blocking: { failures: 20, within: 600_000, duration: 900_000, sparesLocal: true },
  },
}
