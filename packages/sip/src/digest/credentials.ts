/**
 * Authorization: what a client answers to a challenge, and whether it is right. RFC 7616 §3.4, RFC 8760 §2.6.
 *
 *   response = H( H(user:realm:password) : nonce : nc : cnonce : auth : H(method:digest-uri) )
 *                └──── HA1, the secret ────┘
 *
 * The digest-uri is not compared with the Request-URI: RFC 3261 §22.4 leaves that open, and phones differ in the port.
 */
import { hash, timingSafeEqual } from "node:crypto"
import { authParam, formatAuthParams, parseAuthParams } from "../message/auth-params.ts"
import type { Challenge } from "./challenge.ts"

export type DigestAlgorithm = "MD5" | "SHA-256"

export interface Credentials {
  readonly username: string
  readonly realm: string
  readonly nonce: string
  readonly uri: string
  readonly algorithm: DigestAlgorithm
  readonly cnonce: string
  /** `nc` as a number, and as the eight digits that were digested. */
  readonly nonceCount: number
  readonly nonceCountText: string
  /** Lower-case hex. */
  readonly response: string
}

/** Undefined for another scheme, for an algorithm we never offer, and without qop=auth: none of these was asked for. */
export function parseCredentials(value: string): Credentials | undefined {
  const parsed = parseAuthParams(value)
  if (parsed === undefined || parsed.scheme.toLowerCase() !== "digest") return undefined
  const of = (name: string) => authParam(parsed, name)
  const username = of("username")
  const realm = of("realm")
  const nonce = of("nonce")
  const uri = of("uri")
  const cnonce = of("cnonce")
  const response = of("response")
  const nonceCountText = of("nc")
  const algorithm = digestAlgorithm(of("algorithm"))
  if (username === undefined || realm === undefined || nonce === undefined || uri === undefined) return undefined
  if (cnonce === undefined || response === undefined || nonceCountText === undefined || algorithm === undefined)
    return undefined
  if (of("qop")?.toLowerCase() !== "auth") return undefined
  const nonceCount = hexadecimal(nonceCountText)
  if (nonceCount === undefined) return undefined
  return {
    username,
    realm,
    nonce,
    uri,
    algorithm,
    cnonce,
    nonceCount,
    nonceCountText,
    response: response.toLowerCase(),
  }
}

/**
 * Whether `credentials` were made by somebody who knows `ha1` (lower-case hex, for the credentials' algorithm). Without one (no
 * such user) the same work is done for nothing, so that the time taken tells nobody who exists.
 */
export function verify(credentials: Credentials, method: string, ha1: string | undefined): boolean {
  const { algorithm } = credentials
  const expected = Buffer.from(digestResponse(credentials, method, ha1 ?? nobody[algorithm]), "latin1")
  const given = Buffer.from(credentials.response, "latin1")
  // A response of another length gives nothing away: the length is public.
  const equal = expected.length === given.length && timingSafeEqual(expected, given)
  return equal && ha1 !== undefined
}

/** H(user:realm:password) in lower-case hex. */
export function hashedSecret(algorithm: DigestAlgorithm, user: string, realm: string, password: string): string {
  return digest(algorithm, `${user}:${realm}:${password}`)
}

/** The value of an Authorization field that answers a challenge: what a phone does. */
export function authorization(
  challenge: Challenge,
  answer: {
    readonly username: string
    readonly password: string
    readonly method: string
    readonly uri: string
    readonly cnonce: string
    readonly nonceCount: number
  },
): string {
  const { realm, nonce, algorithm, opaque } = challenge
  const { username, password, method, uri, cnonce } = answer
  const nonceCountText = answer.nonceCount.toString(16).padStart(8, "0")
  const ha1 = hashedSecret(algorithm, username, realm, password)
  const response = digestResponse({ algorithm, nonce, nonceCountText, cnonce, uri }, method, ha1)
  const parameters = [
    { name: "username", value: username, quoted: true },
    { name: "realm", value: realm, quoted: true },
    { name: "nonce", value: nonce, quoted: true },
    { name: "uri", value: uri, quoted: true },
    { name: "response", value: response, quoted: true },
    { name: "algorithm", value: algorithm, quoted: false },
    { name: "cnonce", value: cnonce, quoted: true },
    { name: "qop", value: "auth", quoted: false },
    { name: "nc", value: nonceCountText, quoted: false },
  ]
  if (opaque !== undefined) parameters.push({ name: "opaque", value: opaque, quoted: true })
  return formatAuthParams({ scheme: "Digest", parameters })
}

/** The algorithm by its name in a message; MD5 where none is named (RFC 7616 §3.3); undefined for one we do not have. */
export function digestAlgorithm(name: string | undefined): DigestAlgorithm | undefined {
  switch ((name ?? "MD5").toUpperCase()) {
    case "MD5":
      return "MD5"
    case "SHA-256":
      return "SHA-256"
    default:
      return undefined
  }
}

type Digested = Pick<Credentials, "algorithm" | "nonce" | "nonceCountText" | "cnonce" | "uri">

function digestResponse(
  { algorithm, nonce, nonceCountText, cnonce, uri }: Digested,
  method: string,
  ha1: string,
): string {
  const ha2 = digest(algorithm, `${method}:${uri}`)
  return digest(algorithm, `${ha1}:${nonce}:${nonceCountText}:${cnonce}:auth:${ha2}`)
}

/** Over the octets as they were sent: one character is one octet. */
function digest(algorithm: DigestAlgorithm, text: string): string {
  return hash(algorithm === "MD5" ? "md5" : "sha256", Buffer.from(text, "latin1"), "hex")
}

/** `nc`: exactly eight hex digits. RFC 7616 §3.4. */
function hexadecimal(text: string): number | undefined {
  if (text.length !== 8) return undefined
  for (const character of text) if (!"0123456789abcdefABCDEF".includes(character)) return undefined
  return Number.parseInt(text, 16)
}

/** The HA1 of nobody. Nothing hashes to it that anyone could find. */
const nobody: Readonly<Record<DigestAlgorithm, string>> = { MD5: "0".repeat(32), "SHA-256": "0".repeat(64) }
