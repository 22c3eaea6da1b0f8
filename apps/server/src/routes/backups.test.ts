import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import {
  applicationFirewallDefaults,
  dataBackupDefaults,
  portManagementDefaults,
  settingsDefaults,
} from "@homeport/contract"
import { Secret } from "@homeport/store"
import { describe, expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

const passPhrase = "Lantern of the office"
const hour = 3_600_000

async function office() {
  const server = await testServer()
  const ask = await server.signIn()
  const { services } = server
  return {
    ...server,
    ask,
    folder: services.backupFolder.path,
    async add(callNumber: string) {
      const body = { callNumber, name: `SIP-${callNumber}`, password: "Left-Horse-43" }
      expect((await ask("POST", "/api/sip-clients", { body })).status).toBe(201)
    },
    backup: async () => Buffer.from(await services.backups.make(Secret.of(passPhrase))),
    restoring: (file: Buffer, more: object = {}) => ({ body: { file: file.toString("base64"), passPhrase, ...more } }),
    numbers: () => [...services.store.state().stations.values()].map(({ callNumber }) => callNumber),
    async events(code: string) {
      await services.store.journal.flush()
      return services.store.events.list({ limit: 100, code }).rows
    },
  }
}

const bindingOf = (callNumber: string) => ({
  callNumber,
  contact: `sip:${callNumber}@192.168.1.77:5060`,
  network: "inner" as const,
  hairpin: false,
  transport: "UDP" as const,
  source: { host: "192.168.1.77", port: 5060 },
  flow: undefined,
  userAgent: "Phone",
  registeredAt: 1,
  expiresAt: 2_000_000_000_000,
  state: "reachable",
})

describe("a download", () => {
  test("is a file under the pass-phrase that was typed, and an event", async () => {
    const { ask, events, logged } = await office()
    const { status, headers, body } = await ask("POST", "/api/backup", { body: { passPhrase } })
    expect([status, headers["content-type"]]).toEqual([200, "application/octet-stream"])
    expect(headers["content-disposition"]).toContain('filename="homeport-20270115T080000000Z.homeport"')
    expect(String(body)).toContain("HPBK")
    expect(await events("backup.taken")).toMatchObject([{ severity: "warning", params: { by: "expert" } }])
    expect(logged.join()).not.toContain(passPhrase)
  })

  test("is refused under a pass-phrase that is soon guessed, and to whoever may not do everything", async () => {
    const { ask, signIn } = await office()
    const weak = await ask("POST", "/api/backup", { body: { passPhrase: "short" } })
    expect(weak.body.fields.passPhrase.code).toBe("TooShort")
    const enhanced = await signIn("enhanced")
    for (const [method, url] of [
      ["POST", "/api/backup"],
      ["POST", "/api/backup/preview"],
      ["POST", "/api/backup/restore"],
      ["GET", "/api/backups"],
    ] as const)
      expect([url, (await enhanced(method, url, { body: { passPhrase } })).status]).toEqual([url, 403])
  })
})

describe("a preview", () => {
  test("says what would come, what would change and what would end, and changes nothing", async () => {
    const { ask, add, backup, restoring, sbc, numbers } = await office()
    await add("168")
    const file = await backup()
    await add("169")
    sbc.bindings = [bindingOf("168"), bindingOf("169")] as never
    const ports = { ...portManagementDefaults, sipExt: 6070 }
    await ask("PUT", "/api/settings/port-management", { body: ports })
    const { status, body } = await ask("POST", "/api/backup/preview", restoring(file))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      createdAt: "2027-01-15T08:00:00.000Z",
      version: "0.0.0",
      own: true,
      stations: { now: 2, backup: 1 },
      administrators: { now: 3, backup: 3 },
      keepsAdministrators: false,
      sections: ["port-management"],
      ports: [{ name: "SIP_EXT", now: "6070", backup: "5070" }],
      taken: [],
      registrations: 1,
      calls: 0,
    })
    expect(numbers()).toEqual(["168", "169"])
    expect(sbc.steps.at(-1)).toBe("discard")
  })

  test("of another machine's backup names the interfaces that are not here, unless ours are to be kept", async () => {
    const there = await office()
    const lan2 = "203.0.113.9"
    await there.services.settings.change("Ada", (draft) =>
      draft.setSettings("network-interfaces", { ...settingsDefaults["network-interfaces"], lan1: "eth9", lan2 }),
    )
    const file = await there.backup()
    const here = await office()
    const { body } = await here.ask("POST", "/api/backup/preview", here.restoring(file))
    expect(body).toMatchObject({ own: false, missing: ["eth9", lan2], sections: ["network-interfaces"] })
    expect(body.interfaces).toContainEqual({ field: "lan2", now: "127.0.0.1", backup: lan2 })
    const kept = await here.ask("POST", "/api/backup/preview", here.restoring(file, { keepNetworkInterfaces: true }))
    expect(kept.body).toMatchObject({ missing: [], interfaces: [], sections: [] })
  })

  test("says which port is taken, before anything changes", async () => {
    const { ask, backup, restoring, sbc, numbers, add, folder } = await office()
    const file = await backup()
    await add("168")
    const address = { transport: "UDP", address: "192.168.1.10", port: 5070 } as const
    sbc.problems = [{ code: "address-in-use", setting: "ports.outer", ...address }]
    const { body } = await ask("POST", "/api/backup/preview", restoring(file))
    expect(body.taken).toEqual([{ code: "AddressInUse", ...address }])
    const refused = await ask("POST", "/api/backup/restore", restoring(file))
    expect(refused.body).toMatchObject({ code: "AddressInUse", params: { port: 5070 } })
    expect(numbers()).toEqual(["168"])
    expect(() => readdirSync(folder)).toThrow()
  })
})

describe("a restore", () => {
  test("that would keep the administrator from the console is refused, and nothing has changed", async () => {
    const { ask, backup, restoring, services } = await office()
    const put = (from: "networks" | "everybody") => {
      const networks = [{ network: "198.51.100.0/24", note: "" }]
      const body = { ...applicationFirewallDefaults, console: { from, networks } }
      return ask("PUT", "/api/settings/application-firewall", { body })
    }
    expect((await put("networks")).status).toBe(200)
    const file = await backup()
    expect((await put("everybody")).status).toBe(200)
    const from = "203.0.113.7"
    expect(await ask("POST", "/api/backup/restore", { ...restoring(file), from })).toMatchObject({
      status: 400,
      body: { fields: { file: { code: "ShutsYouOut", params: { address: from } } } },
    })
    expect(services.store.state().sections["application-firewall"].value.console.from).toBe("everybody")
    expect((await ask("POST", "/api/backup/restore", restoring(file))).status).toBe(200)
  })

  test("brings everything back, runs it, ends every login, and keeps what was here before", async () => {
    const { ask, add, backup, restoring, numbers, sbc, events, signIn, folder, services } = await office()
    await add("168")
    const file = await backup()
    await add("169")
    await ask("PUT", "/api/settings/port-management", { body: { ...portManagementDefaults, sipExt: 6070 } })
    const { status, body } = await ask("POST", "/api/backup/restore", restoring(file))
    expect([status, body]).toEqual([200, { before: "before-restore-20270115T080000000Z.homeport" }])
    expect(numbers()).toEqual(["168"])
    expect(sbc.running.ports.outer).toBe(5070)
    expect(sbc.running.stations.map(({ callNumber }) => callNumber)).toEqual(["168"])
    expect(services.store.state().stations.get(1)?.password?.reveal()).toBe("Left-Horse-43")
    expect((await ask("GET", "/api/backups")).status).toBe(401)
    expect((await events("backup.restored"))[0]?.params).toMatchObject({ by: "expert", before: body.before })
    expect(await events("station.removed")).toEqual([])
    expect(statSync(join(folder, body.before)).mode & 0o777).toBe(0o600)

    // And back again, with the same pass-phrase.
    const again = await signIn()
    const former = await services.backupFolder.read(body.before)
    await again("POST", "/api/backup/restore", restoring(Buffer.from(former ?? [])))
    expect(numbers()).toEqual(["168", "169"])
    expect(sbc.running.ports.outer).toBe(6070)
  })

  test("that the store refuses gives back what was prepared", async () => {
    const { ask, add, backup, restoring, numbers, sbc, services } = await office()
    const file = await backup()
    await add("168")
    services.store.restore = () => {
      throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 })
    }
    const { body } = await ask("POST", "/api/backup/restore", restoring(file))
    expect(body.code).toBe("StoreNotWritable")
    expect(sbc.steps.at(-1)).toBe("discard")
    expect(numbers()).toEqual(["168"])
  })

  test("does not begin when what is here cannot be kept", async () => {
    const { ask, add, backup, restoring, numbers, folder } = await office()
    const file = await backup()
    await add("168")
    // A file stands where the folder would be: no disk would take it.
    writeFileSync(folder, "")
    const { status, body } = await ask("POST", "/api/backup/restore", restoring(file))
    rmSync(folder)
    expect([status, body.code]).toEqual([503, "BackupFailed"])
    expect(numbers()).toEqual(["168"])
  })

  test("of a file that is foreign, truncated, altered or under another pass-phrase is refused at its field", async () => {
    const { ask, add, backup, restoring, numbers, folder } = await office()
    const file = await backup()
    await add("168")
    const altered = Buffer.from(file.map((octet, at) => (at === file.length - 40 ? octet ^ 1 : octet)))
    const cases = [
      [Buffer.from("PK\x03\x04 a picture"), {}, "file", "BackupForeign"],
      [file.subarray(0, -1), {}, "file", "BackupTruncated"],
      [altered, {}, "passPhrase", "BackupNotOpened"],
      [file, { passPhrase: "Lantern of the harbour" }, "passPhrase", "BackupNotOpened"],
    ] as const
    for (const url of ["/api/backup/preview", "/api/backup/restore"])
      for (const [sent, more, field, code] of cases) {
        const { status, body } = await ask("POST", url, restoring(sent, more))
        expect([status, body.fields[field].code, body.fields[field].message]).toEqual([
          400,
          code,
          expect.stringContaining("Nothing was changed"),
        ])
      }
    expect(numbers()).toEqual(["168"])
    expect(() => readdirSync(folder)).toThrow()
  })
})

describe("scheduled backups", () => {
  const schedule = { ...dataBackupDefaults, schedule: "daily", hour: 3, keep: 2, passPhrase }

  test("need a pass-phrase, which is never shown again", async () => {
    const { ask } = await office()
    const { passPhrase: _, ...without } = schedule
    const refused = await ask("PUT", "/api/settings/data-backup", { body: without })
    expect(refused.body.fields.passPhrase.code).toBe("Required")
    expect((await ask("POST", "/api/backups")).body.code).toBe("NoBackupPassPhrase")
    const { body } = await ask("PUT", "/api/settings/data-backup", { body: schedule })
    expect(body).toEqual({ ...without, passPhraseSet: true })
    expect((await ask("PUT", "/api/settings/data-backup", { body: { ...without, keep: 3 } })).status).toBe(200)
  })

  test("are made once when due, and the oldest go", async () => {
    const { ask, services, turnClock, restoring, signIn } = await office()
    await ask("PUT", "/api/settings/data-backup", { body: schedule })
    await services.backupSchedule.look()
    expect((await ask("GET", "/api/backups")).body).toMatchObject({ items: [], last: null })
    for (let day = 0; day < 4; day++) {
      turnClock(24 * hour)
      await services.backupSchedule.look()
      await services.backupSchedule.look()
    }
    const { body } = await (await signIn())("GET", "/api/backups")
    expect(body.items).toMatchObject([
      { kind: "scheduled", at: "2027-01-19T08:00:00.000Z", version: "0.0.0" },
      { kind: "scheduled", at: "2027-01-18T08:00:00.000Z" },
    ])
    expect(body.last).toEqual({ at: "2027-01-19T08:00:00.000Z", failure: null })
    expect(Date.parse(body.next) - Date.parse(body.last.at)).toBeLessThanOrEqual(24 * hour)
    const file = Buffer.from((await services.backupFolder.read(body.items[0].name)) ?? [])
    const { status } = await (await signIn())("POST", "/api/backup/preview", restoring(file))
    expect(status).toBe(200)
  })

  test("that fail are told, shown, and tried again after an hour", async () => {
    const { ask, services, turnClock, events, folder, signIn } = await office()
    await ask("PUT", "/api/settings/data-backup", { body: schedule })
    writeFileSync(folder, "")
    turnClock(24 * hour)
    await services.backupSchedule.look()
    await services.backupSchedule.look()
    expect(await events("backup.failed")).toMatchObject([{ severity: "error", times: 1 }])
    const again = await signIn()
    expect((await again("GET", "/api/backups")).body.last).toMatchObject({ failure: "disk" })
    rmSync(folder)
    turnClock(hour - 1)
    await services.backupSchedule.look()
    expect(await services.backupFolder.list()).toEqual([])
    turnClock(1)
    await services.backupSchedule.look()
    expect(await services.backupFolder.list()).toHaveLength(1)
    expect(services.backupSchedule.last()?.failure).toBeUndefined()
  })

  test("are listed, downloaded and removed by name, and nothing else in the folder is", async () => {
    const { ask, folder, events } = await office()
    await ask("PUT", "/api/settings/data-backup", { body: schedule })
    const made = await ask("POST", "/api/backups")
    expect(made.status).toBe(201)
    const [{ name }] = made.body.items
    mkdirSync(join(folder, "scheduled-20270115T080000001Z.homeport"))
    writeFileSync(join(folder, "scheduled-20270115T080000002Z.homeport.part"), "")
    writeFileSync(join(folder, "before-migration-006.sqlite"), "")
    expect((await ask("GET", "/api/backups")).body.items).toHaveLength(1)
    const file = await ask("GET", `/api/backups/${name}`)
    expect(file.headers["content-disposition"]).toContain(name)
    expect(await events("backup.taken")).toHaveLength(1)
    for (const other of ["..%2Fkey", "before-migration-006.sqlite", "scheduled-20270115T080000009Z.homeport"]) {
      expect([other, (await ask("GET", `/api/backups/${other}`)).status]).toEqual([other, 404])
      expect([other, (await ask("DELETE", `/api/backups/${other}`)).status]).toEqual([other, 404])
    }
    expect((await ask("DELETE", `/api/backups/${name}`)).status).toBe(200)
    expect((await ask("GET", "/api/backups")).body.items).toEqual([])
    expect(readdirSync(folder)).toContain("before-migration-006.sqlite")
  })
})
