export type { Cancel, Clock } from "./clock.ts"
export type {
  Component,
  Engine,
  PortRange,
  Relay,
  RelayObserver,
  RemoteMedia,
  Side,
  SideCounters,
  SocketAddress,
  StreamCounters,
} from "./engine/engine.ts"
export type { UserspaceOptions } from "./engine/userspace.ts"
export { createUserspaceEngine } from "./engine/userspace.ts"
export { membership } from "./networks.ts"
export { isMedia, isRtp, payloadType, sequenceNumber, ssrc, timestamp } from "./packet.ts"
export { isRtcp } from "./rtcp.ts"
