import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { settingsDefaults } from "@homeport/contract"
import { createStore, lockDataFolder, openDataFolder, Secret } from "@homeport/store"
import { describe, expect, onTestFinished, test } from "vitest"
import { testHasher, testPassword } from "../testing/test-server.fixture.ts"
import { commandLine } from "./command-line.ts"

async function withAccount(whileWaiting = () => {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), "homeport-command-"))
  const { databasePath, key } = openDataFolder(dataFolder)
  const store = createStore({ path: databasePath, key, defaults: settingsDefaults })
  onTestFinished(async () => {
    await store.close()
    rmSync(dataFolder, { recursive: true })
  })
  const hasher = testHasher()
  const passwordHash = await hasher.hash(testPassword)
  const { id } = store.accounts.add({ name: "administrator", role: "expert", passwordHash }, 1)
  store.logins.add(Buffer.from("token"), id, "127.0.0.1", 1)
  let written = ""
  const run = async (words: string[], typed = "") => {
    written = ""
    const write = (text: string) => {
      written += text
    }
    const code = await commandLine(words, {
      dataFolder,
      workingFolder: dataFolder,
      version: "0.0.0",
      now: () => 5,
      hasher,
      write,
      readPassword: async () => typed,
      readPassPhrase: async () => typed,
      confirm: async () => false,
      wait,
    })
    return { code, written }
  }
  const wait = async () => whileWaiting()
  const fits = async (password: string) => {
    const account = store.accounts.read("administrator")
    return account !== undefined && (await hasher.verify(password, account.passwordHash))
  }
  return { id, store, dataFolder, run, fits }
}

test("reset-password works beside an open store, shows a strong password once and ends the logins", async () => {
  const { store, run, fits } = await withAccount()
  const { code, written } = await run(["reset-password", "Administrator"])
  const password = /is: (\S+)\n$/.exec(written)?.[1] ?? ""
  expect(code).toBe(0)
  expect(await fits(password)).toBe(true)
  expect(await fits(testPassword)).toBe(false)
  expect(store.logins.read(Buffer.from("token"))).toBeUndefined()
})

test("reset-password turns off the second factor, and says so", async () => {
  const { id, store, run } = await withAccount()
  expect((await run(["reset-password", "administrator"])).written).not.toContain("second factor")
  store.secondFactors.put(id, Secret.of("JBSWY3DPEHPK3PXP"), 1, [Buffer.from("code")], 1)
  expect((await run(["reset-password", "administrator"])).written).toContain("second factor of administrator is off")
  expect(store.secondFactors.of(id)).toBeUndefined()
})

test("a piped password is taken when it is strong, and never shown", async () => {
  const { run, fits } = await withAccount()
  const weak = await run(["reset-password", "administrator", "--stdin"], "short")
  expect(weak).toEqual({ code: 1, written: "The password is too weak: At least 8 characters.\n" })
  const strong = await run(["reset-password", "administrator", "--stdin"], "Left-Horse-43")
  expect({ code: strong.code, shown: strong.written.includes("Left") }).toEqual({ code: 0, shown: false })
  expect(await fits("Left-Horse-43")).toBe(true)
})

test("an unknown account, an unknown command and --help say what there is", async () => {
  const { run, fits } = await withAccount()
  expect(await run(["reset-password", "eve"])).toMatchObject({
    code: 1,
    written: expect.stringContaining("no account “eve”"),
  })
  expect(await run(["reset-password", "administrator", "--loud"])).toMatchObject({ code: 2 })
  expect(await run(["frobnicate"])).toMatchObject({ code: 2, written: expect.stringContaining("reset-password NAME") })
  expect(await run(["--help"])).toMatchObject({ code: 0, written: expect.stringContaining("reset-password NAME") })
  expect(await fits(testPassword)).toBe(true)
})

describe("unblock", () => {
  test("asks the running server and waits until it has done it", async () => {
    let server = () => {}
    const { store, dataFolder, run } = await withAccount(() => server())
    onTestFinished(lockDataFolder(dataFolder))
    server = () => store.unblockRequests.waiting().forEach(store.unblockRequests.done)
    expect(await run(["unblock", "203.0.113.7/32"])).toEqual({
      code: 0,
      written: "203.0.113.7 is not blocked any more, and the console's rule lets 203.0.113.7 in.\n",
    })
    expect(await run(["unblock", "--all"])).toMatchObject({ code: 0, written: expect.stringContaining("everybody") })
  })

  test("says so when the server does not do it in time", async () => {
    const { dataFolder, store, run } = await withAccount()
    onTestFinished(lockDataFolder(dataFolder))
    expect(await run(["unblock", "--all"])).toMatchObject({
      code: 1,
      written: expect.stringContaining("not done it yet"),
    })
    expect(store.unblockRequests.waits(undefined)).toBe(true)
  })

  test("without a server leaves it to the next start, and refuses what is no address", async () => {
    const { store, run } = await withAccount()
    expect(await run(["unblock", "2001:db8::7"])).toMatchObject({
      code: 0,
      written: expect.stringContaining("next start"),
    })
    expect(store.unblockRequests.waiting()).toEqual(["2001:db8::7"])
    expect(await run(["unblock", "everybody"])).toEqual({
      code: 2,
      written: "“everybody” is neither an address nor a network.\n",
    })
    expect(await run(["unblock"])).toMatchObject({ code: 2, written: expect.stringContaining("unblock ADDRESS") })
  })
})
