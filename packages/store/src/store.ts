/**
 * Everything that must be there after the next start. Settings, stations and devices live in memory as one immutable state and are
 * written by `commit`; accounts, what belongs to them and logs are read where they lie; bindings and events go through the journal.
 */
import { randomUUID } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import type { AllSettings, Section } from "@homeport/contract"
import { type Accounts, createAccounts } from "./accounts.ts"
import { type AdminLog, type AdminLogFields, createAdminLog } from "./admin-log.ts"
import { type ApiTokens, createApiTokens } from "./api-tokens.ts"
import { type BackupRequest, makeBackup, makeBackupInThread } from "./backup/make-backup.ts"
import { replaceBy } from "./backup/replace-by.ts"
import type { Snapshot } from "./backup/snapshot.ts"
import { keepBeforeMigration } from "./before-migration.ts"
import { createDeviceLog, type DeviceLog, loadDeviceLog } from "./device-log.ts"
import { createDeviceStates, type DeviceStates } from "./device-states.ts"
import { Draft } from "./draft.ts"
import { createEndedCalls, type EndedCalls } from "./ended-calls.ts"
import { createEventLog, type EventLog } from "./event-log.ts"
import { createHomeLinks, type HomeLinks } from "./home-links.ts"
import { createJournal, fileTarget, type Journal, memoryTarget } from "./journal.ts"
import { createJournalWriter } from "./journal-writer.ts"
import { createLogins, type Logins } from "./logins.ts"
import { migrate } from "./migrate.ts"
import { createSecondFactors, type SecondFactors } from "./second-factors.ts"
import { createSecretBox, Secret, type SecretBox } from "./secret.ts"
import type { SettingsState, Version } from "./settings-state.ts"
import { createSignIns, type SignIns } from "./sign-ins.ts"
import { inTransaction, openDatabase, unusable } from "./sqlite.ts"
import { createStateTables } from "./state-tables.ts"
import { StoreError } from "./store-error.ts"
import { createUnblockRequests, type UnblockRequests } from "./unblock-requests.ts"

export interface Store {
  /** Tells this installation from every other, for its whole life. */
  readonly installationId: string
  /** A secret of the installation itself, stored encrypted: made at the first use of its name, the same ever after. */
  secret(name: string, make: () => string): Secret
  replaceSecret(name: string, value: Secret): void
  /** A number that the process remembers beyond its end; undefined: none yet. */
  remembered(name: string): number | undefined
  /** The same of a text. */
  rememberedText(name: string): string | undefined
  /** Written at once, and the disk is waited for: not for what changes many times a minute. */
  remember(name: string, value: number | string): void
  state(): SettingsState
  draft(by: string, at: number): Draft
  /** One synchronous transaction, with what the Admin Log says of it; afterwards `state()` is the draft's. */
  commit(draft: Draft, entry?: AdminLogFields): void
  /** Everything that a new machine needs, as one file; made beside whatever goes on. Throws a `BackupError`. */
  backup(request: BackupRequest): Promise<Uint8Array>
  /**
   * The snapshot takes the place of what is stored, but for pages of settings that are to be kept, in one synchronous transaction;
   * every login ends.
   */
  restore(snapshot: Snapshot, keep: readonly Section[]): void
  readonly accounts: Accounts
  readonly logins: Logins
  readonly secondFactors: SecondFactors
  readonly apiTokens: ApiTokens
  readonly signIns: SignIns
  readonly events: EventLog
  readonly adminLog: AdminLog
  readonly endedCalls: EndedCalls
  readonly journal: Journal
  readonly deviceStates: DeviceStates
  readonly homeLinks: HomeLinks
  readonly deviceLog: DeviceLog
  /** Every stored binding, as the JSON that was put into the journal. */
  bindings(): readonly string[]
  /** The same of blocks. */
  blocks(): readonly string[]
  readonly unblockRequests: UnblockRequests
  close(): Promise<void>
}

export interface StoreOptions {
  readonly path: string | ":memory:"
  /** 32 octets: secrets on disk are encrypted with it. */
  readonly key: Uint8Array
  readonly defaults: AllSettings
  /** How many events are kept; the oldest go first. */
  readonly keepEvents?: number
  /** How many sign-ins of each kind, those that succeeded and those that failed. */
  readonly keepSignIns?: number
}

export function createStore({ path, key, defaults, keepEvents = 100_000, keepSignIns = 2_000 }: StoreOptions): Store {
  const database = openDatabase(path, "full")
  const secrets = createSecretBox(key)
  const { tables, deviceStates, homeLinks, adminLog, logged, installationId, ...loaded } = load()
  const { stations, settings, settingsSecrets, devices, certificates, revocationLists } = tables
  let { state } = loaded
  const own = new Map<string, Secret>()
  const inMemory = path === ":memory:"
  const journal = createJournal(
    inMemory ? memoryTarget(createJournalWriter(database, keepEvents)) : fileTarget({ path, keepEvents }),
  )
  const deviceLog = createDeviceLog(logged, journal)

  /** Everything that a damaged file may spoil. */
  function load() {
    try {
      migrate(database, undefined, (from) => {
        if (path !== ":memory:") keepBeforeMigration(database, path, from)
      })
      checkKey(database, secrets)
      const tables = createStateTables(database, secrets, defaults)
      return {
        tables,
        deviceStates: createDeviceStates(database),
        homeLinks: createHomeLinks(database),
        adminLog: createAdminLog(database),
        logged: loadDeviceLog(database),
        state: tables.load(),
        installationId: readOrMake(database, "installation-id", () => randomUUID()),
      }
    } catch (error) {
      database.close()
      throw unusable(path, error)
    }
  }

  return {
    installationId,
    secret(name, make) {
      const known = own.get(name)
      if (known) return known
      const place = `secret/${name}`
      const sealed = readOrMake(database, place, () => secrets.seal(make(), place))
      const secret = Secret.of(secrets.open(sealed, place))
      own.set(name, secret)
      return secret
    },
    replaceSecret(name, value) {
      const place = `secret/${name}`
      writeMeta(database, place, secrets.seal(value.reveal(), place))
      own.set(name, value)
    },
    remembered(name) {
      const value = readMeta(database, `remembered/${name}`)
      return typeof value === "number" ? value : undefined
    },
    rememberedText(name) {
      const value = readMeta(database, `remembered/${name}`)
      return typeof value === "string" ? value : undefined
    },
    remember(name, value) {
      writeMeta(database, `remembered/${name}`, value)
    },
    state: () => state,
    draft(by, at) {
      const version: Version = { version: revisionOf(database) + 1, changedBy: by, changedAt: at }
      return new Draft(state, version, { certificate: certificates.lastId(), device: devices.lastId() })
    },
    commit(draft, entry) {
      if (draft.base !== state) throw new Error("a draft of an older state would undo what came after it")
      const next = draft.state()
      const ended = deviceStatesEnded(draft.changedDevices, state, next)
      inTransaction(database, () => {
        // First what goes, then what comes: two stations may have exchanged their numbers.
        for (const index of draft.changedStations) stations.remove(index)
        for (const index of draft.changedStations) {
          const station = next.stations.get(index)
          if (station) stations.insert(station)
        }
        for (const id of draft.changedDevices) devices.remove(id)
        for (const id of draft.changedDevices) {
          const device = next.devices.get(id)
          if (device) devices.insert(device)
        }
        for (const [id, what] of ended) {
          deviceStates.deleteRows(id, what)
          if (what === "everything") homeLinks.deleteRow(id)
        }
        for (const section of draft.changedSections) settings.put(section, next.sections[section])
        for (const name of draft.changedSecrets) settingsSecrets.put(name, next.secrets.get(name))
        for (const id of draft.changedCertificates) certificates.remove(id)
        for (const id of draft.changedCertificates) {
          const certificate = next.certificates.get(id)
          if (certificate) certificates.insert(certificate)
        }
        for (const authority of draft.changedLists) {
          const list = next.revocationLists.get(authority)
          if (list) revocationLists.put(list)
        }
        writeMeta(database, "revision", revisionOf(database) + 1)
        if (entry) adminLog.add(entry)
      })
      state = next
      for (const [id, what] of ended) {
        deviceStates.forget(id, what)
        if (what === "everything") homeLinks.forget(id)
      }
    },
    backup: (request) => (inMemory ? makeBackup(database, key, request) : makeBackupInThread(path, key, request)),
    restore(snapshot, keep) {
      const revision = revisionOf(database) + 1
      replaceBy(database, secrets, { snapshot, keep, installationId, revision })
      state = tables.load()
      own.clear()
      deviceStates.reload()
      homeLinks.reload()
      if (snapshot.header.installationId !== installationId) deviceLog.clear()
    },
    accounts: createAccounts(database),
    logins: createLogins(database),
    secondFactors: createSecondFactors(database, secrets),
    apiTokens: createApiTokens(database),
    signIns: createSignIns(database, keepSignIns),
    events: createEventLog(database),
    adminLog,
    endedCalls: createEndedCalls(database),
    journal,
    deviceStates,
    homeLinks,
    deviceLog,
    bindings: () =>
      database
        .prepare("SELECT data FROM bindings")
        .all()
        .map((row) => String(row.data)),
    blocks: () =>
      database
        .prepare("SELECT data FROM blocks")
        .all()
        .map((row) => String(row.data)),
    unblockRequests: createUnblockRequests(database),
    async close() {
      await journal.close()
      database.close()
    },
  }
}

/** A removed device takes all of its state along; a link was made for one model and one MAC address. */
function deviceStatesEnded(
  changed: ReadonlySet<number>,
  { devices: before }: SettingsState,
  { devices: after }: SettingsState,
): readonly (readonly [device: number, what: "link" | "everything"])[] {
  return [...changed].flatMap((id): [number, "link" | "everything"][] => {
    const [old, now] = [before.get(id), after.get(id)]
    if (!now) return [[id, "everything"]]
    return old && (old.model !== now.model || old.mac !== now.mac) ? [[id, "link"]] : []
  })
}

/** A text that only the right key can have sealed, so that a wrong key file is noticed at the start. */
function checkKey(database: DatabaseSync, secrets: SecretBox): void {
  const sealed = readOrMake(database, "key-check", () => secrets.seal("homeport", "key-check"))
  try {
    secrets.open(sealed, "key-check")
  } catch {
    throw new StoreError("foreign-key", "The key file does not belong to this database: put the right one back.")
  }
}

/** Counts the commits. */
const revisionOf = (database: DatabaseSync): number => readOrMake(database, "revision", () => 0)

function readOrMake<T extends string | number | Uint8Array>(database: DatabaseSync, name: string, make: () => T): T {
  const row = database.prepare("SELECT value FROM meta WHERE name = ?").get(name)
  // Written below, by the same caller's `make`.
  if (row) return row.value as T
  const value = make()
  writeMeta(database, name, value)
  return value
}

const readMeta = (database: DatabaseSync, name: string) =>
  database.prepare("SELECT value FROM meta WHERE name = ?").get(name)?.value

function writeMeta(database: DatabaseSync, name: string, value: string | number | Uint8Array): void {
  database.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)").run(name, value)
}
