/** The tables that settings, stations, devices and certificates lie in, and the state that they make together. */
import type { DatabaseSync } from "node:sqlite"
import type { AllSettings } from "@homeport/contract"
import { createCertificatesTable, createRevocationListsTable } from "./certificates.ts"
import { createDevicesTable } from "./devices.ts"
import type { SecretBox } from "./secret.ts"
import { createSettingsSecretsTable } from "./settings-secrets.ts"
import type { SettingsState } from "./settings-state.ts"
import { createSettingsTable } from "./settings-table.ts"
import { createStationsTable } from "./stations.ts"

export type StateTables = ReturnType<typeof createStateTables>

export function createStateTables(database: DatabaseSync, secrets: SecretBox, defaults: AllSettings) {
  const tables = {
    stations: createStationsTable(database, secrets),
    settings: createSettingsTable(database, defaults),
    settingsSecrets: createSettingsSecretsTable(database, secrets),
    devices: createDevicesTable(database),
    certificates: createCertificatesTable(database, secrets),
    revocationLists: createRevocationListsTable(database),
  }
  return {
    ...tables,
    load: (): SettingsState => ({
      sections: tables.settings.load(),
      stations: tables.stations.load(),
      devices: tables.devices.load(),
      certificates: tables.certificates.load(),
      revocationLists: tables.revocationLists.load(),
      secrets: tables.settingsSecrets.load(),
    }),
  }
}
