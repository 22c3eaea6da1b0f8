import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { settingsDefaults } from "@homeport/contract"
import { createStore, lockDataFolder, openDataFolder, type Store } from "@homeport/store"
import { expect, onTestFinished, test } from "vitest"
import { testHasher, testPassword } from "../testing/test-server.fixture.ts"
import { commandLine } from "./command-line.ts"

const passPhrase = "Lantern of the office"

function machine() {
  const root = mkdtempSync(join(tmpdir(), "homeport-command-"))
  const dataFolder = join(root, "data")
  onTestFinished(() => rmSync(root, { recursive: true }))
  const open = (): Store => {
    const { databasePath, key } = openDataFolder(dataFolder)
    return createStore({ path: databasePath, key, defaults: settingsDefaults })
  }
  const server = async (change: (store: Store) => unknown) => {
    const store = open()
    await change(store)
    await store.close()
  }
  const run = async (words: string[], { typed = passPhrase, answer = false } = {}) => {
    let written = ""
    const code = await commandLine(words, {
      dataFolder,
      workingFolder: root,
      version: "0.3.0",
      now: () => 1_800_000_000_000,
      hasher: testHasher(),
      write: (text) => {
        written += text
      },
      readPassword: async () => typed,
      readPassPhrase: async () => typed,
      confirm: async () => answer,
      wait: async () => {},
      cost: { N: 2 ** 12, r: 8, p: 1 },
    })
    return { code, written }
  }
  return { root, dataFolder, open, server, run }
}

async function furnish(store: Store): Promise<void> {
  store.accounts.add({ name: "Ada", role: "expert", passwordHash: await testHasher().hash(testPassword) }, 1)
  const draft = store.draft("Ada", 1)
  draft.setSettings("stun", { ...settingsDefaults.stun, server: "stun.example.net" })
  draft.setSettings("network-interfaces", { ...settingsDefaults["network-interfaces"], lan2: "eth7" })
  store.commit(draft)
}

test("a backup is made beside an open store, for its owner alone, and never over another file", async () => {
  const { root, open, run } = machine()
  const store = open()
  onTestFinished(() => store.close())
  await furnish(store)
  const { code, written } = await run(["backup", "office.homeport"])
  expect([code, written]).toEqual([0, expect.stringContaining(join(root, "office.homeport"))])
  expect(statSync(join(root, "office.homeport")).mode & 0o777).toBe(0o600)
  expect(await run(["backup", "office.homeport"])).toMatchObject({
    code: 1,
    written: expect.stringContaining("exists already"),
  })
})

test("a backup is refused under a weak pass-phrase, into no folder, and of nothing", async () => {
  const { root, dataFolder, server, run } = machine()
  expect((await run(["backup", "a"])).written).toContain("nothing to back up")
  expect(() => readdirSync(dataFolder)).toThrow()
  await server(furnish)
  expect(await run(["backup", "a"], { typed: "short" })).toEqual({
    code: 1,
    written: "The pass-phrase cannot be used: At least 8 characters.\n",
  })
  expect((await run(["backup", "gone/a"])).written).toContain("ENOENT")
  expect(readdirSync(root)).toEqual(["data"])
})

test("a restore shows what is in the backup, asks, and keeps what was there", async () => {
  const { dataFolder, server, open, run } = machine()
  await server(furnish)
  await run(["backup", "a"])
  await server((store) => {
    const draft = store.draft("Ada", 1)
    draft.setSettings("stun", settingsDefaults.stun)
    store.commit(draft)
  })
  const asked = await run(["restore", "a"])
  expect(asked).toMatchObject({ code: 1, written: expect.stringContaining("Nothing was changed") })
  expect(asked.written).toContain("A backup of 2027-01-15T08:00:00.000Z, written by Homeport 0.3.0.")
  expect(asked.written).toMatch(/administrators +1 {2}→ +1/)
  await server((store) => expect(store.state().sections.stun.value.server).toBeNull())

  const done = await run(["restore", "a"], { answer: true })
  expect(done).toMatchObject({ code: 0, written: expect.stringContaining("before-restore-20270115T080000000Z") })
  const store = open()
  expect(store.state().sections.stun.value.server).toBe("stun.example.net")
  expect(store.events.list({ limit: 1 }).rows[0]).toMatchObject({ code: "backup.restored" })
  await store.close()
  expect(readdirSync(join(dataFolder, "backups"))).toEqual(["before-restore-20270115T080000000Z.homeport"])
})

test("a restore makes a new machine of an empty folder, with its own network interfaces where they are to stay", async () => {
  const old = machine()
  await old.server(furnish)
  await old.run(["backup", "a"])
  const fresh = machine()
  const file = join(old.root, "a")
  const { code, written } = await fresh.run(["restore", file, "--yes", "--keep-network-interfaces"])
  expect([code, written]).toEqual([0, expect.stringContaining("on another installation")])
  await fresh.server((store) => {
    expect(store.accounts.read("Ada")?.role).toBe("expert")
    expect(store.state().sections["network-interfaces"].value).toEqual(settingsDefaults["network-interfaces"])
    expect(store.state().sections.stun.value.server).toBe("stun.example.net")
  })
})

test("a restore is refused while a server runs, and for a file that is none of ours", async () => {
  const { root, dataFolder, server, run } = machine()
  await server(furnish)
  await run(["backup", "a"])
  const unlock = lockDataFolder(dataFolder)
  await expect(run(["restore", "a", "--yes"])).rejects.toThrow("Another Homeport already runs on the data folder")
  unlock()
  const whole = readFileSync(join(root, "a"))
  writeFileSync(join(root, "piece"), whole.subarray(0, -1))
  writeFileSync(join(root, "text"), "a letter")
  const said = async (file: string, typed?: string) => {
    const { code, written } = await run(["restore", file, "--yes"], typed === undefined ? {} : { typed })
    return [code, written]
  }
  expect(await said("piece")).toEqual([1, expect.stringContaining("This backup is incomplete")])
  expect(await said("text")).toEqual([1, expect.stringContaining("This file is no backup of Homeport")])
  expect(await said("a", "another one")).toEqual([1, expect.stringContaining("The pass-phrase is wrong, or")])
  expect(await said("gone")).toEqual([1, expect.stringContaining("cannot be read")])
  expect(readdirSync(dataFolder)).not.toContain("backups")
})

test("a damaged database is set aside, with its key, and the backup takes its place", async () => {
  const { root, dataFolder, server, run } = machine()
  await server(furnish)
  await run(["backup", "a"])
  writeFileSync(join(dataFolder, "homeport.sqlite"), "this is no database, it is only a text")
  expect((await run(["restore", "a"])).written).toContain("Nothing was changed")
  expect(readFileSync(join(dataFolder, "homeport.sqlite"), "utf8")).toContain("only a text")
  const { code, written } = await run(["restore", join(root, "a"), "--yes"])
  expect([code, written]).toEqual([0, expect.stringContaining("renamed to homeport.sqlite.aside-1800000000000")])
  expect(readdirSync(dataFolder)).toContain("key.aside-1800000000000")
  await server((store) => expect(store.accounts.read("Ada")).toBeDefined())
  mkdirSync(join(dataFolder, "backups"), { recursive: true })
  expect(readdirSync(join(dataFolder, "backups"))).toEqual([])
})

test("a word too many is answered with what there is", async () => {
  const { run } = machine()
  for (const words of [["backup"], ["backup", "a", "--yes"], ["restore"], ["restore", "--yes"], ["restore", "a", "b"]])
    expect([words, await run(words)]).toEqual([
      words,
      { code: 2, written: expect.stringContaining("npm run homeport -- restore FILE") },
    ])
})
