import { randomBytes } from "node:crypto"
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { inspect } from "node:util"
import { settingsDefaults } from "@homeport/contract"
import { afterAll, expect, test } from "vitest"
import { lockDataFolder, openDataFolder } from "./data-folder.ts"
import { logsSuite } from "./logs.suite.ts"
import { migrate, versionOf } from "./migrate.ts"
import { createSecretBox, Secret } from "./secret.ts"
import { inTransaction, isDiskError } from "./sqlite.ts"
import { deviceAt, fetchOf, lastFetchOf, linkOf, openedHomeLink, stationNamed } from "./store.fixture.ts"
import { storeSuite } from "./store.suite.ts"
import { createStore, type Store } from "./store.ts"

const root = mkdtempSync(join(tmpdir(), "homeport-store-"))
afterAll(() => rmSync(root, { recursive: true }))
const newFolder = (): string => mkdtempSync(join(root, "data-"))

function openStore(folder: string): Store {
  const { databasePath, key } = openDataFolder(folder)
  return createStore({ path: databasePath, key, defaults: settingsDefaults, keepEvents: 20, keepSignIns: 20 })
}

const openInMemory = (): Store =>
  createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults, keepEvents: 20, keepSignIns: 20 })

for (const suite of [storeSuite, logsSuite]) {
  suite("in a file", () => openStore(newFolder()))
  suite("in memory", openInMemory)
}

test("everything is there after the next start, and neither password nor key is readable on disk", async () => {
  const folder = newFolder()
  const first = openStore(folder)
  const draft = first.draft("Ada", 5)
  draft.addStation(stationNamed("168", { internetRegistration: true, fixedIpAddress: "203.0.113.7" }))
  draft.setSettings("stun", { ...settingsDefaults.stun, server: "stun.example.net" })
  draft.setSecret("dyndns-password", Secret.of("Lantern-of-the-office"))
  first.commit(draft)
  const certificate = { name: "CA", pem: "-----", privateKey: Secret.of("the private key"), generated: true }
  const list = { authority: "ab", number: 3, thisUpdate: 1, nextUpdate: 2, der: new Uint8Array([1, 2]), revoked: [] }
  const issuing = first.draft("Ada", 6)
  issuing.addCertificate(certificate)
  issuing.setRevocationList(list)
  first.commit(issuing)
  const handing = first.draft("Ada", 7)
  handing.addDevice(deviceAt(1, "001565aabbcc"))
  first.commit(handing)
  const bound = linkOf("ab", { bound: { at: 4, mac: "001565aabbcc", model: null }, deliveredSecret: "cd" })
  first.deviceStates.fetched(1, bound, lastFetchOf())
  first.homeLinks.put(1, openedHomeLink)
  const { id } = first.accounts.add({ name: "ada", role: "expert", passwordHash: Secret.of("hash") }, 5)
  first.secondFactors.put(id, Secret.of("JBSWY3DPEHPK3PXP"), 7, [Buffer.from("code")], 6)
  first.deviceLog.addFetch(fetchOf("a.cfg"))
  first.deviceLog.seen({ mac: "001565000001", at: 3, address: "203.0.113.7", file: "b.cfg", userAgent: "Phone" })
  first.journal.binding({ callNumber: "168", contact: "sip:168@203.0.113.7", data: "{}" })
  const before = { id: first.installationId, nonces: first.secret("nonces", () => "one").reveal() }
  await first.close()

  const second = openStore(folder)
  expect({ id: second.installationId, nonces: second.secret("nonces", () => "two").reveal() }).toEqual(before)
  second.replaceSecret("nonces", Secret.of("three"))
  expect(second.secret("nonces", () => "four").reveal()).toBe("three")
  const station = second.state().stations.get(1)
  expect(station).toMatchObject({
    callNumber: "168",
    internetRegistration: true,
    fixedIpAddress: "203.0.113.7",
    version: 1,
  })
  expect(station?.password?.reveal()).toBe("Pass-word-168")
  expect(second.state().sections.stun.value.server).toBe("stun.example.net")
  expect(second.state().secrets.get("dyndns-password")?.reveal()).toBe("Lantern-of-the-office")
  expect(second.bindings()).toEqual(["{}"])
  const { certificates, revocationLists } = second.state()
  expect(certificates.get(1)).toMatchObject({ id: 1, name: "CA", pem: "-----", generated: true, version: 2 })
  expect(certificates.get(1)?.privateKey?.reveal()).toBe("the private key")
  expect(revocationLists.get("ab")).toEqual(list)
  expect(second.state().devices.get(1)).toMatchObject({ ...deviceAt(1, "001565aabbcc"), id: 1, version: 3 })
  expect(second.deviceStates.withToken("ab")).toEqual({ device: 1, link: bound })
  expect(second.deviceStates.lastFetchOf(1)).toEqual(lastFetchOf())
  expect(second.homeLinks.withToken("ef")).toEqual({ device: 1, link: openedHomeLink })
  expect(second.deviceLog.fetches()).toEqual([{ ...fetchOf("a.cfg"), id: 1 }])
  expect(second.deviceLog.unknownDevice("001565000001")).toMatchObject({ firstAt: 3, times: 1, file: "b.cfg" })
  expect(second.secondFactors.of(id)).toMatchObject({ step: 7, since: 6, recoveryCodesLeft: 1 })
  expect(second.secondFactors.of(id)?.secret.reveal()).toBe("JBSWY3DPEHPK3PXP")
  await second.close()
  for (const name of ["homeport.sqlite", "homeport.sqlite-wal"].map((name) => join(folder, name)))
    for (const secret of ["Pass-word-168", "the private key", "Lantern-of-the-office", "JBSWY3DPEHPK3PXP"])
      if (existsSync(name)) expect(readFileSync(name).includes(secret)).toBe(false)
})

test("only what differs from the defaults is stored, so that new defaults arrive", async () => {
  const folder = newFolder()
  const first = openStore(folder)
  const draft = first.draft("Ada", 5)
  draft.setSettings("stun", { ...settingsDefaults.stun, server: "stun.example.net" })
  first.commit(draft)
  await first.close()
  const { databasePath, key } = openDataFolder(folder)
  const newer = { ...settingsDefaults, stun: { ...settingsDefaults.stun, port: 3479 } }
  const second = createStore({ path: databasePath, key, defaults: newer })
  expect(second.state().sections.stun.value).toMatchObject({ server: "stun.example.net", port: 3479 })
  await second.close()
})

test("a database of a newer version is refused with one sentence", async () => {
  const folder = newFolder()
  await openStore(folder).close()
  const database = new DatabaseSync(join(folder, "homeport.sqlite"))
  database.exec("PRAGMA user_version = 999")
  database.close()
  expect(() => openStore(folder)).toThrow(/newer Homeport \(format 999/)
})

test("a migration that fails leaves the version before it", () => {
  const database = new DatabaseSync(":memory:")
  const good = { number: 1, sql: "CREATE TABLE a (x);" }
  expect(() => migrate(database, [good, { number: 2, sql: "CREATE TABLE b (x); nonsense;" }])).toThrow()
  expect(versionOf(database)).toBe(1)
})

test("accounts from before they had numbers go on, and whoever was signed in still is", async () => {
  const folder = newFolder()
  const { databasePath } = openDataFolder(folder)
  const database = new DatabaseSync(databasePath)
  const migrations = new URL("../migrations/", import.meta.url)
  for (const name of readdirSync(migrations).sort().slice(0, 5))
    database.exec(readFileSync(new URL(name, migrations), "utf8"))
  database.exec(`PRAGMA user_version = 5;
    INSERT INTO accounts VALUES ('bob', 'basic', 'hash of bob', NULL, 2), ('Ada', 'expert', 'hash of ada', NULL, 1);
    INSERT INTO logins VALUES (x'0102', 'ada', 3, 4, '127.0.0.1')`)
  database.close()
  const store = openStore(folder)
  expect(store.accounts.list()).toMatchObject([
    { id: 1, name: "Ada", role: "expert", createdAt: 1, lastSignInAt: undefined },
    { id: 2, name: "bob", role: "basic", createdAt: 2 },
  ])
  expect(store.accounts.read("ada")?.passwordHash.reveal()).toBe("hash of ada")
  expect(store.logins.read(new Uint8Array([1, 2]))).toMatchObject({ account: 1, name: "Ada", lastActionAt: 4 })
  store.accounts.remove(1)
  expect(store.logins.read(new Uint8Array([1, 2]))).toBeUndefined()
  await store.close()
})

test("another key, a missing key and a damaged file are refused with one sentence each", async () => {
  const folder = newFolder()
  await openStore(folder).close()
  writeFileSync(join(folder, "key"), randomBytes(32))
  expect(() => openStore(folder)).toThrow("does not belong to this database")
  rmSync(join(folder, "key"))
  expect(() => openStore(folder)).toThrow("is missing")
  const damaged = newFolder()
  writeFileSync(join(damaged, "key"), randomBytes(32))
  writeFileSync(join(damaged, "homeport.sqlite"), "this is no database, it is only a text")
  expect(() => openStore(damaged)).toThrow("cannot be read")
})

test("a file that is damaged beyond its first page, or misses a table, is refused with one sentence", async () => {
  const damaged = newFolder()
  const store = openStore(damaged)
  const draft = store.draft("Ada", 5)
  for (let number = 100; number < 400; number++) draft.addStation(stationNamed(String(number)))
  store.commit(draft)
  await store.close()
  const file = openSync(join(damaged, "homeport.sqlite"), "r+")
  writeSync(file, randomBytes(60_000), 0, 60_000, 4096)
  closeSync(file)
  expect(() => openStore(damaged)).toThrow(/^The database .* cannot be read: .*\.$/)
  const foreign = newFolder()
  await openStore(foreign).close()
  const database = new DatabaseSync(join(foreign, "homeport.sqlite"))
  database.exec("DROP TABLE stations")
  database.close()
  expect(() => openStore(foreign)).toThrow(/^The database .* cannot be read: no such table: stations\.$/)
})

test("a folder that cannot be locked is refused with one sentence", () => {
  expect(() => lockDataFolder(join(newFolder(), "gone"))).toThrow(/cannot be locked/)
})

test("a full disk is told as such, and what was begun is undone", () => {
  const database = new DatabaseSync(":memory:")
  database.exec("CREATE TABLE a (x); PRAGMA max_page_count = 4")
  let thrown: unknown
  try {
    inTransaction(database, () => {
      const put = database.prepare("INSERT INTO a VALUES (?)")
      for (let row = 0; row < 100; row++) put.run("x".repeat(1000))
    })
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ message: expect.stringContaining("full") })
  expect(isDiskError(thrown)).toBe(true)
  expect(database.prepare("SELECT count(*) AS n FROM a").get()?.n).toBe(0)
  expect(isDiskError(new Error("another"))).toBe(false)
})

test("the key file is for its owner alone, also when its mode was lost", () => {
  const folder = newFolder()
  openDataFolder(folder)
  chmodSync(join(folder, "key"), 0o644)
  openDataFolder(folder)
  expect(statSync(join(folder, "key")).mode & 0o777).toBe(0o600)
})

test("a second server on the same folder is refused, and a released lock can be taken", () => {
  const folder = newFolder()
  const release = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(/Another Homeport already runs/)
  release()
  lockDataFolder(folder)()
})

test("a secret shows dots wherever it is printed", () => {
  const secret = Secret.of("Pass-word-168")
  expect(`${secret} ${JSON.stringify({ secret })} ${inspect({ secret })}`).not.toContain("Pass")
})

test("a sealed secret opens only under its own key, in its own place, unaltered", () => {
  const box = createSecretBox(randomBytes(32))
  const sealed = box.seal("Pass-word-168", "stations/1/password")
  expect(box.open(sealed, "stations/1/password")).toBe("Pass-word-168")
  expect(() => box.open(sealed, "stations/2/password")).toThrow()
  expect(() => createSecretBox(randomBytes(32)).open(sealed, "stations/1/password")).toThrow()
  const altered = Uint8Array.from(sealed, (octet, at) => (at === sealed.length - 1 ? octet ^ 1 : octet))
  expect(() => box.open(altered, "stations/1/password")).toThrow()
  expect(() => box.open(new Uint8Array(5), "stations/1/password")).toThrow()
})

test("10,000 stations are loaded without opening a single secret", async () => {
  const folder = newFolder()
  const first = openStore(folder)
  const draft = first.draft("Ada", 5)
  for (let number = 10_000; number < 20_000; number++) draft.addStation(stationNamed(String(number)))
  first.commit(draft)
  await first.close()
  // Wrong passwords on disk would be noticed only when one is revealed: loading is cheap because it does not look.
  const second = openStore(folder)
  expect(second.state().stations.size).toBe(10_000)
  expect(second.state().stations.get(10_000)?.password?.reveal()).toBe("Pass-word-19999")
  await second.close()
})

test("a station's timeline is read from indexes, however long the log is", () => {
  const folder = newFolder()
  const path = join(folder, "homeport.db")
  const database = new DatabaseSync(path)
  migrate(database)
  for (const name of ["callNumber", "user", "from", "to"]) {
    const sql = `EXPLAIN QUERY PLAN SELECT * FROM events WHERE params ->> '${name}' = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC`
    const plan = database.prepare(sql).all("1", 2, 3)
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH events USING INDEX events_of_/)])
  }
  database.close()
})
