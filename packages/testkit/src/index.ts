/** A simulated internet, a clock turned by hand, and soft phones on it. Start reading at README.md. */
export { totpCode } from "./authenticator.ts"
export { type ManualClock, manualClock } from "./clock.ts"
export { type FakeEngine, type FakeSide, fakeEngine } from "./fake-engine.ts"
export { type Dependence, type Forward, type Router, type RouterOptions, router } from "./home-router.ts"
export { type Host, host, type UdpSocket } from "./host.ts"
export { drawLadder, type LadderOptions } from "./ladder.ts"
export {
  type Dropped,
  type Lan,
  type Node,
  type Packet,
  type Sent,
  type SimulatedNetwork,
  simulatedNetwork,
  type Verdict,
} from "./network.ts"
export type { Call, Parts } from "./phone/call.ts"
export type { FieldChanges, PhoneTransaction, ReceivedRequest } from "./phone/line.ts"
// Phones.
export { type AnswerParts, type Phone, type PhoneOptions, softPhone } from "./phone/phone.ts"
export type { RegisterOptions } from "./phone/registration.ts"
export { type Direction, type Media, pcma, pcmu, readSession, type Session, type Stream } from "./phone/session-text.ts"
export { openListener, sipNetwork } from "./sip-network.ts"
export { type StunServer, type StunServerOptions, stunServer } from "./stun-server.ts"
export type { Connection, ConnectionUser } from "./tcp.ts"
