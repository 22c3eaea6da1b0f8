/** What the environment decides at the first start alone. */
import { administratorPasswords, bySystem, firstAccount, passwordProblem, translate } from "@homeport/contract"
import type { Store } from "@homeport/store"
import { machineInterfaces } from "./core/machine-interfaces.ts"
import { type Environment, EnvironmentError } from "./environment.ts"
import type { PasswordHasher } from "./http/password-hash.ts"
import { accountEntry } from "./settings/account-entry.ts"
import { changeItems } from "./settings/change-items.ts"
import { firstInterfaces } from "./settings/defaults.ts"

/** `HOMEPORT_ADMIN_PASSWORD` counts at the first start alone; too weak it ends that start. */
export async function addFirstAccount(
  store: Store,
  hasher: PasswordHasher,
  environment: Environment,
  at: number,
): Promise<void> {
  if (environment.adminPassword === undefined || store.accounts.count() > 0) return
  const password = environment.adminPassword.reveal()
  const weak = passwordProblem(password, [firstAccount], administratorPasswords)
  if (weak)
    throw new EnvironmentError(
      `HOMEPORT_ADMIN_PASSWORD is too weak: ${translate("en", `field.${weak.code}`, weak.params)}`,
    )
  store.accounts.add({ name: firstAccount, role: "expert", passwordHash: await hasher.hash(password) }, at)
  store.adminLog.add(accountEntry("added", { by: bySystem, name: firstAccount, address: null, at }))
}

/** Kept from the first start on, so that a later change of the variable or the routes does not move a running system. */
export function chooseFirstInterfaces(store: Store, environment: Environment, at: number): void {
  if (store.state().sections["network-interfaces"].version > 0) return
  const chosen = firstInterfaces(environment.sipAddress, machineInterfaces())
  if (!chosen) return
  const draft = store.draft(bySystem, at)
  draft.setSettings("network-interfaces", chosen)
  const items = changeItems(store.state(), draft.state())
  store.commit(draft, { at, by: bySystem, address: null, cause: null, items })
}
