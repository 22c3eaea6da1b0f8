/** Signing in and out. */
import { type ErrorCode, firstAccount, login, type ResponseOf, type SignedIn } from "@homeport/contract"
import { refuseWeak } from "../accounts/account-service.ts"
import { ApiError } from "../http/errors.ts"
import { type Caller, handle, type Route } from "../http/implement.ts"
import type { Refused } from "../http/logins.ts"
import type { PasswordHasher } from "../http/password-hash.ts"
import type { Services } from "../services.ts"
import { accountEntry } from "../settings/account-entry.ts"
import { momentOrNull } from "./views.ts"

export function loginRoutes(services: Services, hasher: PasswordHasher): readonly Route[] {
  const { store, logins, signInRecorder, firstSignIn, events, now } = services
  return [
    handle(login.me, ({ caller }): ResponseOf<typeof login.me> => {
      if (caller) return signedIn(caller)
      return firstSignIn.code() === undefined ? { state: "signed-out" } : { state: "first-password" }
    }),

    handle(login.login, async ({ body, address, request, reply }) => {
      const { outcome, account } = await logins.authenticate(body, address)
      signInRecorder.record(outcome, account, request)
      const refused = refusals[outcome]
      if (refused || !account) throw new ApiError(refused ?? "WrongCredentials")
      return signedIn(logins.begin(account, request, reply))
    }),

    handle(login.firstPassword, async ({ body, address, request, reply }) => {
      if (firstSignIn.code() === undefined) throw new ApiError("FirstPasswordExists")
      logins.attempt(address)
      if (!firstSignIn.matches(body.code)) {
        events.record({ code: "account.wrong-code", params: { address }, alike: address })
        throw new ApiError("WrongFirstPasswordCode")
      }
      logins.succeeded(address)
      refuseWeak(body.password, firstAccount)
      const passwordHash = await hasher.hash(body.password)
      // Two browsers may have typed the same code while one password was hashed.
      if (store.accounts.count() > 0) throw new ApiError("FirstPasswordExists")
      const account = store.accounts.add({ name: firstAccount, role: "expert", passwordHash }, now())
      store.adminLog.add(accountEntry("added", { by: firstAccount, name: firstAccount, address, at: now() }))
      firstSignIn.used()
      signInRecorder.record("first-password", account, request)
      return signedIn(logins.begin(account, request, reply))
    }),

    handle(login.logout, ({ request, reply }) => {
      logins.end(request, reply)
      return {}
    }),
  ]
}

/** Whether name or password is wrong is not told apart. */
const refusals: Readonly<Partial<Record<string, ErrorCode>>> = {
  "unknown-name": "WrongCredentials",
  "wrong-password": "WrongCredentials",
  "code-asked": "SecondFactorRequired",
  "wrong-code": "WrongCode",
  "used-code": "UsedCode",
} satisfies Record<Refused["outcome"], ErrorCode>

const signedIn = ({ name, role, endsAt, idleEndsAt }: Caller): SignedIn => ({
  state: "signed-in",
  name,
  role,
  endsAt: momentOrNull(endsAt),
  idleEndsAt: momentOrNull(idleEndsAt),
})
