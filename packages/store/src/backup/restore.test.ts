import { randomBytes } from "node:crypto"
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { settingsDefaults } from "@homeport/contract"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { openDataFolder } from "../data-folder.ts"
import { migrate, newestVersion, shippedMigrations } from "../migrate.ts"
import { Secret } from "../secret.ts"
import { deviceAt, fetchOf, lastFetchOf, linkOf, openedHomeLink, stationNamed } from "../store.fixture.ts"
import { createStore, type Store } from "../store.ts"
import { makeBackupOfFile } from "./make-backup.ts"
import { openSnapshot, tablesIn } from "./snapshot.ts"

const root = mkdtempSync(join(tmpdir(), "homeport-backup-"))
afterAll(() => rmSync(root, { recursive: true }))

const passPhrase = Secret.of("Lantern of the office")
const request = { passPhrase, version: "0.3.0", createdAt: 5, cost: { N: 2 ** 12, r: 8, p: 1 } }

function storeInMemory(): Store {
  const store = createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults })
  onTestFinished(() => store.close())
  return store
}

async function open(file: Uint8Array) {
  const snapshot = await openSnapshot(file, passPhrase, settingsDefaults)
  onTestFinished(() => snapshot.close())
  return snapshot
}

const expert = { name: "Ada", role: "expert", passwordHash: Secret.of("hash of Ada") } as const

/** An office with a bit of everything. */
function furnish(store: Store): void {
  const draft = store.draft("Ada", 5)
  draft.addStation(stationNamed("168"))
  draft.addStation(stationNamed("169"))
  draft.addDevice(deviceAt(1, "001565aabbcc"))
  draft.addDevice(deviceAt(2, "001565aabbdd"))
  draft.setSettings("stun", { ...settingsDefaults.stun, server: "stun.example.net" })
  draft.setSettings("network-interfaces", { ...settingsDefaults["network-interfaces"], lan2: "eth7" })
  draft.setSecret("dyndns-password", Secret.of("of the provider"))
  draft.addCertificate({ name: "CA", pem: "-----", privateKey: Secret.of("the private key"), generated: true })
  draft.setRevocationList({
    authority: "ab",
    number: 3,
    thisUpdate: 1,
    nextUpdate: 2,
    der: new Uint8Array([1, 2]),
    revoked: [],
  })
  store.commit(draft)
  store.accounts.add(expert, 1)
  store.remember("certificate-expiry/1", 30)
  const bound = linkOf("token of 1", { bound: { at: 4, mac: "001565aabbcc", model: null } })
  store.deviceStates.fetched(1, bound, lastFetchOf())
  store.deviceStates.putLinks([[2, linkOf("token of 2")]])
  store.homeLinks.put(1, openedHomeLink)
}

test("a backup of one machine brings everything that counts to another, under the other's own key", async () => {
  const office = storeInMemory()
  furnish(office)
  const prints = office.secret("device-prints", () => "key of the fingerprints").reveal()
  const ada = office.accounts.read("Ada")?.id ?? 0
  office.logins.add(Buffer.from("token"), ada, "127.0.0.1", 1)
  office.secondFactors.put(ada, Secret.of("JBSWY3DPEHPK3PXP"), 1, [Buffer.from("code")], 1)

  const other = storeInMemory()
  other.secret("device-prints", () => "another key")
  other.secret("console-certificate", () => "of this machine")
  const eve = other.accounts.add({ ...expert, name: "Eve" }, 1)
  other.logins.add(Buffer.from("token of Eve"), eve.id, "127.0.0.1", 1)
  other.deviceLog.addFetch({ ...fetchOf("a.cfg"), device: 1 })
  await other.journal.flush()
  other.restore(await open(await office.backup(request)), [])

  const factor = other.secondFactors.of(other.accounts.read("Ada")?.id ?? 0)
  expect([factor?.secret.reveal(), factor?.recoveryCodesLeft]).toEqual(["JBSWY3DPEHPK3PXP", 1])
  const { stations, devices, certificates, revocationLists, sections, secrets } = other.state()
  expect([...stations.values()].map(({ password }) => password?.reveal())).toEqual(["Pass-word-168", "Pass-word-169"])
  expect([...devices.values()].map(({ mac }) => mac)).toEqual(["001565aabbcc", "001565aabbdd"])
  expect(certificates.get(1)?.privateKey?.reveal()).toBe("the private key")
  expect(revocationLists).toEqual(office.state().revocationLists)
  expect(sections.stun.value.server).toBe("stun.example.net")
  expect(secrets.get("dyndns-password")?.reveal()).toBe("of the provider")
  expect(other.accounts.read("ada")?.passwordHash.reveal()).toBe("hash of Ada")
  expect(other.remembered("certificate-expiry/1")).toBe(30)
  expect(other.secret("device-prints", () => "").reveal()).toBe(prints)
  // Of the machine, and of those who are signed in there.
  expect(other.secret("console-certificate", () => "").reveal()).toBe("of this machine")
  expect(other.installationId).not.toBe(office.installationId)
  expect(other.accounts.read("Eve")).toBeUndefined()
  expect([other.logins.read(Buffer.from("token of Eve")), other.logins.read(Buffer.from("token"))]).toEqual([
    undefined,
    undefined,
  ])
  expect(other.deviceLog.fetches()).toEqual([])
  // A phone that has had its settings goes on fetching; links that nobody has opened yet are void.
  expect(other.deviceStates.withToken("token of 1")?.device).toBe(1)
  expect(other.deviceStates.lastFetchOf(1)).toEqual(lastFetchOf())
  expect(other.deviceStates.withToken("token of 2")).toBeUndefined()
  expect(other.homeLinks.of(1)).toBeUndefined()
})

test("an older backup of the same machine does not open again what was used up since", async () => {
  const store = storeInMemory()
  furnish(store)
  const file = await store.backup(request)
  store.deviceStates.putLinks([[2, linkOf("token of 2", { fetchesLeft: 1 })]])
  const draft = store.draft("Ada", 6)
  draft.changeStation(1, { name: "Reception" })
  draft.changeDevice(1, { mac: "001565000001" })
  draft.addStation(stationNamed("170"))
  store.commit(draft)
  store.deviceLog.addFetch(fetchOf("a.cfg"))

  const before = store.state().stations.get(1)?.version ?? 0
  store.restore(await open(file), [])
  expect([...store.state().stations.values()].map(({ name }) => name)).toEqual(["Station 168", "Station 169"])
  expect(store.state().stations.get(1)?.version).toBeGreaterThan(before)
  expect(store.deviceStates.linkOf(2)?.fetchesLeft).toBe(1)
  // The device that was another one meanwhile is again the one that its link is bound to.
  expect(store.deviceStates.withToken("token of 1")?.device).toBe(1)
  expect(store.homeLinks.of(1)).toBeUndefined()
  expect(store.deviceLog.fetches()).toHaveLength(1)
  // And the store goes on from there.
  const next = store.draft("Ada", 7)
  expect(next.addDevice(deviceAt(2)).id).toBe(3)
  store.commit(next)
})

test("pages that are to be kept stay, and accounts stay where the backup has nobody who may do everything", async () => {
  const office = storeInMemory()
  furnish(office)
  office.accounts.add({ ...expert, name: "Bob", role: "basic" }, 1)
  const other = storeInMemory()
  other.accounts.add({ ...expert, name: "Eve" }, 1)
  const draft = other.draft("Eve", 1)
  draft.setSettings("network-interfaces", { ...settingsDefaults["network-interfaces"], lan2: "eth0" })
  draft.setSettings("system-flags", { ...settingsDefaults["system-flags"], automaticRedial: true })
  other.commit(draft)
  other.restore(await open(await office.backup(request)), ["network-interfaces"])
  expect(other.state().sections["network-interfaces"].value.lan2).toBe("eth0")
  expect(other.state().sections["system-flags"].value).toEqual(settingsDefaults["system-flags"])

  const empty = storeInMemory()
  empty.accounts.add({ ...expert, name: "Cyd", role: "basic" }, 1)
  const third = storeInMemory()
  third.accounts.add({ ...expert, name: "Eve" }, 1)
  third.restore(await open(await empty.backup(request)), [])
  expect(third.accounts.read("Eve")?.role).toBe("expert")
  expect(third.accounts.read("Cyd")).toBeUndefined()
})

test("a restore that fails half-way has changed nothing", async () => {
  const office = storeInMemory()
  furnish(office)
  const snapshot = await open(await office.backup(request))
  // Sealed under no key of theirs: it is found out in the middle.
  snapshot.database.exec("UPDATE stations SET password = x'01' WHERE station = 2")
  const other = storeInMemory()
  other.accounts.add({ ...expert, name: "Eve" }, 1)
  const before = other.state()
  expect(() => other.restore(snapshot, [])).toThrow()
  expect(other.state()).toBe(before)
  expect(other.accounts.read("Eve")).toBeDefined()
  const draft = other.draft("Eve", 1)
  draft.addStation(stationNamed("200"))
  other.commit(draft)
  expect(other.state().stations.size).toBe(1)
})

test("a backup of a file is made beside the store that works on it, and survives a restart once restored", async () => {
  const folder = mkdtempSync(join(root, "data-"))
  const { databasePath, key } = openDataFolder(folder)
  const first = createStore({ path: databasePath, key, defaults: settingsDefaults })
  furnish(first)
  const [inThread, byHand] = await Promise.all([first.backup(request), makeBackupOfFile(databasePath, key, request)])
  expect((await open(inThread)).state.stations.size).toBe(2)
  const draft = first.draft("Ada", 6)
  draft.removeStation(1)
  first.commit(draft)
  first.restore(await open(byHand), [])
  await first.close()
  const second = createStore({ path: databasePath, key, defaults: settingsDefaults })
  expect(second.state().stations.get(1)?.password?.reveal()).toBe("Pass-word-168")
  expect(second.deviceStates.withToken("token of 1")?.device).toBe(1)
  await second.close()
})

test("a backup of an older version is brought to today's shape", async () => {
  const folder = mkdtempSync(join(root, "data-"))
  const { databasePath, key } = openDataFolder(folder)
  const old = new DatabaseSync(databasePath)
  migrate(
    old,
    shippedMigrations().filter(({ number }) => number <= 2),
  )
  old.exec("INSERT INTO meta VALUES ('installation-id', 'old'), ('key-check', x'00')")
  old.exec(`INSERT INTO settings VALUES ('stun', '{"server":"stun.example.net"}', 4, 'Ada', 1)`)
  old.close()
  const file = await makeBackupOfFile(databasePath, key, request)
  expect((await open(file)).header.schema).toBe(2)
  const store = storeInMemory()
  store.restore(await open(file), [])
  expect(store.state().sections.stun.value.server).toBe("stun.example.net")
})

test("nothing that a table holds is forgotten: whoever adds a BLOB says whether it is sealed", () => {
  const database = new DatabaseSync(":memory:")
  migrate(database)
  const blobs = tablesIn(database).flatMap((table) =>
    database
      .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE type = 'BLOB'`)
      .all()
      .map(({ name }) => `${table}.${name}`),
  )
  expect(blobs).toEqual([
    "api_tokens.token_hash",
    "certificates.private_key",
    "logins.token_hash",
    "recovery_codes.code_hash",
    "revocation_lists.der",
    "second_factors.secret",
    "stations.password",
  ])
})

test("before a database is migrated it is kept as it was, for its owner alone, and the three newest of these stay", async () => {
  const folder = mkdtempSync(join(root, "data-"))
  const { databasePath, key } = openDataFolder(folder)
  const newest = newestVersion()
  for (const number of [1, 2, 3, 4]) {
    rmSync(databasePath, { force: true })
    const old = new DatabaseSync(databasePath)
    migrate(old, shippedMigrations().slice(0, number))
    old.close()
    await createStore({ path: databasePath, key, defaults: settingsDefaults }).close()
  }
  const kept = readdirSync(join(folder, "backups")).sort()
  expect(kept).toEqual([2, 3, 4].map((number) => `before-migration-00${number}.sqlite`))
  const path = join(folder, "backups", "before-migration-004.sqlite")
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const copy = new DatabaseSync(path)
  expect(copy.prepare("PRAGMA user_version").get()?.user_version).toBe(4)
  copy.close()
  // A new database, and one that is of today, have nothing to be kept.
  expect(newest).toBeGreaterThan(4)
  await createStore({ path: databasePath, key, defaults: settingsDefaults }).close()
  expect(readdirSync(join(folder, "backups"))).toHaveLength(3)
})

test("a migration does not begin when what comes before it cannot be kept", () => {
  const folder = mkdtempSync(join(root, "data-"))
  const { databasePath, key } = openDataFolder(folder)
  const old = new DatabaseSync(databasePath)
  migrate(old, shippedMigrations().slice(0, 2))
  old.close()
  // A file stands where the folder would be.
  writeFileSync(join(folder, "backups"), "")
  expect(() => createStore({ path: databasePath, key, defaults: settingsDefaults })).toThrow(/could not be written/)
  const same = new DatabaseSync(databasePath)
  expect(same.prepare("PRAGMA user_version").get()?.user_version).toBe(2)
  same.close()
})
