/** Administrators' accounts, and who signed in when. */
import { administrators, type Endpoint, type ResponseOf, type SignIn, signIns } from "@homeport/contract"
import type { SignInRow } from "@homeport/store"
import type { Actor } from "../accounts/account-service.ts"
import { browserName } from "../http/browser-name.ts"
import { type Asked, handle, type Route, Versioned } from "../http/implement.ts"
import { idOfCursor } from "../http/list.ts"
import type { Services } from "../services.ts"
import { signedInCaller } from "./signed-in-caller.ts"
import { moment } from "./views.ts"

export function administratorRoutes({ accounts, store }: Services): readonly Route[] {
  return [
    handle(administrators.list, () => ({ items: [...accounts.list()] })),
    handle(administrators.create, async (asked) => accounts.view(await accounts.add(actorOf(asked), asked.body))),
    handle(administrators.read, ({ params }) => {
      const account = accounts.account(params.id)
      return new Versioned(accounts.view(account), account)
    }),
    handle(administrators.change, (asked) => {
      const { params, body, expects } = asked
      expects(accounts.account(params.id))
      const { name, role } = body
      const account = accounts.change(actorOf(asked), params.id, {
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
      })
      return new Versioned(accounts.view(account), account)
    }),
    handle(administrators.setPassword, async (asked) => {
      await accounts.setPassword(actorOf(asked), asked.params.id, asked.body.password)
      return {}
    }),
    handle(administrators.clearSecondFactor, (asked) => {
      accounts.clearSecondFactor(actorOf(asked), asked.params.id)
      return {}
    }),
    handle(administrators.signOut, (asked) => {
      accounts.signOut(actorOf(asked), asked.params.id)
      return {}
    }),
    handle(administrators.remove, (asked) => {
      accounts.remove(actorOf(asked), asked.params.id)
      return {}
    }),
    handle(signIns.list, ({ query }) => pageOf(query)),
    handle(signIns.own, (asked) => pageOf(asked.query, signedInCaller(asked).id)),
  ]

  function pageOf(query: Asked<typeof signIns.list>["query"], account?: number): ResponseOf<typeof signIns.list> {
    const { limit, cursor, sort, q, result } = query
    const { rows, total } = store.signIns.list({
      limit: limit + 1,
      beyond: cursor === undefined ? undefined : idOfCursor(cursor),
      oldestFirst: sort === "at",
      account,
      succeeded: result && result === "succeeded",
      q,
    })
    const shown = rows.slice(0, limit)
    return { items: shown.map(signInView), total, next: rows.length > shown.length ? String(shown.at(-1)?.id) : null }
  }
}

const actorOf = (asked: Pick<Asked<Endpoint>, "caller" | "by">): Actor => ({
  id: signedInCaller(asked).id,
  by: asked.by,
})

const signInView = ({ id, at, account, address, userAgent, outcome }: SignInRow): SignIn => ({
  id,
  at: moment(at),
  name: account?.name ?? null,
  address,
  browser: browserName(userAgent),
  outcome,
})
