/** Settings and everything else that must survive a restart. Start reading at store.ts. */

export type { Account, AccountFields, Accounts } from "./accounts.ts"
export type { AdminLog, AdminLogFields, AdminLogQuery, AdminLogRow } from "./admin-log.ts"
export type { ApiToken, ApiTokenFields, ApiTokens } from "./api-tokens.ts"
export { BackupError } from "./backup/backup-error.ts"
export { type BackupHeader, longestBackup, readBackupHeader, type ScryptCost } from "./backup/backup-file.ts"
export { type BackupRequest, makeBackupOfFile } from "./backup/make-backup.ts"
export { administers } from "./backup/replace-by.ts"
export { openSnapshot, type Snapshot } from "./backup/snapshot.ts"
export { type DataFolder, lockDataFolder, openDataFolder } from "./data-folder.ts"
export type { DeviceLog, FetchFields, FetchRow, Sighting, UnknownDeviceState } from "./device-log.ts"
export type { DeviceLinkState, DeviceStates, LastFetchState, LinkBinding } from "./device-states.ts"
export { Draft } from "./draft.ts"
export type {
  EndedCallPlace,
  EndedCallQuery,
  EndedCallRow,
  EndedCallSort,
  EndedCalls,
} from "./ended-calls.ts"
export type { EventFilter, EventLog, EventQuery, EventRow } from "./event-log.ts"
export type { HomeLinkOpening, HomeLinkState, HomeLinks } from "./home-links.ts"
export type { Journal } from "./journal.ts"
export type { BindingChange, BlockChange, EventChange } from "./journal-writer.ts"
export type { Login, Logins } from "./logins.ts"
export type { SecondFactor, SecondFactors } from "./second-factors.ts"
export { Secret } from "./secret.ts"
export type {
  CertificateFields,
  DeviceFields,
  Revocation,
  RevocationListState,
  SettingsSecret,
  SettingsState,
  Station,
  StationFields,
  StoredCertificate,
  StoredDevice,
  Version,
  Versioned,
} from "./settings-state.ts"
export type { SignInFields, SignInQuery, SignInRow, SignIns } from "./sign-ins.ts"
export { isDiskError } from "./sqlite.ts"
export { createStore, type Store, type StoreOptions } from "./store.ts"
export { StoreError } from "./store-error.ts"
export type { UnblockRequests } from "./unblock-requests.ts"
