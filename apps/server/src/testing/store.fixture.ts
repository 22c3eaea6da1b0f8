/** A store in memory, closed when the test ends. */
import { randomBytes } from "node:crypto"
import { settingsDefaults } from "@homeport/contract"
import { createStore, type Store } from "@homeport/store"
import { onTestFinished } from "vitest"

export function storeOf(): Store {
  const store = createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults })
  onTestFinished(() => store.close())
  return store
}
