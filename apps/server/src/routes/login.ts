/** Signing in and out. */
import {
  administratorPasswords,
  firstAccount,
  login,
  passwordProblem,
  type ResponseOf,
  type SignedIn,
} from "@homeport/contract"
import { ApiError } from "../http/errors.ts"
import { type Caller, handle, type Route } from "../http/implement.ts"
import type { PasswordHasher } from "../http/password-hash.ts"
import type { Services } from "../services.ts"
import { accountEntry } from "../settings/account-entry.ts"
import { moment } from "./views.ts"

export function loginRoutes(services: Services, hasher: PasswordHasher): readonly Route[] {
  const { store, logins, firstSignIn, events, now } = services
  return [
    handle(login.me, ({ caller }): ResponseOf<typeof login.me> => {
      if (caller) return signedIn(caller)
      return firstSignIn.code() === undefined ? { state: "signed-out" } : { state: "first-password" }
    }),

    handle(login.login, async ({ body, address, request, reply }) => {
      try {
        const account = await logins.authenticate(body.name, body.password, address)
        events.record({ code: "account.signed-in", params: { name: account.name, address } })
        return signedIn(logins.begin(account, request, reply))
      } catch (error) {
        if (error instanceof ApiError && error.code === "WrongCredentials")
          events.record({
            code: "account.failed",
            // What is no account's name may be a password typed into the wrong field: it is not written down.
            params: { name: store.accounts.read(body.name)?.name ?? "…", address },
            alike: address,
          })
        throw error
      }
    }),

    handle(login.firstPassword, async ({ body, address, request, reply }) => {
      if (firstSignIn.code() === undefined) throw new ApiError("FirstPasswordExists")
      logins.attempt(address)
      if (!firstSignIn.matches(body.code)) {
        events.record({ code: "account.wrong-code", params: { address }, alike: address })
        throw new ApiError("WrongFirstPasswordCode")
      }
      logins.succeeded(address)
      const weak = passwordProblem(body.password, [firstAccount], administratorPasswords)
      if (weak) throw new ApiError("InvalidInput", { fields: { password: weak } })
      const account = { name: firstAccount, role: "expert", passwordHash: await hasher.hash(body.password) } as const
      // Two browsers may have typed the same code while one password was hashed.
      if (store.accounts.count() > 0) throw new ApiError("FirstPasswordExists")
      store.accounts.add(account, now())
      store.adminLog.add(accountEntry("added", { by: firstAccount, name: firstAccount, address, at: now() }))
      firstSignIn.used()
      events.record({ code: "account.first-password", params: { name: firstAccount, address } })
      return signedIn(logins.begin(account, request, reply))
    }),

    handle(login.logout, ({ request, reply }) => {
      logins.end(request, reply)
      return {}
    }),
  ]
}

const signedIn = ({ name, role, endsAt, idleEndsAt }: Caller): SignedIn => ({
  state: "signed-in",
  name,
  role,
  endsAt: moment(endsAt),
  idleEndsAt: moment(idleEndsAt),
})
