/**
 * Administrators' passwords: Argon2id (RFC 9106) as PHC strings, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. The cost is what a
 * small machine bears while it relays calls; a stored hash of another cost is renewed at the next sign-in.
 */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"
import { Secret } from "@homeport/store"

export interface PasswordHasher {
  hash(password: string): Promise<Secret>
  verify(password: string, hash: Secret): Promise<boolean>
  /** Whether the hash was made with another cost than today's. */
  outdated(hash: Secret): boolean
}

/** Memory in KiB. */
export interface HashCost {
  readonly memory: number
  readonly passes: number
}

/** `parallel` of them at a time: each takes its memory, and attempts may come in a flood. */
export function createPasswordHasher(cost: HashCost = { memory: 19_456, passes: 2 }, parallel = 2): PasswordHasher {
  const slots = createSlots(parallel)
  const derive = (password: string, nonce: Uint8Array, { memory, passes }: HashCost): Promise<Buffer> =>
    slots(() => argon2id("argon2id", { message: password, nonce, memory, passes, parallelism: 1, tagLength: 32 }))
  return {
    async hash(password) {
      const nonce = randomBytes(16)
      const tag = await derive(password, nonce, cost)
      return Secret.of(`$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=1$${base64(nonce)}$${base64(tag)}`)
    },
    async verify(password, hash) {
      const stored = parse(hash.reveal())
      return stored !== undefined && timingSafeEqual(await derive(password, stored.nonce, stored.cost), stored.tag)
    },
    outdated(hash) {
      const stored = parse(hash.reveal())
      return stored?.cost.memory !== cost.memory || stored.cost.passes !== cost.passes
    },
  }
}

const argon2id = promisify(argon2)

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replaceAll("=", "")

function parse(phc: string): { readonly cost: HashCost; readonly nonce: Buffer; readonly tag: Buffer } | undefined {
  const [, memory, passes, nonce, tag] =
    /^\$argon2id\$v=19\$m=([0-9]+),t=([0-9]+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]{43})$/.exec(phc) ?? []
  if (nonce === undefined || tag === undefined) return undefined
  return {
    cost: { memory: Number(memory), passes: Number(passes) },
    nonce: Buffer.from(nonce, "base64"),
    tag: Buffer.from(tag, "base64"),
  }
}

/** At most so many at once; the others wait their turn. */
function createSlots(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = count
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resume) => waiting.push(resume))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
