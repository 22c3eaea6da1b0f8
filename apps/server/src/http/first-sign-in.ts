/**
 * The first password. Nobody who merely reaches the port may set it: a one-time code stands on the terminal and in a file that
 * only the owner of the data folder reads. It stays valid over restarts and is deleted after use.
 */
import { randomInt, timingSafeEqual } from "node:crypto"
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"

export interface FirstSignIn {
  /** What must be typed; undefined when no password is to be set any more. */
  code(): string | undefined
  matches(typed: string): boolean
  /** The password is set. */
  used(): void
}

/** `path` undefined: kept in memory alone. */
export function createFirstSignIn(needed: boolean, path: string | undefined): FirstSignIn {
  let code = needed ? (stored(path) ?? newCode()) : undefined
  if (path !== undefined) {
    if (code === undefined) rmSync(path, { force: true })
    else {
      writeFileSync(path, `${code}\n`, { mode: 0o600 })
      chmodSync(path, 0o600)
    }
  }
  return {
    code: () => code,
    matches(typed) {
      if (code === undefined) return false
      const [expected, given] = [Buffer.from(bare(code)), Buffer.from(bare(typed))]
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
    used() {
      code = undefined
      if (path !== undefined) rmSync(path, { force: true })
    },
  }
}

function stored(path: string | undefined): string | undefined {
  if (path === undefined || !existsSync(path)) return undefined
  const text = readFileSync(path, "utf8").trim()
  return bare(text).length === characters ? text : undefined
}

/** Read off a terminal and typed by hand: without characters that look alike. 12 of 32 are 60 bits. */
function newCode(): string {
  const text = Array.from({ length: characters }, () => alphabet.charAt(randomInt(alphabet.length))).join("")
  return (text.match(/.{4}/g) ?? []).join("-")
}

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "")

const characters = 12
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
