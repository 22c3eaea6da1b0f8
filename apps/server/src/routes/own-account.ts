/** One's own account: password, second factor, signing out everywhere. What takes a password is slowed down like a sign-in. */
import { type Endpoint, me, type OwnAccount } from "@homeport/contract"
import type { Account } from "@homeport/store"
import { refuseWeak } from "../accounts/account-service.ts"
import { ApiError } from "../http/errors.ts"
import { type Asked, handle, type Route } from "../http/implement.ts"
import type { PasswordHasher } from "../http/password-hash.ts"
import type { Services } from "../services.ts"
import { signedInCaller } from "./signed-in-caller.ts"
import { moment } from "./views.ts"

export function ownAccountRoutes(services: Services, hasher: PasswordHasher): readonly Route[] {
  const { store, logins, secondFactor, events, stream } = services

  const owner = (asked: Asker): Account => {
    const account = store.accounts.byId(signedInCaller(asked).id)
    if (!account) throw new ApiError("NotFound")
    return account
  }

  const confirmed = (asked: Asker & { readonly body: { readonly currentPassword: string } }): Promise<Account> =>
    logins.confirmPassword(signedInCaller(asked).id, asked.body.currentPassword, asked.address)

  const tell = (code: OwnEvent, { by }: Asker, { name }: Account) => {
    events.record({ code, severity: "info", params: { by, name } })
    stream.publish("administrators")
  }

  return [
    handle(me.account, (asked): OwnAccount => {
      const { id, name, createdAt } = owner(asked)
      const factor = store.secondFactors.of(id)
      return {
        name,
        role: signedInCaller(asked).role,
        createdAt: moment(createdAt),
        logins: store.logins.countOf(id),
        secondFactor: factor ? { since: moment(factor.since), recoveryCodesLeft: factor.recoveryCodesLeft } : null,
      }
    }),

    handle(me.changePassword, async (asked) => {
      const account = await confirmed(asked)
      refuseWeak(asked.body.password, account.name)
      const hash = await hasher.hash(asked.body.password)
      store.accounts.setPassword(account.id, hash)
      tell("account.password", asked, account)
      // Every login has ended; this browser's goes on as a new one.
      if (signedInCaller(asked).token === undefined) logins.begin(account, asked.request, asked.reply)
      return {}
    }),

    handle(me.beginSecondFactor, async (asked) => secondFactor.begin(await confirmed(asked))),

    handle(me.confirmSecondFactor, (asked) => {
      const account = owner(asked)
      logins.attempt(asked.address)
      const recoveryCodes = [...secondFactor.confirm(account.id, asked.body.code)]
      logins.succeeded(asked.address)
      tell("account.second-factor-on", asked, account)
      return { recoveryCodes }
    }),

    handle(me.removeSecondFactor, async (asked) => {
      const account = await confirmed(asked)
      if (secondFactor.remove(account.id)) tell("account.second-factor-off", asked, account)
      return {}
    }),

    handle(me.newRecoveryCodes, async (asked) => {
      const account = await confirmed(asked)
      if (!secondFactor.isOn(account.id)) throw new ApiError("NotFound")
      const recoveryCodes = [...secondFactor.newRecoveryCodes(account.id)]
      tell("account.recovery-codes", asked, account)
      return { recoveryCodes }
    }),

    handle(me.signOutEverywhere, (asked) => {
      const account = owner(asked)
      store.logins.removeOf(account.id)
      logins.end(asked.request, asked.reply)
      tell("account.signed-out", asked, account)
      return {}
    }),
  ]
}

type Asker = Pick<Asked<Endpoint>, "caller" | "by" | "address">

type OwnEvent =
  | "account.password"
  | "account.second-factor-on"
  | "account.second-factor-off"
  | "account.recovery-codes"
  | "account.signed-out"
