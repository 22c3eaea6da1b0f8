/** The real server on a store in memory, with a core without sockets and a clock that the test turns. */
import { randomBytes } from "node:crypto"
import { rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { AvailableInterface, Role } from "@homeport/contract"
import { phonesProofs, settingsDefaults } from "@homeport/contract"
import { createStore } from "@homeport/store"
import type { FastifyInstance, LightMyRequestResponse } from "fastify"
import { pino } from "pino"
import { onTestFinished } from "vitest"
import { createAccountParts } from "../accounts/account-parts.ts"
import { createBackupParts } from "../backups/backup-parts.ts"
import { createCertificateParts } from "../certificates/certificate-parts.ts"
import { createInventories } from "../certificates/inventory.ts"
import { createPki } from "../certificates/pki.ts"
import { createCallRecorder } from "../core/call-recorder.ts"
import { announceChange } from "../core/change-announcer.ts"
import { createDyndnsMonitor, type ResolveHostName } from "../core/dyndns-monitor.ts"
import { createEventBridge } from "../core/event-bridge.ts"
import { createEventRecorder } from "../core/event-recorder.ts"
import { createForwardingMemory } from "../core/forwarding-memory.ts"
import { startLiveCore } from "../core/live-core.ts"
import type { AskOnce } from "../dyndns/ask-once.ts"
import { createUpdater } from "../dyndns/create-updater.ts"
import type { ListenAddress } from "../environment.ts"
import { createFirewallParts } from "../firewall/firewall-parts.ts"
import { type ConsoleCertificate, makeConsoleCertificate } from "../http/console-certificate.ts"
import { createConsoleHttps } from "../http/console-https.ts"
import { createFirstSignIn } from "../http/first-sign-in.ts"
import { createPasswordHasher } from "../http/password-hash.ts"
import { createRequestOrigin } from "../http/request-origin.ts"
import { createTopicStream } from "../http/topic-stream.ts"
import { createMetrics } from "../metrics/metrics.ts"
import { undelivered } from "../notifications/delivery.ts"
import { createNotifications } from "../notifications/notifications.ts"
import type { SendMail } from "../notifications/send-mail.ts"
import type { SendWebhook } from "../notifications/send-webhook.ts"
import { createPhonesForwarding } from "../phones/phones-forwarding.ts"
import { createProvisioningParts } from "../provisioning/provisioning-parts.ts"
import { createOfficeRouter } from "../router/office-router.ts"
import { MappingError, type PortMapper } from "../router/port-mapper.ts"
import { buildServer, type ServerOptions } from "../server.ts"
import type { Services } from "../services.ts"
import { createToSbcConfig, networksOf } from "../settings/sbc-config.ts"
import { createSettingsService, type SettingsChange } from "../settings/settings-service.ts"
import { tlsConfig } from "../settings/tls-conditions.ts"
import { createFakeSbc, type FakeSbc } from "./fake-sbc.ts"

export interface TestServer {
  readonly app: FastifyInstance
  readonly services: Services
  readonly sbc: FakeSbc
  /** Lines of the server's log. */
  readonly logged: string[]
  turnClock(milliseconds: number): void
  /** Asks as nobody. */
  ask(method: Method, url: string, options?: Ask): Promise<Answered>
  /** Signs in with that role and gives the function that asks as that administrator. */
  signIn(role?: Role): Promise<TestServer["ask"]>
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

export interface Ask {
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Where it comes from; 127.0.0.1 by default. */
  readonly from?: string
}

export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers of every shape
  readonly body: any
  readonly headers: LightMyRequestResponse["headers"]
}

export const testPassword = "Right-Horse-42"
/** Cheap, or every test would wait for it. */
export const testHasher = () => createPasswordHasher({ memory: 8, passes: 1 })

const testCertificate = makeConsoleCertificate(["127.0.0.1"], new Date(1_800_000_000_000))

export const testInterfaces: readonly AvailableInterface[] = [
  { name: "lo", address: "127.0.0.1", network: "127.0.0.0/8", defaultRoute: false, loopback: true },
  { name: "eth0", address: "192.168.1.10", network: "192.168.1.0/24", defaultRoute: true, loopback: false },
]

export interface TestServerOptions extends Partial<ServerOptions> {
  /** Served over HTTPS with it. */
  readonly certificate?: ConsoleCertificate
  /** Without accounts. */
  readonly fresh?: boolean
  /** Where the phones' listeners would be; absent: off. */
  readonly phones?: ListenAddress
  readonly phonesHttp?: ListenAddress
  /** What the name service says. */
  readonly resolve?: ResolveHostName
  /** What DynDNS providers answer. */
  readonly askOnce?: AskOnce
  /** Mail server and webhook; without them none is reached. */
  readonly sendMail?: SendMail
  readonly sendWebhook?: SendWebhook
  /** The router that maps ports; without it none answers. */
  readonly mapper?: PortMapper
}

export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  let time = 1_800_000_000_000
  const now = () => time
  const logged: string[] = []
  const hasher = testHasher()
  const store = createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults })
  if (!options.fresh)
    for (const role of ["basic", "enhanced", "expert"] as const)
      store.accounts.add({ name: role, role, passwordHash: await hasher.hash(testPassword) }, now())
  const stream = createTopicStream(now)
  const events = createEventRecorder({
    journal: store.journal,
    stream,
    lastId: 0,
    now,
    onRecorded: (line) => notifications.recorded(line),
  })
  const nowhere = async () => undelivered("no-connection")
  const notifications = createNotifications({
    store,
    events,
    sendMail: options.sendMail ?? nowhere,
    sendWebhook: options.sendWebhook ?? nowhere,
    // What leaves by itself, and when, is notifications.test.ts's.
    clock: { now, after: () => () => undefined },
    systemName: () => "office.example.net",
    onChanged: () => stream.publish("notifications"),
    onFault: (fault) => {
      throw fault
    },
  })
  const calls = createCallRecorder({ journal: store.journal, stream, lastId: 0 })
  const inventories = createInventories()
  const toSbcConfig = createToSbcConfig((state) => tlsConfig(state, inventories(state), now()))
  const interfaces = () => testInterfaces
  let sbc: FakeSbc | undefined
  const core = await startLiveCore(
    (sbcOptions) => {
      sbc = createFakeSbc(sbcOptions)
      return sbc
    },
    {
      config: toSbcConfig(store.state(), testInterfaces),
      bindings: [],
      nonceKey: randomBytes(32),
      onEvent: createEventBridge({ journal: store.journal, stream, events, calls, known: [] }),
    },
    (fault) => {
      throw fault
    },
  )
  const dyndnsUpdater = createUpdater({
    store,
    core,
    askOnce: options.askOnce ?? (async () => ({ ok: false, problem: "no-connection" })),
    version: "0.0.0",
    events,
    now,
    random: () => 0,
    onChanged: () => stream.publish("stun"),
    onFault: (fault) => {
      throw fault
    },
  })
  const officeRouter = createOfficeRouter({
    state: store.state,
    interfaces,
    gatewayOf: (name) => (name === "eth0" ? "192.168.1.1" : undefined),
    tls: () => false,
    publicAddress: () => core.stun().mapped?.host,
    mapper: options.mapper ?? { find: () => Promise.reject(new MappingError("no-answer", "no router")) },
    // Rounds are begun by changes here; what comes with time is automatic-mapping.test.ts's.
    clock: { now, after: () => () => undefined },
    events,
    onChanged: () => stream.publish("office-router"),
  })
  const announce = announceChange(events, stream)
  const onChanged = (change: SettingsChange) => {
    announce(change)
    dyndnsUpdater.look()
    officeRouter.mapping.look()
    notifications.changed()
  }
  const origin = createRequestOrigin()
  const { address } = origin
  const settings = createSettingsService({ store, core, toSbcConfig, interfaces, now, address, onChanged })
  const pki = createPki()
  const { phones, phonesHttp } = options
  const certificates = createCertificateParts({
    store,
    core,
    settings,
    pki,
    inventories,
    localAddresses: () => ["192.168.1.10"],
    phones,
    phonesHttp,
    now,
  })
  const accountParts = createAccountParts({ store, hasher, events, stream, now })
  const localNetworks = () => networksOf(store.state().sections["network-interfaces"].value, testInterfaces).local
  const logger = pino({ level: "debug" }, { write: (line) => logged.push(line) })
  // Made when the first backup is.
  const backupFolder = join(tmpdir(), `homeport-backups-${randomBytes(8).toString("hex")}`)
  const running = { version: "0.0.0", startedAt: now(), stopping: false }
  const services: Services = {
    ...certificates,
    ...accountParts,
    ...createProvisioningParts({
      environment: { phones, phonesHttp },
      store,
      settings,
      certificates,
      ownCertificate: testCertificate,
      networks: () => ({ inner: ["192.168.1.10"], outer: "192.168.1.10" }),
      events,
      stream,
      logger,
      now,
      timeZone: "Europe/Berlin",
    }),
    ...createBackupParts(backupFolder, {
      store,
      core,
      settings,
      toSbcConfig,
      interfaces,
      events,
      stream,
      version: "0.0.0",
      now,
      cost: { N: 2 ** 12, r: 8, p: 1 },
    }),
    consoleHttps: createConsoleHttps({ own: options.certificate, state: store.state, inventory: inventories }),
    store,
    core,
    dyndns: createDyndnsMonitor({
      hostName: () => store.state().sections.dyndns.value.hostName,
      mapped: () => core.stun().mapped?.host,
      resolve: options.resolve ?? (async () => []),
      now,
      onChecked: () => stream.publish("stun"),
    }),
    dyndnsUpdater,
    officeRouter,
    phonesPort: phones?.port,
    phonesForwarding: createPhonesForwarding({
      phones,
      localNetworks: () => ["192.168.1.0/24"],
      mapped: () => core.stun().mapped?.host,
      memory: createForwardingMemory(store, "phones-forwarding", phonesProofs),
      now,
      onChanged: () => stream.publish("forwarding"),
    }),
    settings,
    events,
    notifications,
    origin,
    stream,
    ...createFirewallParts({ store, core, settings, logins: accountParts.logins, localNetworks, events, stream, now }),
    firstSignIn: createFirstSignIn(options.fresh ?? false, undefined),
    now,
    interfaces,
    forwardsPackets: () => false,
    metrics: createMetrics({ store, core, inventory: certificates.inventory, now, process: running }),
    process: running,
  }
  const app = await buildServer({ services, hasher, logger, ...options })
  onTestFinished(async () => {
    dyndnsUpdater.stop()
    notifications.stop()
    stream.close()
    await app.close()
    await pki.close()
    await store.close()
    rmSync(backupFolder, { recursive: true, force: true })
  })
  if (!sbc) throw new Error("the core was not started")

  const askWith =
    (cookies: Record<string, string>): TestServer["ask"] =>
    async (method, url, { body, headers = {}, from } = {}) => {
      const response = await app.inject({
        method,
        url,
        cookies,
        ...(from && { remoteAddress: from }),
        headers: { host: "localhost:8080", ...headers },
        ...(body !== undefined && { payload: JSON.stringify(body), headers: jsonHeaders(headers) }),
      })
      const isJson = String(response.headers["content-type"]).includes("json")
      return { status: response.statusCode, headers: response.headers, body: isJson ? response.json() : response.body }
    }
  const ask = askWith({})
  return {
    app,
    services,
    sbc,
    logged,
    turnClock(milliseconds) {
      time += milliseconds
    },
    ask,
    async signIn(role = "expert") {
      const { headers } = await ask("POST", "/api/login", { body: { name: role, password: testPassword } })
      return askWith(cookiesOf(headers))
    },
  }
}

const jsonHeaders = (headers: Record<string, string>) => ({
  host: "localhost:8080",
  "content-type": "application/json",
  ...headers,
})

export function cookiesOf(headers: Answered["headers"]): Record<string, string> {
  const lines = [headers["set-cookie"] ?? []].flat()
  return Object.fromEntries(lines.map((line) => (line.split(";")[0] ?? "").split("=") as [string, string]))
}
