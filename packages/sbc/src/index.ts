// biome-ignore-all assist/source/organizeImports: in reading order
/** The SBC-light core: RFC 5853, RFC 7092. Start reading at sbc.ts. */
export { createSbc } from "./sbc.ts"
export type {
  Environment,
  Load,
  Sbc,
  SbcOptions,
} from "./sbc-interface.ts"
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
export type { RegistrationAttempt, RegistrationTrial } from "./registrar/registration-trial.ts"
export { internetRegistrationOver, userAgentAllowed } from "./border/admission.ts"
export { endedBindings } from "./registrar/ended-bindings.ts"
