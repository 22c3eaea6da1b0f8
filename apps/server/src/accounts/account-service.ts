/**
 * Changes of other people's accounts, by an expert. The last expert can be neither removed nor lowered: nobody could change anything
 * any more. What takes something away from an account ends its logins (store/src/accounts.ts).
 */
import {
  type Administrator,
  administratorPasswords,
  mostAdministrators,
  passwordProblem,
  type Role,
} from "@homeport/contract"
import type { Account, Store } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import { ApiError } from "../http/errors.ts"
import type { PasswordHasher } from "../http/password-hash.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import { moment } from "../routes/views.ts"
import type { SecondFactorService } from "./second-factor.ts"

/** Who asks: the account, and the name that stands in the log. */
export interface Actor {
  readonly id: number
  readonly by: string
}

export interface AccountService {
  list(): readonly Administrator[]
  /** Throws NotFound, as everything below. */
  account(id: number): Account
  view(account: Account): Administrator
  add(actor: Actor, fields: { readonly name: string; readonly role: Role; readonly password: string }): Promise<Account>
  change(actor: Actor, id: number, change: { readonly name?: string; readonly role?: Role }): Account
  setPassword(actor: Actor, id: number, password: string): Promise<void>
  clearSecondFactor(actor: Actor, id: number): void
  signOut(actor: Actor, id: number): void
  remove(actor: Actor, id: number): void
}

export interface AccountServiceOptions {
  readonly store: Store
  readonly hasher: PasswordHasher
  readonly secondFactor: SecondFactorService
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly now: () => number
}

export function createAccountService(options: AccountServiceOptions): AccountService {
  const { store, hasher, secondFactor, events, stream, now } = options
  const { accounts } = store

  function account(id: number): Account {
    const found = accounts.byId(id)
    if (!found) throw new ApiError("NotFound")
    return found
  }

  function another(actor: Actor, id: number): Account {
    if (id === actor.id) throw new ApiError("OwnAccount")
    return account(id)
  }

  const keepAnExpert = ({ role }: Account) => {
    if (role === "expert" && accounts.countOf("expert") === 1) throw new ApiError("LastExpert")
  }

  const keepNamesApart = (name: string, id?: number) => {
    const other = accounts.read(name)
    if (other && other.id !== id) throw new ApiError("InvalidInput", { fields: { name: { code: "AccountNameTaken" } } })
  }

  const tell = (code: AccountEvent, actor: Actor, params: Record<string, string>) => {
    events.record({ code, severity: "info", params: { by: actor.by, ...params } })
    stream.publish("administrators")
  }

  return {
    list: () => accounts.list().map(view),
    account,
    view,
    async add(actor, { name, role, password }) {
      refuseWeak(password, name)
      const passwordHash = await hasher.hash(password)
      keepNamesApart(name)
      if (accounts.count() >= mostAdministrators)
        throw new ApiError("TooManyAdministrators", { params: { maximum: mostAdministrators } })
      const added = accounts.add({ name, role, passwordHash }, now(), actor.by)
      tell("account.added", actor, { name, role })
      return added
    },
    change(actor, id, change) {
      const before = account(id)
      const { name = before.name, role = before.role } = change
      keepNamesApart(name, id)
      if (role !== "expert") keepAnExpert(before)
      accounts.change(id, { name, role }, actor.by, now())
      if (name !== before.name) tell("account.renamed", actor, { previous: before.name, name })
      if (role !== before.role) tell("account.role", actor, { name, role, previous: before.role })
      return account(id)
    },
    async setPassword(actor, id, password) {
      const { name } = another(actor, id)
      refuseWeak(password, name)
      const hash = await hasher.hash(password)
      accounts.setPassword(account(id).id, hash)
      tell("account.password", actor, { name })
    },
    clearSecondFactor(actor, id) {
      const { name } = another(actor, id)
      if (secondFactor.remove(id)) tell("account.second-factor-off", actor, { name })
    },
    signOut(actor, id) {
      const { name } = account(id)
      store.logins.removeOf(id)
      tell("account.signed-out", actor, { name })
    },
    remove(actor, id) {
      const gone = account(id)
      keepAnExpert(gone)
      accounts.remove(id)
      tell("account.removed", actor, { name: gone.name })
    },
  }

  function view({ id, name, role, createdAt, lastSignInAt }: Account): Administrator {
    return {
      id,
      name,
      role,
      secondFactor: secondFactor.isOn(id),
      createdAt: moment(createdAt),
      lastSignInAt: lastSignInAt === undefined ? null : moment(lastSignInAt),
      logins: store.logins.countOf(id),
      apiTokens: store.apiTokens.list(id).length,
    }
  }
}

/** At the field `password`. */
export function refuseWeak(password: string, name: string): void {
  const weak = passwordProblem(password, [name], administratorPasswords)
  if (weak) throw new ApiError("InvalidInput", { fields: { password: weak } })
}

type AccountEvent =
  | "account.added"
  | "account.renamed"
  | "account.role"
  | "account.password"
  | "account.removed"
  | "account.signed-out"
  | "account.second-factor-off"
