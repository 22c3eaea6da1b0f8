// biome-ignore-all assist/source/organizeImports: in reading order
/** The SBC-light core: RFC 5853, RFC 7092. Start reading at sbc.ts. */
export {
  createSbc,
  type Environment,
  type Load,
  type Sbc,
  type SbcOptions,
} from "./sbc.ts"
export type { Prepared, PrepareProblem, PrepareRefused } from "./prepared.ts"
export type {
  BlockingConfig,
  DigestAlgorithms,
  FirewallConfig,
  Ha1,
  NatTraversal,
  Networks,
  Ports,
  Reach,
  Revealable,
  SbcConfig,
  StationConfig,
  StunConfig,
  TlsConfig,
} from "./config.ts"
export type {
  Binding,
  Block,
  CallEnd,
  CallRefusal,
  CallView,
  ChannelsView,
  FailureCause,
  FilteringTestOutcome,
  FirewallView,
  ForwardingEvidence,
  ForwardingProof,
  LegView,
  ListenerView,
  MediaView,
  NatBehaviour,
  NetworkName,
  Refusal,
  RefusalCause,
  SbcEvent,
  StunView,
} from "./events.ts"
export type { Visit } from "./border/forwarding-watch.ts"
export type { HandshakeFailureCause } from "@homeport/sip"
export { endedBindings } from "./registrar/ended-bindings.ts"
