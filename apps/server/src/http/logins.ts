/**
 * Who is signed in. The browser holds a random token in a cookie, the store its hash. A login ends after 30 minutes without a
 * human action, after 12 hours, on sign-out, and when something is taken away from its account. A request with an API token
 * (bearer.ts) has no login, and its cookie is not looked at.
 *
 *   name and password ─▶ right? ─▶ second factor? ─▶ code, or recovery code ─▶ right, and not used before? ─▶ signed in
 */
import { randomBytes } from "node:crypto"
import type {} from "@fastify/cookie"
import { humanActionHeader, loginLimits, type signInFailures, type signInSuccesses } from "@homeport/contract"
import type { Account, Secret, Store } from "@homeport/store"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { SecondFactorService } from "../accounts/second-factor.ts"
import { createAttempts, type Waiting } from "./attempts.ts"
import { bearerOf, createBearerCallers, tokenHash } from "./bearer.ts"
import { ApiError } from "./errors.ts"
import type { Caller, Callers } from "./implement.ts"
import type { PasswordHasher } from "./password-hash.ts"
import { whereWritable } from "./where-writable.ts"

export interface Logins extends Callers {
  /** Says whose credentials these are, or what is wrong with them. Throws TooManyAttempts and TooManyCodes. */
  authenticate(credentials: Credentials, address: string): Promise<Authenticated | Refused>
  /** Whoever is signed in shows that it is still the same person. Throws what is wrong with `currentPassword`, or TooManyAttempts. */
  confirmPassword(account: number, password: string, address: string): Promise<Account>
  /** Slows down whoever guesses at anything else; throws TooManyAttempts. */
  attempt(address: string): void
  /** The attempt was a good one. */
  succeeded(address: string): void
  /** Whose next attempt has to wait now. */
  waiting(): readonly Waiting[]
  /** Whether the login, or the token, lasts; asking is no human action. */
  lasts(request: FastifyRequest): boolean
  begin(account: Pick<Account, "id" | "name" | "role">, request: FastifyRequest, reply: FastifyReply): Caller
  end(request: FastifyRequest, reply: FastifyReply): void
  /** Forgets logins that have ended. */
  sweep(): void
}

export interface Credentials {
  readonly name: string
  readonly password: string
  readonly code?: string | undefined
}

export interface Authenticated {
  readonly outcome: (typeof signInSuccesses)[number]
  readonly account: Account
}

export interface Refused {
  readonly outcome: (typeof signInFailures)[number]
  /** undefined: no account has that name. */
  readonly account: Account | undefined
}

export interface LoginsOptions {
  readonly store: Store
  readonly hasher: PasswordHasher
  readonly secondFactor: SecondFactorService
  readonly now: () => number
}

export function createLogins({ store, hasher, secondFactor, now }: LoginsOptions): Logins {
  const cookie = `homeport-${store.installationId}`
  const attempts = createAttempts(now)
  const bearers = createBearerCallers(store, now)
  // An unknown name must take as long as a known one.
  let nobody: Promise<Secret> | undefined

  const caller = (account: Pick<Account, "id" | "name" | "role">, createdAt: number, lastActionAt: number): Caller => ({
    id: account.id,
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
    const hash = token === undefined ? undefined : tokenHash(token)
    const login = hash && store.logins.read(hash)
    if (!login) return undefined
    const { account: id, name, role, createdAt, lastActionAt } = login
    const lasting = caller({ id, name, role }, createdAt, lastActionAt)
    if (now() < (lasting.idleEndsAt ?? 0)) return { login, hash, caller: lasting }
    whereWritable(() => store.logins.remove(hash))
    return undefined
  }

  /** The account as it is after its password was looked at, which took its time; undefined: another password is right by now. */
  async function verified(account: Account | undefined, password: string): Promise<Account | undefined> {
    nobody ??= hasher.hash(randomBytes(16).toString("hex"))
    const unknown = await nobody
    const right = await hasher.verify(password, account?.passwordHash ?? unknown)
    const present = account && store.accounts.byId(account.id)
    return right && present?.passwordHash.reveal() === account?.passwordHash.reveal() ? present : undefined
  }

  async function renewHash(account: Account, password: string): Promise<void> {
    if (!hasher.outdated(account.passwordHash)) return
    const better = await hasher.hash(password)
    whereWritable(() => store.accounts.rehash(account.id, better))
  }

  return {
    attempt,
    succeeded: attempts.succeeded,
    waiting: attempts.waiting,
    async authenticate({ name, password, code = "" }, address) {
      attempt(address)
      const named = store.accounts.read(name)
      const account = await verified(named, password)
      if (!account) return { outcome: named ? "wrong-password" : "unknown-name", account: named }
      let outcome: Authenticated["outcome"] = "signed-in"
      if (secondFactor.isOn(account.id)) {
        // Still counted as an attempt, or the password alone would buy a guess at the code.
        if (code === "") return { outcome: "code-asked", account }
        const checked = secondFactor.check(account.id, code)
        if (checked === "wrong-code" || checked === "used-code") return { outcome: checked, account }
        if (checked === "recovery-code") outcome = checked
      }
      attempts.succeeded(address)
      await renewHash(account, password)
      return { outcome, account }
    },
    async confirmPassword(id, password, address) {
      attempt(address)
      const account = await verified(store.accounts.byId(id), password)
      if (!account) throw new ApiError("InvalidInput", { fields: { currentPassword: { code: "WrongPassword" } } })
      attempts.succeeded(address)
      return account
    },
    begin(account, request, reply) {
      const token = randomBytes(32).toString("base64url")
      const at = now()
      const former = request.cookies[cookie]
      if (former !== undefined) store.logins.remove(tokenHash(former))
      store.logins.add(tokenHash(token), account.id, request.ip, at)
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
      if (token !== undefined) store.logins.remove(tokenHash(token))
      reply.clearCookie(cookie, { path: "/", httpOnly: true, sameSite: "strict", secure: request.protocol === "https" })
    },
    lasts(request) {
      const token = bearerOf(request)
      return token === undefined ? loginOf(request) !== undefined : bearers.callerOf(token, request.ip) !== undefined
    },
    callerOf(request) {
      const token = bearerOf(request)
      if (token !== undefined) return bearers.callerOf(token, request.ip)
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

const idle = loginLimits.idleMinutes * 60_000
const longest = loginLimits.hours * 3_600_000
/** A write to disk each time somebody clicks would be too much; this much precision is enough. */
const touchedAtMostEvery = 15_000
