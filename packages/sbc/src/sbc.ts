/**
 * The SBC-light core: registrar, back-to-back user agent and media relay between the office and the internet. RFC 5853, RFC 7092.
 * Read this first: `createSbc` is where its parts meet.
 *
 *      office phones                                               phones at home
 *           │ inner listeners                   outer listeners          │
 *           └───────────┐                       ┌────────────────────────┘
 *                    transactions (packages/sip)
 *                          │ transaction-user.ts
 *           ingress.ts ── registrar/ ── routing/ ── b2bua/ ── border/ (channels, STUN, topology)
 *                                                      │
 *                                              media engine (packages/rtp)
 *
 * It knows no HTTP, no database and no form: `SbcConfig` in, `SbcEvent` out.
 */
import { randomBytes } from "node:crypto"
import { createUserspaceEngine } from "@homeport/rtp"
import {
  type Address,
  badRequest,
  createClock,
  createNodeNetwork,
  createNonces,
  createTransactionLayer,
  type Flow,
  flowOf,
  newBranch,
} from "@homeport/sip"
import { answerBinding, createStunClient, parseStun, resolveServerName } from "@homeport/stun"
import { Calls } from "./b2bua/calls.ts"
import type { CallCore } from "./b2bua/core.ts"
import { createInvitation } from "./b2bua/invitation.ts"
import { ChannelPool } from "./border/channels.ts"
import { createFirewall } from "./border/firewall.ts"
import { createForwardingWatch } from "./border/forwarding-watch.ts"
import { isIn } from "./border/nat-bindings.ts"
import { createPing } from "./border/ping.ts"
import { createStunMonitor } from "./border/stun-monitor.ts"
import { createTopology } from "./border/topology-hiding.ts"
import type { ListenerView, SbcEvent } from "./events.ts"
import { createIngress } from "./ingress.ts"
import { Listeners } from "./listeners.ts"
import { createInternetDeadlines } from "./registrar/internet-deadlines.ts"
import { createLocationService } from "./registrar/location-service.ts"
import { createRegistrar } from "./registrar/registrar.ts"
import { createRegistrationEnder } from "./registrar/registration-ender.ts"
import { tryRegistration } from "./registrar/registration-trial.ts"
import { createStationDirectory } from "./registrar/station-directory.ts"
import { createTargets } from "./routing/targets.ts"
import type { Environment, Load, Sbc, SbcOptions } from "./sbc-interface.ts"
import { createTransactionUser } from "./transaction-user.ts"
import { isAt } from "./wanted-listeners.ts"

const isOuterUdp = ({ name, transport, state }: ListenerView) =>
  name === "SIP_EXT" && transport === "UDP" && state === "listening"

export function createSbc(options: SbcOptions): Sbc & { load(): Load } {
  const { log = () => {} } = options
  const onEvent = (event: SbcEvent) => {
    firewall.heard(event)
    options.onEvent(event)
  }
  const clock = options.environment?.clock ?? createClock()
  const environment: Environment = {
    clock,
    wallClock: Date.now,
    network: createNodeNetwork({ clock }),
    engine: options.environment?.engine ?? createUserspaceEngine({ ports: options.config.ports.rtp, clock, log }),
    resolve: resolveServerName,
    randomBytes,
    ...options.environment,
  }
  const { wallClock, network, engine, resolve } = environment
  const token = () => Buffer.from(environment.randomBytes(8)).toString("hex")
  const branch = () => newBranch(environment.randomBytes)
  const random = () => Buffer.from(environment.randomBytes(4)).readUInt32BE() / 2 ** 32

  let directory = createStationDirectory(options.config)
  let stopping = false
  const config = () => directory.config
  const isLocal = (host: string) => isIn(host, directory.local)

  const firewall = createFirewall({
    clock,
    wallClock,
    config: options.config,
    bindings: options.bindings,
    blocks: options.blocks ?? [],
    mapped: () => stun.mapped()?.host,
    onEvent: options.onEvent,
  })

  const send = (flow: Flow, bytes: Uint8Array): boolean => {
    forwarding.sent(flow)
    return listeners.of(flow)?.send(flow, bytes) ?? false
  }
  const listeners: Listeners = new Listeners({
    network,
    clock,
    receiver: {
      message(message, flow) {
        // A connection that was let in may have been shut out since.
        if (flow.transport !== "UDP" && !listeners.admits(flow)) return void listeners.of(flow)?.disconnect(flow)
        forwarding.came(flow)
        transactions.receive(message, flow)
      },
      malformed(error, flow) {
        forwarding.came(flow)
        const answer = badRequest(error, token())
        if (answer !== undefined) transactions.sendDirectly(answer, flow)
        const { excerpt, message } = error
        const side = listeners.networkOf(flow) ?? "outer"
        onEvent({ type: "message.malformed", source: flow.remote.host, network: side, excerpt, message })
      },
      stun(bytes, flow) {
        if (stunClient.receive(bytes, flow.remote) || !listeners.admits(flow)) return
        const question = parseStun(bytes)
        const answer = question.ok ? answerBinding(question.value, flow.remote) : undefined
        if (answer === undefined) return
        forwarding.came(flow)
        send(flow, answer)
      },
      accepted: (flow) => forwarding.accepted(flow),
      http(flow) {
        const visit = forwarding.browsed(flow)
        return visit && options.page?.(visit)
      },
      failed(flow) {
        transactions.flowFailed(flow)
        locations.flowClosed(flow)
        calls.flowFailed(flow)
      },
      handshakeFailed(flow, { cause, detail }) {
        const network = listeners.networkOf(flow) ?? "outer"
        onEvent({ type: "handshake.failed", network, source: flow.remote, port: flow.local.port, cause, detail })
      },
    },
    isLocal,
    admits: ({ name, shared }, host, port) => firewall.admits(name, shared, host, port),
    talking: (isSuch) => calls.use(isSuch),
    registered: (endpoint) => locations.all().some((binding) => isAt(binding, endpoint)),
    onChange: (listener) => onEvent({ type: "listener.changed", listener }),
  })

  const stunClient = createStunClient({ clock, randomBytes: environment.randomBytes })
  const stun = createStunMonitor({
    clock,
    wallClock,
    client: stunClient,
    resolve,
    config,
    send(bytes, to) {
      const { networks, ports } = config()
      forwarding.sent(flowOf("UDP", { host: networks.outer, port: ports.outer }, to))
      listeners.sendFromOuter(bytes, to)
    },
    onUnasked: (from, mapped) => void forwarding.unasked(from, mapped),
    onEvent,
  })
  const forwarding = createForwardingWatch({
    clock,
    wallClock,
    config,
    isLocal,
    mapped: () => stun.mapped()?.host,
    known: options.forwarding ?? [],
    bindings: options.bindings,
    onEvent,
  })
  const topology = createTopology((localPort) => stun.announced(localPort))

  const transactions = createTransactionLayer({
    clock,
    user: {
      request: (transaction) => user.request(transaction),
      acknowledged: (ack, flow) => user.acknowledged(ack, flow),
      cancelled: (invite, cancel) => user.cancelled(invite, cancel),
      stray: (response, flow) => user.stray(response, flow),
      responseFailed: (transaction) => user.responseFailed(transaction),
    },
    send,
    fault: (error) => log("A request ended with an error of ours", error),
  })

  const ping = createPing({ transactions, topology, token, branch })
  const locations = createLocationService({
    clock,
    wallClock,
    random,
    ping,
    disconnect: (flow) => listeners.of(flow)?.disconnect(flow),
    onEvent,
  })
  const registrar = createRegistrar({
    locations,
    directory: () => directory,
    mapped: () => stun.mapped()?.host,
    wallClock,
    token,
    onRegistered(callNumber, network, flow, former) {
      forwarding.registered(flow)
      calls.registered(callNumber, network, flow, former)
    },
    onEvent,
  })
  const nonces = createNonces({ key: options.nonceKey, wallClock })
  const ingress = createIngress({
    directory: () => directory,
    locations,
    nonces,
    wallClock,
    token,
    onEvent,
    onFailure: firewall.failed,
  })

  const channels = new ChannelPool(options.config.channels, wallClock)
  const core: CallCore = {
    clock,
    wallClock,
    transactions,
    topology,
    engine,
    channels,
    mapping: stun,
    token,
    branch,
    random,
    stunReceived: (bytes: Uint8Array, from: Address) => stunClient.receive(bytes, from),
    emit: onEvent,
    config,
  }
  const targets = createTargets({
    directory: () => directory,
    locations,
    isOurs: (host, port) => listeners.isOurs(host, port),
  })
  const calls = new Calls(core, (number) => targets.of(number).usable)
  const user = createTransactionUser({
    ingress,
    registrar,
    calls,
    invite: createInvitation({ core, calls, station: (number) => directory.station(number), contacts: targets.of }),
    network: (flow) => listeners.networkOf(flow),
    takes: (flow) => listeners.takes(flow),
    stopping: () => stopping,
    heard: (flow) => locations.heard(flow),
    caller: targets.caller,
    token,
  })

  const endRegistrations = createRegistrationEnder({
    locations,
    firewall,
    directory: () => directory,
    wallClock,
    onEvent,
    talking: (isSuch) => calls.use(isSuch),
    disconnect: (flow) => listeners.of(flow)?.disconnect(flow),
  })
  const deadlines = createInternetDeadlines({
    clock,
    wallClock,
    onOver: (stations) => endRegistrations(directory.config, stations),
  })

  return {
    async start() {
      locations.restore(options.bindings)
      endRegistrations(undefined)
      deadlines.configure(options.config)
      await listeners.start(options.config)
      stun.start()
    },

    async prepare(next) {
      const prepared = await listeners.prepare(next)
      if (!prepared.ok) return prepared
      return {
        ok: true,
        activate() {
          const before = directory
          directory = createStationDirectory(next)
          prepared.activate()
          channels.resize(next.channels)
          engine.configure(next.ports.rtp)
          firewall.configure(next)
          endRegistrations(before.config)
          deadlines.configure(next)
          stun.reconfigure()
          forwarding.reconfigure()
        },
        discard: () => prepared.discard(),
      }
    },

    async stop(milliseconds) {
      stopping = true
      const answered = calls.endAll("shutdown")
      stun.stop()
      deadlines.stop()
      locations.close()
      // BYEs are on their way; who has not answered by then will notice by himself.
      await new Promise<void>((resolved) => {
        const deadline = clock.now() + milliseconds
        const look = () => {
          if (answered() || clock.now() >= deadline) return resolved()
          clock.after(50, look)
        }
        look()
      })
      transactions.close()
      firewall.close()
      calls.close()
      await Promise.all([listeners.stop(), engine.stop()])
    },

    registrations: () => locations.all(),
    calls: () => calls.views(),
    channels: () => channels.view(),
    stun: () => stun.view(),
    listeners: () => listeners.views(),
    forwarding: () => forwarding.view(),
    tryRegistration: (attempt) =>
      tryRegistration(attempt, { listeners, directory, locations, mapped: stun.mapped()?.host, now: wallClock() }),
    firewall: () => firewall.view(),
    block(block) {
      const added = firewall.block(block)
      endRegistrations(directory.config)
      return added
    },
    unblock: (network) => firewall.unblock(network),
    testForwarding(done) {
      if (!listeners.views().some(isOuterUdp)) return done("not-open")
      stun.testFiltering((outcome) => done(forwarding.tested(outcome)))
    },
    load: () => ({ calls: calls.size, dialogs: calls.dialogs, transactions: transactions.transactions }),
  }
}
