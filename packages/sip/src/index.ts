/** SIP: RFC 3261. Start reading at message/message.ts, then transaction/layer.ts. */
// biome-ignore-all assist/source/organizeImports: in reading order
export { type Cancel, type Clock, createClock, type TimeSource } from "./clock.ts"
export { failure, type Result, success } from "./result.ts"

// Messages: RFC 3261 §7, §8, §18.3, §19.1, §20.
export type { CSeq, Field, Mandatory, Message, Request, Response } from "./message/message.ts"
export { largestMessage, type ParseError, parseMessage, startLine } from "./message/parse.ts"
export { serialize } from "./message/serialize.ts"
export { type Frame, Framing } from "./message/framing.ts"
export {
  ackFor,
  badRequest,
  cancelFor,
  type RequestParts,
  type ResponseParts,
  request,
  response,
} from "./message/build.ts"
export {
  appendField,
  prependField,
  removeField,
  replaceField,
  replaceTopVia,
  withBody,
  withFields,
} from "./message/alter.ts"
export { all, type Fields, first, listOf, splitList } from "./message/lookup.ts"
export { fieldName } from "./message/field-name.ts"
export { decimal, isToken, quote, unquote } from "./message/lexical.ts"
export { type Parameter, type Parameters, parameter, parseParameters, withParameter } from "./message/parameters.ts"
export { formatUri, parseUri, type SipUri, scheme, uriEquals } from "./message/uri.ts"
export { formatHostPort, type HostPort, parseHostPort } from "./message/host-port.ts"
export { formatNameAddr, type NameAddr, parseContacts, parseNameAddr } from "./message/name-addr.ts"
export { formatVia, magicCookie, parseVia, type Via } from "./message/via.ts"
export { parseCSeq } from "./message/mandatory.ts"
export {
  type AuthParam,
  type AuthParams,
  authParam,
  formatAuthParams,
  parseAuthParams,
} from "./message/auth-params.ts"
export { isFailure, isProvisional, isSuccess, reasonPhrase } from "./message/status.ts"
export { isKnownMethod, type Method, methods } from "./message/method.ts"
export { displayText, wireText } from "./message/text.ts"

// Dialogs: RFC 3261 §12, offer and answer in them: RFC 6337.
export {
  createCalleeDialog,
  createCallerDialog,
  type Dialog,
  type DialogKey,
  dialogKey,
  dialogKeyOf,
  type RequestContent,
} from "./dialog/dialog.ts"
export {
  glareDelay,
  noOffer,
  type OfferEvent,
  type OfferRefusal,
  type OfferState,
  type OfferStep,
  offerStep,
} from "./dialog/offer-state.ts"
export { type RouteSet, route, routeSetOf } from "./dialog/route-set.ts"
// Digest: RFC 7616, RFC 8760.
export { type Challenge, challengeFields, parseChallenge } from "./digest/challenge.ts"
export {
  authorization,
  type Credentials,
  type DigestAlgorithm,
  hashedSecret,
  parseCredentials,
  verify,
} from "./digest/credentials.ts"
export { createNonces, type NonceOptions, type Nonces } from "./digest/nonce.ts"
// Transports: RFC 3261 §18, RFC 3581, RFC 5626 §1.
export type {
  Address,
  Certificate,
  Endpoint,
  Flow,
  Listener,
  ListenError,
  Network,
  Receiver,
  TransportName,
} from "./transport/transport.ts"
export type { HandshakeFailure, HandshakeFailureCause } from "./transport/handshake-failure.ts"
export { flowOf, reliable, sameFlow } from "./transport/flow.ts"
export { answerFlow, withReturnPath } from "./transport/return-path.ts"
export { HttpDetector } from "./transport/http-detector.ts"
export { defaultLimits, type Limits } from "./transport/limits.ts"
export { createNodeNetwork } from "./transport/network.ts"
// Transactions: RFC 3261 §17, RFC 6026, RFC 4320.
export type {
  ClientTransaction,
  ClientUser,
  ServerTransaction,
  TransactionUser,
} from "./transaction/transaction-user.ts"
export { createTransactionLayer, type TransactionLayer, type TransactionLayerOptions } from "./transaction/layer.ts"
export { newBranch, viaFor } from "./transaction/branch.ts"
export { defaultTiming, type Timing } from "./transaction/timing.ts"
