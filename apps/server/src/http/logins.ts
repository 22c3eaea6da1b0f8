/**
 * Who is signed in. The browser holds a random token in a cookie, the store its hash. A login ends after 30 minutes without a
 * human action, after 12 hours, on sign-out, and when the account's password is reset.
 */
import { createHash, randomBytes } from "node:crypto"
import type {} from "@fastify/cookie"
import { humanActionHeader, loginLimits } from "@homeport/contract"
import { type Account, isDiskError, type Secret, type Store } from "@homeport/store"
import type { FastifyReply, FastifyRequest } from "fastify"
import { createAttempts, type Waiting } from "./attempts.ts"
import { ApiError } from "./errors.ts"
import type { Caller, Callers } from "./implement.ts"
import type { PasswordHasher } from "./password-hash.ts"

export interface Logins extends Callers {
  /** Checks the password; throws WrongCredentials or TooManyAttempts. */
  authenticate(name: string, password: string, address: string): Promise<Account>
  /** Slows down whoever guesses at anything else; throws TooManyAttempts. */
  attempt(address: string): void
  /** The attempt was a good one. */
  succeeded(address: string): void
  /** Whose next attempt has to wait now. */
  waiting(): readonly Waiting[]
  /** Whether the login lasts; asking is no human action. */
  lasts(request: FastifyRequest): boolean
  begin(account: Account, request: FastifyRequest, reply: FastifyReply): Caller
  end(request: FastifyRequest, reply: FastifyReply): void
  /** Forgets logins that have ended. */
  sweep(): void
}

export interface LoginsOptions {
  readonly store: Store
  readonly hasher: PasswordHasher
  readonly now: () => number
}

export function createLogins({ store, hasher, now }: LoginsOptions): Logins {
  const cookie = `homeport-${store.installationId}`
  const attempts = createAttempts(now)
  // An unknown name must take as long as a known one.
  let nobody: Promise<Secret> | undefined

  const caller = (account: Pick<Account, "name" | "role">, createdAt: number, lastActionAt: number): Caller => ({
    name: account.name,
    role: account.role,
    endsAt: createdAt + longest,
    idleEndsAt: Math.min(lastActionAt + idle, createdAt + longest),
  })

  function attempt(address: string): void {
    const seconds = attempts.begin(address)
    if (seconds > 0) throw new ApiError("TooManyAttempts", { params: { seconds } })
  }

  function loginOf(request: FastifyRequest) {
    const token = request.cookies[cookie]
    const hash = token === undefined ? undefined : hashOf(token)
    const login = hash && store.logins.read(hash)
    if (!login) return undefined
    const lasting = caller({ name: login.account, role: login.role }, login.createdAt, login.lastActionAt)
    if (now() < lasting.idleEndsAt) return { login, hash, caller: lasting }
    whereWritable(() => store.logins.remove(hash))
    return undefined
  }

  return {
    attempt,
    succeeded: attempts.succeeded,
    waiting: attempts.waiting,
    async authenticate(name, password, address) {
      attempt(address)
      nobody ??= hasher.hash(randomBytes(16).toString("hex"))
      const unknown = await nobody
      const account = store.accounts.read(name)
      const right = await hasher.verify(password, account?.passwordHash ?? unknown)
      if (!account || !right) throw new ApiError("WrongCredentials")
      attempts.succeeded(address)
      if (hasher.outdated(account.passwordHash)) {
        const better = await hasher.hash(password)
        whereWritable(() => store.accounts.rehash(account.name, better))
      }
      return account
    },
    begin(account, request, reply) {
      const token = randomBytes(32).toString("base64url")
      const at = now()
      const former = request.cookies[cookie]
      if (former !== undefined) store.logins.remove(hashOf(former))
      store.logins.add(hashOf(token), account.name, request.ip, at)
      reply.setCookie(cookie, token, {
        path: "/",
        httpOnly: true,
        sameSite: "strict",
        secure: request.protocol === "https",
        maxAge: longest / 1000,
      })
      return caller(account, at, at)
    },
    end(request, reply) {
      const token = request.cookies[cookie]
      if (token !== undefined) store.logins.remove(hashOf(token))
      reply.clearCookie(cookie, { path: "/", httpOnly: true, sameSite: "strict", secure: request.protocol === "https" })
    },
    lasts: (request) => loginOf(request) !== undefined,
    callerOf(request) {
      const found = loginOf(request)
      if (!found || !isHumanAction(request)) return found?.caller
      const { login, hash } = found
      const at = now()
      if (at - login.lastActionAt >= touchedAtMostEvery) whereWritable(() => store.logins.touch(hash, at))
      return caller(found.caller, login.createdAt, at)
    },
    sweep() {
      whereWritable(() => store.logins.sweep(now() - longest, now() - idle))
    },
  }
}

const isHumanAction = (request: FastifyRequest): boolean =>
  request.method !== "GET" || request.headers[humanActionHeader] !== undefined

/** A full disk must not lock an administrator out of the console that says so: what is written here can be done without. */
function whereWritable(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!isDiskError(error)) throw error
  }
}

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest()

const idle = loginLimits.idleMinutes * 60_000
const longest = loginLimits.hours * 3_600_000
/** A write to disk each time somebody clicks would be too much; this much precision is enough. */
const touchedAtMostEvery = 15_000
