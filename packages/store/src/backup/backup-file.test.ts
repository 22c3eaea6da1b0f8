import { expect, test } from "vitest"
import { Secret } from "../secret.ts"
import { readBackupHeader, type ScryptCost, sealBackup, unsealBackup } from "./backup-file.ts"

const header = { schema: 7, version: "0.3.0", createdAt: 1_800_000_000_000, installationId: "here" }
const cheap: ScryptCost = { N: 2 ** 12, r: 8, p: 1 }
const passPhrase = Secret.of("Lantern of the office")
const content = Buffer.from("the settings, the stations and their passwords")
const sealed = await sealBackup(content, header, passPhrase, cheap)
const open = (file: Uint8Array, phrase = passPhrase) => unsealBackup(file, phrase, 7)
const refused = async (file: Uint8Array, phrase?: Secret) => {
  const error: unknown = await open(file, phrase).catch((thrown: unknown) => thrown)
  return error instanceof Error && "code" in error ? error.code : error
}

test("what was sealed is opened by its pass-phrase alone, and cannot be read without it", async () => {
  expect((await open(sealed)).content).toEqual(content)
  expect((await open(sealed)).header).toEqual(header)
  expect(await refused(sealed, Secret.of("another one"))).toBe("BackupNotOpened")
  expect(Buffer.from(sealed).includes("passwords")).toBe(false)
})

test("the header is read without a pass-phrase", () => {
  expect(readBackupHeader(sealed)).toEqual(header)
  expect(readBackupHeader(sealed.subarray(0, -1))).toEqual(header)
})

test("a pass-phrase is the same on whichever keyboard its letters were composed", async () => {
  const composed = await sealBackup(content, header, Secret.of("T\u00fcr und Tor"), cheap)
  expect((await open(composed, Secret.of("Tu\u0308r und Tor"))).content).toEqual(content)
})

test("every file has a key of its own: the same content twice is not recognised", async () => {
  const again = await sealBackup(content, header, passPhrase, cheap)
  expect(Buffer.from(again).subarray(-60)).not.toEqual(Buffer.from(sealed).subarray(-60))
})

test("wherever it is cut off, it is told to be incomplete", async () => {
  for (let length = 1; length < sealed.length; length++)
    expect([length, await refused(sealed.subarray(0, length))]).toEqual([length, "BackupTruncated"])
})

test("wherever an octet is changed, it is refused", async () => {
  for (let at = 0; at < sealed.length; at++) {
    const altered = Uint8Array.from(sealed, (octet, index) => (index === at ? octet ^ 1 : octet))
    expect([at, await refused(altered)]).toEqual([at, expect.stringMatching(/^Backup/)])
  }
})

test("what comes behind its end, and what is something else, is told", async () => {
  expect(await refused(Buffer.concat([sealed, Buffer.of(0)]))).toBe("BackupAltered")
  for (const foreign of ["", "PK\x03\x04", "SQLite format 3\0", "just a text that is long enough"])
    expect(await refused(Buffer.from(foreign, "latin1"))).toBe("BackupForeign")
})

test("a newer database and a newer format are told before the pass-phrase is tried", async () => {
  const newer = await sealBackup(content, { ...header, schema: 8 }, passPhrase, cheap)
  expect(await refused(newer, Secret.of("another one"))).toBe("BackupNewer")
  const format = Uint8Array.from(sealed, (octet, at) => (at === 9 ? 2 : octet))
  expect(await refused(format)).toBe("BackupNewer")
})

test("a header cannot make the key cost more than we are ready to pay", async () => {
  const text = Buffer.from(sealed).toString("latin1")
  const dear = [
    text.replace('"N":4096', '"N":1e11'),
    text.replace('"N":4096', '"N":4097'),
    text.replace('"p":1', '"p":9'),
    text.replace('"r":8', '"r":9'),
    text.replace(/"size":\d\d/, '"size":-1'),
  ]
  for (const file of dear) {
    expect(file).not.toBe(text)
    expect(await refused(Buffer.from(file, "latin1"))).toBe("BackupAltered")
  }
})
