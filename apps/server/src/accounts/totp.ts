/** Codes of an authenticator app: RFC 6238 as every app speaks it, HMAC-SHA-1, six digits, steps of 30 seconds. */
import { Secret } from "@homeport/store"
import { TOTP, Secret as TotpSecret } from "otpauth"

/** 160 bits, the length of the hash (RFC 4226 §4, R6). In base 32. */
export const newTotpSecret = (): Secret => Secret.of(new TotpSecret({ size: 20 }).base32)

/** What the app reads from a QR code; it shows both names above the code. */
export const totpUrl = (secret: Secret, issuer: string, account: string): string =>
  new TOTP({ ...kind, issuer, label: account, secret: secret.reveal() }).toString()

/**
 * The time step that the code belongs to: the present one, or the one before or after it, for clocks that differ and for who types
 * slowly (RFC 6238 §5.2). undefined: it is not one of theirs. `at`: milliseconds since 1970.
 */
export function timeStepOf(secret: Secret, code: string, at: number): number | undefined {
  const away = new TOTP({ ...kind, secret: secret.reveal() }).validate({ token: code, timestamp: at, window: 1 })
  return away === null ? undefined : Math.floor(at / 1000 / kind.period) + away
}

export const isTotpCode = (typed: string): boolean => /^[0-9]{6}$/.test(typed)

const kind = { algorithm: "SHA1", digits: 6, period: 30 }
