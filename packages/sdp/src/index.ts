/** SDP: RFC 8866 and the offer/answer model of RFC 3264. Start reading at session-description.ts. */
// biome-ignore-all assist/source/organizeImports: in reading order
export type {
  Direction,
  Line,
  MediaAddress,
  MediaDescription,
  SessionDescription,
} from "./session-description.ts"
export { parseSdp, type SdpError } from "./parse.ts"
export { serializeSdp } from "./serialize.ts"
export { type Codec, codecs, direction, mediaAddress, relayedAudio, rtcpAddress, sameMedia } from "./query.ts"
export { opened, receives, sends, turnedBack } from "./offer-answer.ts"
export { type Ours, outgoingAnswer, outgoingOffer, withDirection } from "./rewrite.ts"
export { failure, type Result, success } from "./result.ts"
