/**
 * Wires the parts together and lets them run.
 *
 *   environment ─▶ data folder (locked) ─▶ store ─▶ core ─▶ HTTP ─▶ listening
 *
 * Only the console's own address and an unreadable store end a start. A SIP port that is taken does not.
 */
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { phonesProofs, settingsDefaults, sipProofs } from "@homeport/contract"
import type { Binding, Block } from "@homeport/sbc"
import { createStore, lockDataFolder, openDataFolder, type SettingsState, type Store } from "@homeport/store"
import { pino } from "pino"
import { createAccountParts } from "./accounts/account-parts.ts"
import { announcement } from "./announcement.ts"
import { createBackupParts } from "./backups/backup-parts.ts"
import { createCertificateParts } from "./certificates/certificate-parts.ts"
import { createInventories } from "./certificates/inventory.ts"
import { createPki } from "./certificates/pki.ts"
import { createCallRecorder } from "./core/call-recorder.ts"
import { announceChange } from "./core/change-announcer.ts"
import { systemClock } from "./core/clock.ts"
import { createDyndnsMonitor, systemResolver } from "./core/dyndns-monitor.ts"
import { createEventBridge } from "./core/event-bridge.ts"
import { createEventRecorder } from "./core/event-recorder.ts"
import { createExpiryWatch } from "./core/expiry-watch.ts"
import { createForwardingMemory } from "./core/forwarding-memory.ts"
import { forwardsPackets } from "./core/forwards-packets.ts"
import { watchInterfaces } from "./core/interface-watch.ts"
import { type CreateSbc, startLiveCore } from "./core/live-core.ts"
import { machineInterfaces } from "./core/machine-interfaces.ts"
import { createTlsAnnouncer } from "./core/tls-announcer.ts"
import { createVisitPages } from "./core/visit-page.ts"
import { createAskOnce } from "./dyndns/ask-once.ts"
import { createUpdater } from "./dyndns/create-updater.ts"
import { type Environment, EnvironmentError } from "./environment.ts"
import { createFirewallParts } from "./firewall/firewall-parts.ts"
import { addFirstAccount, chooseFirstInterfaces } from "./first-start.ts"
import { createConsoleHttps } from "./http/console-https.ts"
import { createFirstSignIn } from "./http/first-sign-in.ts"
import { ownCertificate } from "./http/own-certificate.ts"
import { createPasswordHasher } from "./http/password-hash.ts"
import { createRequestOrigin } from "./http/request-origin.ts"
import { createTopicStream } from "./http/topic-stream.ts"
import { createMetrics } from "./metrics/metrics.ts"
import { createRunningNotifications } from "./notifications/create-notifications.ts"
import { createPhonesForwarding } from "./phones/phones-forwarding.ts"
import { startPhonesListeners } from "./phones/start-phones-listeners.ts"
import { createProvisioningParts } from "./provisioning/provisioning-parts.ts"
import { defaultGateway } from "./router/default-gateway.ts"
import { firstThatAnswers } from "./router/first-that-answers.ts"
import { natPmp } from "./router/nat-pmp.ts"
import { createOfficeRouter } from "./router/office-router.ts"
import { upnpIgd } from "./router/upnp-igd.ts"
import { buildServer } from "./server.ts"
import { createToSbcConfig, networksOf } from "./settings/sbc-config.ts"
import { createSettingsService, type SettingsChange } from "./settings/settings-service.ts"
import { tlsConfig, tlsReasons } from "./settings/tls-conditions.ts"

export interface Running {
  /** What the terminal shows. */
  readonly announcement: string
  /** Ends calls, then everything else, in less than five seconds. */
  stop(): Promise<void>
}

export interface RunOptions {
  readonly environment: Environment
  readonly createSbc: CreateSbc
  readonly version: string
  readonly consoleFolder: string
  readonly variables: Readonly<Record<string, string | undefined>>
}

export async function run({ environment, createSbc, version, consoleFolder, variables }: RunOptions): Promise<Running> {
  const now = Date.now
  const interfaces = machineInterfaces
  const logger = pino({ level: environment.logLevel }, pino.destination({ fd: 2, sync: true }))
  if (environment.rtpEngine === "kernel")
    logger.warn("this version has no kernel RTP engine: the user-space engine runs")
  const { databasePath, key } = openDataFolder(environment.dataFolder)
  const unlock = lockDataFolder(environment.dataFolder)
  const store = createStore({ path: databasePath, key, defaults: settingsDefaults })
  const hasher = createPasswordHasher()
  await addFirstAccount(store, hasher, environment, now())
  chooseFirstInterfaces(store, environment, now())
  const firstCodePath = join(environment.dataFolder, "first-sign-in")
  const firstSignIn = createFirstSignIn(store.accounts.count() === 0, firstCodePath)

  const stream = createTopicStream(() => performance.now())
  const events = createEventRecorder({
    journal: store.journal,
    stream,
    lastId: store.events.lastId(),
    now,
    onRecorded: (line) => notifications.recorded(line),
  })
  const inventories = createInventories()
  const notifications = createRunningNotifications({
    store,
    events,
    inventory: () => inventories(store.state()),
    clock: systemClock,
    version,
    onChanged: () => stream.publish("notifications"),
    onFault: (error) => logger.error({ err: error }, "what was sent on could not be remembered"),
  })
  const calls = createCallRecorder({ journal: store.journal, stream, lastId: store.endedCalls.lastId() })
  const bindings = storedBindings(store, now())
  const forwarding = createForwardingMemory(store, "forwarding", sipProofs)
  const toSbcConfig = createToSbcConfig((state) => tlsConfig(state, inventories(state), now()))
  const core = await startLiveCore(
    createSbc,
    {
      config: toSbcConfig(store.state(), interfaces()),
      bindings,
      // Written by the event bridge, from a Block.
      blocks: store.blocks().map((data) => JSON.parse(data) as Block),
      forwarding: forwarding.recall(),
      page: createVisitPages(),
      nonceKey: Buffer.from(store.secret("nonce-key", () => randomBytes(32).toString("hex")).reveal(), "hex"),
      onEvent: createEventBridge({ journal: store.journal, stream, events, calls, known: bindings }),
      log: (sentence, error) => logger.warn({ err: error }, sentence),
    },
    (error) => logger.error({ err: error }, "an event of the core could not be told"),
  )
  const dyndns = createDyndnsMonitor({
    hostName: () => store.state().sections.dyndns.value.hostName,
    mapped: () => core.stun().mapped?.host,
    resolve: systemResolver,
    now,
    onChecked: () => stream.publish("stun"),
  })
  const dyndnsUpdater = createUpdater({
    store,
    core,
    askOnce: createAskOnce(),
    version,
    events,
    now,
    onChanged: () => stream.publish("stun"),
    onFault: (error) => logger.error({ err: error }, "the DynDNS client met a fault"),
  })
  const reasons = (state: SettingsState) => tlsReasons(state, inventories(state), now())
  const officeRouter = createOfficeRouter({
    state: store.state,
    interfaces,
    gatewayOf: defaultGateway,
    tls: () => reasons(store.state()).length === 0,
    publicAddress: () => core.stun().mapped?.host,
    mapper: firstThatAnswers([natPmp(), upnpIgd()]),
    clock: systemClock,
    events,
    onChanged: () => stream.publish("office-router"),
  })
  const announceTls = createTlsAnnouncer({ state: store.state, reasons, events })
  const lookForExpiry = createExpiryWatch({ store, inventory: () => inventories(store.state()), events, now })
  const certificate = ownCertificate(store, interfaces(), new Date(now()))
  const consoleHttps = createConsoleHttps({
    own: environment.http.loopback ? undefined : certificate,
    state: store.state,
    inventory: inventories,
  })
  const announce = announceChange(events, stream)
  const onChanged = (change: SettingsChange) => {
    announce(change)
    announceTls()
    dyndnsUpdater.look()
    officeRouter.mapping.look()
    notifications.changed()
    if (change.certificates || change.sections.has("installed-certificates")) {
      consoleHttps.changed()
      phones.changed()
      lookForExpiry()
    }
  }
  const origin = createRequestOrigin()
  const { address } = origin
  const settings = createSettingsService({ store, core, toSbcConfig, interfaces, now, address, onChanged })

  const pki = createPki()
  const networks = () => networksOf(store.state().sections["network-interfaces"].value, interfaces())
  const localAddresses = () => {
    const { outer, inner } = networks()
    return [outer, ...inner]
  }
  const parts = createCertificateParts({
    store,
    core,
    settings,
    pki,
    inventories,
    localAddresses,
    phones: environment.phones,
    phonesHttp: environment.phonesHttp,
    now,
  })
  const provisioning = createProvisioningParts({
    environment,
    store,
    settings,
    certificates: parts,
    ownCertificate: certificate,
    networks,
    events,
    stream,
    logger,
    now,
  })
  const backups = createBackupParts(join(environment.dataFolder, "backups"), {
    store,
    core,
    settings,
    toSbcConfig,
    interfaces,
    events,
    stream,
    version,
    now,
  })
  const phonesForwarding = createPhonesForwarding({
    phones: environment.phones,
    localNetworks: () => networks().local,
    mapped: () => core.stun().mapped?.host,
    memory: createForwardingMemory(store, "phones-forwarding", phonesProofs),
    now,
    onChanged: () => stream.publish("forwarding"),
  })
  const accountParts = createAccountParts({ store, hasher, events, stream, now })
  const localNetworks = () => networks().local
  const firewall = createFirewallParts({
    store,
    core,
    settings,
    logins: accountParts.logins,
    localNetworks,
    events,
    stream,
    now,
  })
  await firewall.lookForUnblocking()
  const phones = await startPhonesListeners({
    environment,
    logger,
    parts: { ...parts, ...provisioning },
    state: store.state,
    own: certificate,
    localNetworks,
    forwarding: phonesForwarding,
    gate: firewall.gate,
    now,
  })
  const running = { version, startedAt: now(), stopping: false }
  const metrics = createMetrics({ store, core, inventory: parts.inventory, now, process: running })
  const services = {
    store,
    core,
    dyndns,
    dyndnsUpdater,
    officeRouter,
    phonesPort: environment.phones?.port,
    phonesForwarding,
    settings,
    ...firewall,
    ...parts,
    ...provisioning,
    ...backups,
    consoleHttps,
    events,
    notifications,
    origin,
    stream,
    ...accountParts,
    firstSignIn,
    now,
    interfaces,
    forwardsPackets,
    metrics,
    process: running,
  }
  const { trustedProxies } = environment
  const app = await buildServer({ services, hasher, logger, trustedProxies, consoleFolder })
  const { host } = environment.http
  await listen(() => app.listen({ host, port: environment.http.port }), environment)
  const bound = app.server.address()
  const port = typeof bound === "object" && bound ? bound.port : environment.http.port
  notifications.resume()
  events.record({ code: "system.started", params: { version } })

  const look = watchInterfaces({ store, settings, events, interfaces, toSbcConfig })
  lookForExpiry()
  officeRouter.mapping.look()
  const looking = setInterval(() => {
    announceTls()
    dyndnsUpdater.look()
    officeRouter.mapping.look()
    backups.backupSchedule
      .look()
      .catch((error: unknown) => logger.error({ err: error }, "a scheduled backup met a fault"))
    look().catch((error: unknown) => logger.error({ err: error }, "a changed address could not be applied"))
    firewall
      .lookForUnblocking()
      .catch((error: unknown) => logger.error({ err: error }, "an address could not be unblocked"))
  }, 5_000)
  const sweeping = setInterval(() => {
    accountParts.logins.sweep()
    lookForExpiry()
    parts.revocationLists
      .refresh()
      .catch((error: unknown) => logger.error({ err: error }, "a revocation list could not be renewed"))
  }, 3_600_000)
  const remember = () => {
    forwarding.keep(core.forwarding())
    phonesForwarding.keep()
  }
  const remembering = setInterval(remember, 60_000)
  // Counters of a running call move without any event: whoever looks at them is told to look again.
  const counting = setInterval(() => {
    if (stream.subscribers > 0 && core.calls().length > 0) stream.publish("calls")
  }, 1_000)

  return {
    announcement: announcement({
      host,
      port,
      addresses: interfaces().map(({ address }) => address),
      certificate: consoleHttps.current(),
      firstCode: firstSignIn.code(),
      firstCodePath,
      sshConnection: variables.SSH_CONNECTION,
      user: variables.USER,
    }),
    async stop() {
      services.process.stopping = true
      clearInterval(looking)
      clearInterval(sweeping)
      clearInterval(counting)
      dyndnsUpdater.stop()
      notifications.stop()
      clearInterval(remembering)
      remember()
      await Promise.all([core.stop(3_000), officeRouter.mapping.stop()])
      stream.close()
      await Promise.all([app.close(), phones.stop(), pki.close()])
      events.record({ code: "system.stopped" })
      await store.close()
      unlock()
    },
  }
}

function storedBindings(store: Store, at: number): readonly Binding[] {
  // Written by the event bridge, from a Binding.
  const bindings = store.bindings().map((data) => JSON.parse(data) as Binding)
  return bindings.filter((binding) => {
    if (binding.expiresAt > at) return true
    store.journal.binding({ callNumber: binding.callNumber, contact: binding.contact, data: undefined })
    return false
  })
}

async function listen(start: () => Promise<unknown>, { http }: Environment): Promise<void> {
  try {
    await start()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError(`The console cannot be served at ${http.host}:${http.port} (HOMEPORT_HTTP): ${reason}.`)
  }
}
