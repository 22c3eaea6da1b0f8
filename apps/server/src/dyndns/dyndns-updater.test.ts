import { type DyndnsSettings, dyndnsDefaults, dyndnsRefusals } from "@homeport/contract"
import { Secret } from "@homeport/store"
import { describe, expect, test } from "vitest"
import type { NewEvent } from "../core/event-recorder.ts"
import { createAskOnce, type HttpQuestion } from "./ask-once.ts"
import { createDyndnsUpdater } from "./dyndns-updater.ts"
import { localProvider } from "./provider.fixture.ts"

const homeport: DyndnsSettings = {
  ...dyndnsDefaults,
  hostName: "office.example.net",
  updatedBy: "homeport",
  provider: "dyn",
  userName: "ada",
}

/** An updater whose provider, wherever it is thought to be, is on this machine. */
async function office(more: Partial<DyndnsSettings> = {}) {
  const provider = await localProvider()
  const world = {
    settings: { value: { ...homeport, ...more }, version: 1 },
    mapped: "203.0.113.7" as string | undefined,
    now: Date.UTC(2027, 0, 15, 8),
    kept: undefined as string | undefined,
    password: "Lantern & co" as string | undefined,
  }
  const questions: HttpQuestion[] = []
  const events: NewEvent[] = []
  const faults: unknown[] = []
  const askOnce = createAskOnce()
  let answered = 0
  const start = () =>
    createDyndnsUpdater({
      settings: () => world.settings,
      password: () => (world.password === undefined ? undefined : Secret.of(world.password)),
      mapped: () => world.mapped,
      memory: {
        read: () => world.kept,
        write: (text) => {
          world.kept = text
        },
      },
      askOnce: async (question, signal) => {
        questions.push(question)
        const { pathname, search } = question.url
        const answer = await askOnce({ ...question, url: new URL(`${provider.url}${pathname}${search}`) }, signal)
        setImmediate(() => {
          answered++
        })
        return answer
      },
      userAgent: "Homeport/1.2.3 (SIP border; test)",
      events: { record: (event) => events.push(event) },
      now: () => world.now,
      random: () => 0,
      onChanged: () => {},
      onFault: (fault) => faults.push(fault),
    })
  const office = {
    provider,
    world,
    questions,
    events,
    faults,
    updater: start(),
    restart() {
      office.updater.stop()
      office.updater = start()
    },
    says(body: string, status = 200) {
      provider.answer = (response) => response.writeHead(status, { "content-type": "text/plain" }).end(body)
    },
    /** Looks, and waits for what comes of it. */
    async look() {
      const before = questions.length
      office.updater.look()
      await office.settled()
      return questions.length > before
    },
    async settled() {
      while (answered < questions.length) await new Promise((resolve) => setImmediate(resolve))
    },
  }
  return office
}

describe("the question", () => {
  test("of dyndns2: name and address in the URL, the login beside it, and who asks", async () => {
    const { look, questions, provider } = await office()
    await look()
    expect(questions[0]?.url.href).toBe(
      "https://members.dyndns.org/nic/update?hostname=office.example.net&myip=203.0.113.7",
    )
    expect(provider.asked[0]?.headers).toMatchObject({
      "user-agent": "Homeport/1.2.3 (SIP border; test)",
      authorization: `Basic ${Buffer.from("ada:Lantern & co").toString("base64")}`,
    })
  })

  test("of Duck DNS: everything in the URL, and no login", async () => {
    const it = await office({ provider: "duckdns", hostName: "office.duckdns.org", userName: "" })
    it.says("OK")
    await it.look()
    expect(it.questions[0]?.url.href).toBe(
      "https://www.duckdns.org/update?domains=office&token=Lantern+%26+co&ip=203.0.113.7",
    )
    expect(it.provider.asked[0]?.headers.authorization).toBeUndefined()
    expect(it.updater.view()).toMatchObject({ state: "idle", last: { code: "good" } })
  })

  test("of an own URL: as it was entered, with its places filled in", async () => {
    const it = await office({ provider: "own", updateUrl: "https://dyndns.example.net/<user>?p=<pass>&a=<ipaddr>" })
    await it.look()
    expect(it.questions[0]?.url.href).toBe("https://dyndns.example.net/ada?p=Lantern%20%26%20co&a=203.0.113.7")
    expect(it.provider.asked[0]?.headers.authorization).toBeUndefined()
  })
})

describe("an answer", () => {
  test("good: known there, and told once", async () => {
    const it = await office()
    it.says("good 203.0.113.7")
    expect([await it.look(), await it.look()]).toEqual([true, false])
    expect(it.updater.view()).toEqual({
      state: "idle",
      next: "2027-02-09T08:00:00.000Z",
      sent: { address: "203.0.113.7", at: "2027-01-15T08:00:00.000Z" },
      last: {
        address: "203.0.113.7",
        at: "2027-01-15T08:00:00.000Z",
        code: "good",
        line: "good 203.0.113.7",
        status: null,
      },
      elsewhere: false,
    })
    expect(it.events).toEqual([
      { code: "dyndns.updated", params: { hostName: "office.example.net", address: "203.0.113.7" } },
    ])
  })

  test.each(dyndnsRefusals)("%s: stopped, with an event, until somebody asks", async (code) => {
    const it = await office()
    it.says(code)
    await it.look()
    expect(it.updater.view()).toMatchObject({ state: "stopped", next: null, last: { code } })
    expect(it.events).toMatchObject([{ code: "dyndns.stopped", params: { answer: code } }])
    it.world.mapped = "203.0.113.8"
    it.world.now += 3_600_000
    expect(await it.look()).toBe(false)
    it.says("good")
    expect(it.updater.updateNow()).toBe(true)
    await it.settled()
    expect(it.updater.view()).toMatchObject({ state: "idle", sent: { address: "203.0.113.8" } })
  })

  test.each([
    ["911", 200, "911", 30],
    ["", 200, "empty", 5],
    ["<html>Welcome</html>", 200, "web-page", 5],
    ["whatever", 200, "unknown", 5],
    ["Oops", 500, "http-error", 5],
    ["", 302, "redirected", 5],
    ["x".repeat(70_000), 200, "too-large", 5],
  ])("%.20j with status %i: %s, and tried again after %i minutes", async (body, status, code, minutes) => {
    const it = await office()
    it.says(body, status)
    await it.look()
    expect(it.updater.view()).toMatchObject({
      state: "waiting",
      next: new Date(it.world.now + minutes * 60_000).toISOString(),
      last: { code },
    })
    it.world.now += minutes * 60_000 - 1
    expect(await it.look()).toBe(false)
    it.world.now += 1
    expect(await it.look()).toBe(true)
    // Of failures in a row the first is told.
    expect(it.events.map((event) => event.code)).toEqual(["dyndns.failed"])
  })

  test("nochg to a new address: somebody else updates too", async () => {
    const it = await office()
    await it.look()
    it.world.mapped = "203.0.113.8"
    it.world.now += 60_000
    it.says("nochg 203.0.113.8")
    await it.look()
    expect(it.updater.view()).toMatchObject({ state: "idle", elsewhere: true, sent: { address: "203.0.113.8" } })
    expect(it.events.map(({ code }) => code)).toEqual(["dyndns.updated", "dyndns.elsewhere"])
  })

  test("that repeats the login: neither kept nor told", async () => {
    const it = await office()
    it.says("nohost for Lantern & co")
    await it.look()
    expect(JSON.stringify([it.updater.view(), it.events, it.world.kept])).not.toContain("Lantern")
  })
})

describe("nothing is sent", () => {
  test.each([undefined, "", "192.168.1.10", "100.64.3.4", "127.0.0.1"])("of the address %j", async (mapped) => {
    const it = await office()
    it.world.mapped = mapped
    expect(await it.look()).toBe(false)
    expect([it.updater.updateNow(), it.questions]).toEqual([true, []])
    expect(it.updater.view()).toMatchObject({ state: "no-address", next: null })
  })

  test.each(["office-router", "fixed-address"] as const)("while it is updated by %s", async (updatedBy) => {
    const it = await office({ updatedBy })
    expect(await it.look()).toBe(false)
    expect([it.updater.updateNow(), it.updater.view()]).toEqual([false, undefined])
  })
})

describe("over a restart", () => {
  test("what was sent is not sent again, and a refusal still stands", async () => {
    const it = await office()
    await it.look()
    it.world.now += 3_600_000
    it.restart()
    expect(await it.look()).toBe(false)
    it.world.mapped = "203.0.113.8"
    it.says("abuse")
    expect(await it.look()).toBe(true)
    it.world.now += 3_600_000
    it.restart()
    expect([await it.look(), it.updater.view()?.state]).toEqual([false, "stopped"])
  })

  test("an update that was under way waits before it is sent again", async () => {
    const it = await office()
    it.provider.answer = () => {}
    it.updater.look()
    it.restart()
    expect(it.updater.view()).toMatchObject({ state: "waiting", last: { code: "interrupted" } })
    it.says("good")
    expect(await it.look()).toBe(false)
    it.world.now += 60_000
    expect(await it.look()).toBe(true)
  })

  test("what cannot be read any more is begun anew", async () => {
    const it = await office()
    it.world.kept = "{"
    it.restart()
    expect(await it.look()).toBe(true)
  })
})

describe("new settings", () => {
  test("are tried at once, also after a refusal", async () => {
    const it = await office()
    it.says("badauth")
    await it.look()
    it.world.password = "Another"
    it.world.settings = { ...it.world.settings, version: 2 }
    expect(it.updater.view()).toMatchObject({ state: "waiting", last: null })
    it.says("good")
    expect(await it.look()).toBe(true)
    expect(it.updater.view()?.state).toBe("idle")
  })

  test("make void what is still under way for old ones", async () => {
    const it = await office()
    it.provider.answer = (response) => {
      it.world.settings = { value: { ...homeport, userName: "eve" }, version: 2 }
      it.updater.view()
      response.end("badauth")
    }
    await it.look()
    expect(it.updater.view()).toMatchObject({ state: "waiting", last: null })
    expect(it.events).toEqual([])
  })
})

test("a store that cannot be written stops nothing", async () => {
  const it = await office()
  Object.defineProperty(it.world, "kept", {
    set() {
      throw new Error("the disk is full")
    },
  })
  expect(await it.look()).toBe(true)
  expect(it.updater.view()?.state).toBe("idle")
  expect(it.faults.length).toBeGreaterThan(0)
})
