import { type NotificationsSettings, notificationsDefaults } from "@homeport/contract"
import { Secret } from "@homeport/store"
import { expect, test } from "vitest"
import { createEventRecorder, type EventRecorder, type NewEvent } from "../core/event-recorder.ts"
import { storeOf } from "../testing/store.fixture.ts"
import { type Delivered, delivered, undelivered } from "./delivery.ts"
import { createNotifications } from "./notifications.ts"
import type { MailMessage } from "./send-mail.ts"

const on: Partial<NotificationsSettings> = {
  mail: true,
  mailServer: "mail.example.net",
  mailFrom: "homeport@example.net",
  mailTo: ["ada@example.net"],
  webhook: true,
  webhookUrl: "https://alarm.example.net/token-in-path",
}

/** A store, a log and a clock that the test turns; both ways answer what the test says. */
function system(store = storeOf()) {
  let time = 1_800_000_000_000
  let timers: { at: number; run(): void }[] = []
  const answers: Record<"mail" | "webhook", Delivered> = { mail: delivered("250"), webhook: delivered("200") }
  const mails: MailMessage[] = []
  const posts: { events: { code: string; sentence: string; advice: string | null }[] }[] = []
  const events: EventRecorder = createEventRecorder({
    journal: store.journal,
    stream: { publish: () => undefined },
    lastId: store.events.lastId(),
    now: () => time,
    onRecorded: (line) => notifications.recorded(line),
  })
  const notifications = createNotifications({
    store,
    events,
    async sendMail(_account, message) {
      mails.push(message)
      return answers.mail
    },
    async sendWebhook(_target, body) {
      posts.push(JSON.parse(body))
      return answers.webhook
    },
    clock: {
      now: () => time,
      after(milliseconds, run) {
        const timer = { at: time + milliseconds, run }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
    systemName: () => "office.example.net",
    onChanged: () => undefined,
    onFault: (fault) => {
      throw fault
    },
  })
  return {
    store,
    events,
    notifications,
    answers,
    mails,
    posts,
    set(change: Partial<NotificationsSettings>) {
      const draft = store.draft("Ada", time)
      draft.setSettings("notifications", { ...store.state().sections.notifications.value, ...change })
      draft.setSecret("webhook-secret", Secret.of("sixteen letters and more"))
      store.commit(draft)
      notifications.changed()
    },
    record: (event: NewEvent) => events.record(event),
    async turn(milliseconds: number) {
      const until = time + milliseconds
      for (;;) {
        const next = timers.toSorted((one, other) => one.at - other.at)[0]
        if (!next || next.at > until) break
        timers = timers.filter((timer) => timer !== next)
        time = next.at
        next.run()
        for (let turns = 0; turns < 10; turns++) await Promise.resolve()
      }
      time = until
    },
    codes: async () => {
      await store.journal.flush()
      return store.events.page({ limit: 50, oldestFirst: true }).map(({ code }) => code)
    },
  }
}

const lost = { code: "stun.lost", params: { server: "stun.example.net" } } as const
const unreachable = { code: "station.unreachable", params: { callNumber: "200", source: "192.0.2.1:5060" } } as const

test("a mail says what happened and what to do, in the chosen language, and only what is severe enough", async () => {
  const { set, record, turn, mails, posts } = system()
  record(lost)
  set({ ...on, language: "de" })
  record(unreachable)
  record(lost)
  await turn(3_000)
  expect(mails.map(({ subject }) => subject)).toEqual([
    "[office.example.net] Fehler: Der STUN-Server stun.example.net antwortet nicht mehr.",
  ])
  expect(mails[0]?.text).toContain("Was zu tun ist: Anrufe benutzen die zuletzt bekannte Adresse")
  expect(posts.map(({ events }) => events.map(({ code }) => code))).toEqual([["station.unreachable", "stun.lost"]])
})

test("areas that were not chosen are only in the log, and several are one mail", async () => {
  const { set, record, turn, mails } = system()
  set({ ...on, mailSeverity: "warning", mailAreas: ["internet"] })
  record(unreachable)
  record(lost)
  record({ code: "stun.late", alike: "" })
  record({ code: "stun.no-answer", params: { server: "stun.example.net" } })
  await turn(3_000)
  expect(mails.map(({ subject }) => subject)).toEqual(["[office.example.net] 3 events, Error among them"])
})

test("a stranger's words are no lines of a mail", async () => {
  const { set, record, turn, mails } = system()
  set({ ...on, mailSeverity: "warning" })
  const params = { source: "192.0.2.1", network: "outer", problem: "x", excerpt: "a\r\n\r\nPay here\u2028now" }
  record({ code: "message.malformed", params })
  await turn(3_000)
  expect(mails[0]?.text).toContain("“a Pay here now”")
  expect(mails[0]?.subject).not.toMatch(/[\r\n]/)
})

test("a way that fails is an event for the other way alone, once, and so is that it works again", async () => {
  const { set, record, turn, answers, mails, posts, codes } = system()
  set({ ...on, mailSeverity: "info", webhookSeverity: "info" })
  answers.mail = undelivered("no-connection")
  record(lost)
  await turn(5 * 60_000)
  expect(mails).toHaveLength(3)
  answers.mail = delivered("250")
  await turn(10 * 60_000)
  expect(await codes()).toEqual(["stun.lost", "notification.mail-failed", "notification.mail-works"])
  expect(posts.flatMap(({ events }) => events.map(({ code }) => code))).toEqual(await codes())
  expect(mails.map(({ text }) => text).join()).not.toContain("could not be sent")
  const failed = posts.flatMap(({ events }) => events).find(({ code }) => code === "notification.mail-failed")
  expect(failed).toMatchObject({
    sentence: expect.stringContaining("the server cannot be reached"),
    advice: "Check server, login and recipients, and send a test.",
  })
})

test("the log names a webhook's server and not its path, which may be as good as a password", async () => {
  const { set, record, turn, answers, store } = system()
  set(on)
  answers.webhook = undelivered("http-error", "500")
  record(lost)
  await turn(3_000)
  await store.journal.flush()
  const [failed] = store.events.page({ limit: 1, code: "notification.webhook-failed" })
  expect(failed?.params).toEqual({ server: "alarm.example.net", problem: "http-error", answer: "500" })
})

test("what could not be sent any more before a restart is sent after it; what happened while it was off never is", async () => {
  const first = system()
  first.record(lost)
  first.set(on)
  first.record({ code: "stun.no-answer", params: { server: "stun.example.net" } })
  first.notifications.stop()
  await first.turn(60_000)
  await first.store.journal.flush()
  expect(first.mails).toEqual([])
  const second = system(first.store)
  second.notifications.resume()
  await second.turn(3_000)
  expect(second.mails.map(({ subject }) => subject)).toEqual([
    expect.stringContaining("The STUN server stun.example.net does not answer"),
  ])
  const third = system(first.store)
  third.notifications.resume()
  await third.turn(3_000)
  expect(third.mails).toEqual([])
})

test("switched off, nothing waits", async () => {
  const { set, record, turn, mails, notifications } = system()
  set(on)
  record(lost)
  set(notificationsDefaults)
  await turn(60_000)
  expect(mails).toEqual([])
  expect(notifications.status("mail")).toMatchObject({ on: false, waiting: 0 })
})
