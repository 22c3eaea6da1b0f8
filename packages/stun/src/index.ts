export { answerBinding } from "./answer.ts"
export type { SocketAddress } from "./attributes/address.ts"
export { alternateServer, readAlternateServer } from "./attributes/alternate-server.ts"
export type { ChangeRequest } from "./attributes/change-request.ts"
export { changeRequest, readChangeRequest } from "./attributes/change-request.ts"
export type { ErrorCode } from "./attributes/error-code.ts"
export { errorCode, readErrorCode } from "./attributes/error-code.ts"
export { checkFingerprint, withFingerprint } from "./attributes/fingerprint.ts"
export { mappedAddress, readMappedAddress } from "./attributes/mapped-address.ts"
export { otherAddress, readOtherAddress } from "./attributes/other-address.ts"
export { readResponseOrigin, responseOrigin } from "./attributes/response-origin.ts"
export { readSoftware, software } from "./attributes/software.ts"
export { readUnknownAttributes, unknownAttributes } from "./attributes/unknown-attributes.ts"
export { readUsername, username } from "./attributes/username.ts"
export { readXorMappedAddress, xorMappedAddress } from "./attributes/xor-mapped-address.ts"
export type { BehaviourQuestion, Dependence, NatBehaviour, UnaskedOutcome } from "./behaviour.ts"
export { askOtherAddress, discoverBehaviour } from "./behaviour.ts"
export type {
  StunAnswer,
  StunClient,
  StunClientOptions,
  StunFailure,
  StunOutcome,
  StunQuestion,
  StunTiming,
} from "./client.ts"
export { createStunClient, DEFAULT_TIMING } from "./client.ts"
export type { Cancel, Clock } from "./clock.ts"
export type { IntegrityAlgorithm } from "./integrity.ts"
export { checkIntegrity, longTermKey, shortTermKey, withIntegrity } from "./integrity.ts"
export { readMapped } from "./mapped-address.ts"
export type { StunAttribute, StunClass, StunError, StunMessage } from "./message.ts"
export { attributeValue, BINDING, classic, isStun, MAGIC_COOKIE, parseStun, serializeStun } from "./message.ts"
export type { Result } from "./result.ts"
export { failure, success } from "./result.ts"
export type { ResolveName } from "./server-name.ts"
export { resolveServerName } from "./server-name.ts"
