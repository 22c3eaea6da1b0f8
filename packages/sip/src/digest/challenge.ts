/**
 * WWW-Authenticate: what a request must prove. RFC 7616 §3.3, RFC 8760 §2.1–§2.4, RFC 3261 §22.
 *
 *   WWW-Authenticate: Digest realm="SMO-SIP", nonce="…", algorithm=SHA-256, qop="auth"
 *   WWW-Authenticate: Digest realm="SMO-SIP", nonce="…", algorithm=MD5, qop="auth"
 *
 * One field an algorithm, the preferred first, all with the same nonce. `qop="auth"` always: without it nothing stops a replay.
 */
import { authParam, formatAuthParams, parseAuthParams } from "../message/auth-params.ts"
import type { Field } from "../message/message.ts"
import { type DigestAlgorithm, digestAlgorithm } from "./credentials.ts"

export interface Challenge {
  readonly realm: string
  readonly nonce: string
  readonly algorithm: DigestAlgorithm
  /** The credentials were right, the nonce too old or used: try again without asking the user. */
  readonly stale: boolean
  /** Handed back unchanged by the client. We send none. */
  readonly opaque?: string
}

export function challengeFields(options: {
  readonly realm: string
  readonly nonce: string
  readonly algorithms: readonly DigestAlgorithm[]
  readonly stale: boolean
}): Field[] {
  const { realm, nonce, algorithms, stale } = options
  return algorithms.map((algorithm) => {
    const parameters = [
      { name: "realm", value: realm, quoted: true },
      { name: "nonce", value: nonce, quoted: true },
      { name: "algorithm", value: algorithm, quoted: false },
      { name: "qop", value: "auth", quoted: true },
    ]
    if (stale) parameters.push({ name: "stale", value: "true", quoted: false })
    return { name: "WWW-Authenticate", value: formatAuthParams({ scheme: "Digest", parameters }) }
  })
}

/** As a client reads it. Undefined for another scheme, an unknown algorithm, or a challenge without qop=auth. */
export function parseChallenge(value: string): Challenge | undefined {
  const parsed = parseAuthParams(value)
  if (parsed === undefined || parsed.scheme.toLowerCase() !== "digest") return undefined
  const of = (name: string) => authParam(parsed, name)
  const realm = of("realm")
  const nonce = of("nonce")
  const algorithm = digestAlgorithm(of("algorithm"))
  const qualities = of("qop")?.toLowerCase().split(",") ?? []
  if (realm === undefined || nonce === undefined || algorithm === undefined) return undefined
  if (!qualities.some((quality) => quality.trim() === "auth")) return undefined
  const opaque = of("opaque")
  const challenge = { realm, nonce, algorithm, stale: of("stale")?.toLowerCase() === "true" }
  return opaque === undefined ? challenge : { ...challenge, opaque }
}
