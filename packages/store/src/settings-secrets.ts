/** Passwords that belong to pages of settings: sealed, each bound to its name. */
import type { DatabaseSync } from "node:sqlite"
import { Secret, type SecretBox } from "./secret.ts"
import { type SettingsSecret, type SettingsState, settingsSecrets } from "./settings-state.ts"

export interface SettingsSecretsTable {
  load(): SettingsState["secrets"]
  /** undefined: nothing is left of it. */
  put(name: SettingsSecret, value: Secret | undefined): void
}

export function createSettingsSecretsTable(database: DatabaseSync, box: SecretBox): SettingsSecretsTable {
  const one = database.prepare("SELECT value FROM meta WHERE name = ?")
  const put = database.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)")
  const remove = database.prepare("DELETE FROM meta WHERE name = ?")
  const placeOf = (name: SettingsSecret) => `settings-secret/${name}`

  return {
    load() {
      const found = new Map<SettingsSecret, Secret>()
      for (const name of settingsSecrets) {
        const sealed = one.get(placeOf(name))?.value
        if (sealed instanceof Uint8Array)
          found.set(
            name,
            Secret.lazy(() => box.open(sealed, placeOf(name))),
          )
      }
      return found
    },
    put(name, value) {
      if (value) put.run(placeOf(name), box.seal(value.reveal(), placeOf(name)))
      else remove.run(placeOf(name))
    },
  }
}
