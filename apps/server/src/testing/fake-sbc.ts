/** A core without sockets, for tests of what stands around it: it says what it is told to say and remembers what it was told. */
import type {
  Binding,
  Block,
  CallView,
  ChannelsView,
  FilteringTestOutcome,
  ForwardingEvidence,
  ListenerView,
  PrepareProblem,
  RegistrationAttempt,
  RegistrationTrial,
  Sbc,
  SbcConfig,
  SbcEvent,
  SbcOptions,
  StunView,
} from "@homeport/sbc"

export interface FakeSbc extends Sbc {
  /** The configuration that runs. */
  running: SbcConfig
  /** How often something was prepared, activated, discarded. */
  readonly steps: string[]
  /** What the next `prepare` answers with. */
  problems: PrepareProblem[]
  bindings: Binding[]
  callViews: CallView[]
  listenerViews: ListenerView[]
  stunView: StunView
  evidence: ForwardingEvidence[]
  blocks: Block[]
  /** What a filtering test comes to. */
  testOutcome: FilteringTestOutcome
  /** What a trial of a registration comes to; what was tried last. */
  trial: RegistrationTrial
  tried: RegistrationAttempt | undefined
  /** What it was started with. */
  readonly options: SbcOptions
  emit(event: SbcEvent): void
}

export function createFakeSbc(options: SbcOptions): FakeSbc {
  const fake: FakeSbc = {
    running: options.config,
    steps: [],
    problems: [],
    bindings: [...options.bindings],
    callViews: [],
    stunView: stunOff,
    evidence: [...(options.forwarding ?? [])],
    blocks: [...(options.blocks ?? [])],
    testOutcome: "no-server",
    trial: { outcome: "not-open" },
    tried: undefined,
    options,
    listenerViews: [listenerOf("SIP", 5060), listenerOf("SIP_EXT", 5070)],
    async start() {},
    async prepare(config) {
      fake.steps.push("prepare")
      if (fake.problems.length > 0) return { ok: false, problems: fake.problems }
      return {
        ok: true,
        activate() {
          fake.steps.push("activate")
          fake.running = config
        },
        discard() {
          fake.steps.push("discard")
        },
      }
    },
    async stop() {
      fake.steps.push("stop")
    },
    registrations: () => fake.bindings,
    calls: () => fake.callViews,
    channels: (): ChannelsView => ({ total: fake.running.channels, used: 0, peakToday: 2, users: [] }),
    stun: () => fake.stunView,
    listeners: () => fake.listenerViews,
    forwarding: () => fake.evidence,
    tryRegistration(attempt) {
      fake.tried = attempt
      return fake.trial
    },
    testForwarding: (done) => done(fake.testOutcome),
    firewall: () => ({
      refused: { SIP: 0, SIP_TLS_SUB: 0, SIP_EXT: 0, SIP_TLS_SUB_EXT: 0 },
      blocks: fake.blocks.map((block) => ({ ...block, dropped: 0 })),
    }),
    block(given) {
      const block = blockOf(given.network, { ...given, by: "hand", cause: undefined, failures: 0 })
      fake.blocks = [...fake.blocks.filter(({ network }) => network !== block.network), block]
      fake.emit({ type: "block.changed", network: block.network, block })
      return true
    },
    unblock(network) {
      const lifted = fake.blocks.filter((block) => network === undefined || block.network === network)
      fake.blocks = fake.blocks.filter((block) => !lifted.includes(block))
      for (const block of lifted) fake.emit({ type: "block.changed", network: block.network, block: undefined })
      return network === undefined || lifted.length > 0
    },
    emit: (event) => options.onEvent(event),
  }
  return fake
}

const listenerOf = (name: ListenerView["name"], port: number): ListenerView => ({
  name,
  network: name === "SIP" ? "inner" : "outer",
  transport: "UDP",
  address: "127.0.0.1",
  port,
  state: "listening",
  problem: undefined,
})

export const stunOff: StunView = {
  state: "off",
  server: undefined,
  mapped: undefined,
  localPort: 5070,
  roundTrip: undefined,
  checkedAt: undefined,
  changedAt: undefined,
  problem: "no-server",
  behaviour: undefined,
}

export const blockOf = (network: string, more: Partial<Block> = {}): Block => ({
  network,
  by: "failures",
  kind: "blocked",
  cause: "wrong-password",
  since: 1_800_000_000_000,
  until: 1_800_000_900_000,
  failures: 20,
  times: 1,
  note: "",
  ...more,
})

export const bindingOf = (callNumber: string, more: Partial<Binding> = {}): Binding => ({
  callNumber,
  contact: `sip:${callNumber}@203.0.113.7:5060`,
  network: "outer",
  transport: "UDP",
  source: { host: "203.0.113.7", port: 5060 },
  local: { host: "127.0.0.1", port: 5070 },
  userAgent: "Test phone",
  callId: "a",
  cseq: 1,
  registeredAt: 1_000,
  expiresAt: 3_600_000,
  hairpin: false,
  state: "reachable",
  ...more,
})

export const callOf = (id: string, caller: string, callee: string): CallView => {
  const leg = (callNumber: string) => ({
    callNumber,
    name: `Station ${callNumber}`,
    network: "outer" as const,
    transport: "UDP" as const,
    address: "203.0.113.7:5060",
    channel: true,
    onHold: false,
    media: {
      received: { packets: 5, bytes: 860, lost: 0, jitter: 3 },
      sent: { packets: 4, bytes: 688 },
      strangers: 0,
      silence: 20,
    },
  })
  return { id, state: "answered", startedAt: 1_000, answeredAt: 2_000, caller: leg(caller), callee: leg(callee) }
}
