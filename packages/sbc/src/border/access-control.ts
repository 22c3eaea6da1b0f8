/**
 * Whether a request proves who it claims to be, by digest. RFC 3261 §22, RFC 7616, RFC 8760; RFC 5853 §3.5.
 *
 *   no usable credentials ────────────────▶ challenge                   no failure, and not counted as one
 *   wrong ────────────────────────────────▶ challenge, "wrong-password" or "unknown-user"
 *   right, but nonce expired or count used ▶ challenge with stale=true   no failure either: the phone tries again by itself
 *   right ────────────────────────────────▶ proven
 *
 * An unknown user takes the same path as a known one, does the same work, and gets the same answers. Whether the nonce is
 * current is asked only of right credentials: else old nonces would let a guesser learn in silence who guessed right.
 */
import {
  all,
  type Credentials,
  challengeFields,
  type DigestAlgorithm,
  type Field,
  type Nonces,
  parseCredentials,
  type Request,
  verify,
} from "@homeport/sip"
import type { DigestAlgorithms, StationConfig } from "../config.ts"

export type Proof =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** The WWW-Authenticate fields of the 401. */
      readonly challenge: readonly Field[]
      /** Only where credentials were given and were wrong. */
      readonly failure: "wrong-password" | "unknown-user" | undefined
    }

/** What credentials made with the station's own password, and answered in time, come to: for who only asks what would be. */
export function proofByPassword(station: StationConfig | undefined): Proof {
  if (station?.ha1 !== undefined) return { ok: true }
  return { ok: false, challenge: [], failure: station === undefined ? "unknown-user" : "wrong-password" }
}

/** `station`: whom the request claims to come from; undefined where there is no such station. `realm`: the system's own. */
export function checkCredentials(
  request: Request,
  station: StationConfig | undefined,
  realm: string,
  nonces: Nonces,
): Proof {
  const algorithms = offered[station?.digestAlgorithms ?? "md5"]
  const expectedRealm = station?.realm ?? realm
  const challenge = (stale: boolean, failure?: "wrong-password" | "unknown-user"): Proof => ({
    ok: false,
    challenge: challengeFields({ realm: expectedRealm, nonce: nonces.create(), algorithms, stale }),
    failure,
  })

  const credentials = usable(request, expectedRealm, algorithms)
  if (credentials === undefined) return challenge(false)
  const isUser = station !== undefined && credentials.username === station.sipUserId
  const ha1 = isUser ? secretOf(station, credentials.algorithm) : undefined
  if (!verify(credentials, request.method, ha1))
    return challenge(false, station === undefined ? "unknown-user" : "wrong-password")
  const fresh = nonces.isCurrent(credentials.nonce) && nonces.use(credentials.nonce, credentials.nonceCount)
  return fresh ? { ok: true } : challenge(true)
}

/** A phone may send what another server asked for as well: only ours counts. */
function usable(request: Request, realm: string, algorithms: readonly DigestAlgorithm[]): Credentials | undefined {
  for (const value of all(request, "Authorization")) {
    const credentials = parseCredentials(value)
    if (credentials?.realm === realm && algorithms.includes(credentials.algorithm)) return credentials
  }
  return undefined
}

function secretOf({ ha1 }: StationConfig, algorithm: DigestAlgorithm): string | undefined {
  return algorithm === "MD5" ? ha1?.md5.reveal() : ha1?.sha256.reveal()
}

/** The preferred first (RFC 8760 §2.3). */
const offered: Readonly<Record<DigestAlgorithms, readonly DigestAlgorithm[]>> = {
  md5: ["MD5"],
  "sha256-and-md5": ["SHA-256", "MD5"],
  sha256: ["SHA-256"],
}
