import { expect, test } from "vitest"
import { delivered, undelivered } from "../notifications/delivery.ts"
import type { MailAccount, MailMessage } from "../notifications/send-mail.ts"
import { testServer } from "../testing/test-server.fixture.ts"

const path = "/api/settings/notifications"
const password = "Mail-Lantern-42"
const mail = {
  mail: true,
  mailServer: "mail.example.net",
  mailUser: "pbx",
  mailFrom: "homeport@example.net",
  mailTo: ["ada@example.net"],
}

async function office() {
  const mails: { account: MailAccount; message: MailMessage }[] = []
  const posts: string[] = []
  const server = await testServer({
    async sendMail(account, message) {
      mails.push({ account, message })
      return account.login?.password.reveal() === password
        ? delivered("250 OK")
        : undelivered("login-refused", "535 5.7.8 No\r\nsuch login")
    },
    async sendWebhook(_target, body) {
      posts.push(body)
      return delivered("200 OK")
    },
  })
  return { ...server, ask: await server.signIn(), mails, posts }
}

test("both secrets come in and never go out", async () => {
  const { ask, logged, services } = await office()
  const body = { ...mail, mailPassword: password, webhookSecret: "sixteen letters and more" }
  const put = await ask("PUT", path, { body })
  expect(put.body).toMatchObject({ ...mail, mailPasswordSet: true, webhookSecretSet: true })
  expect(services.store.state().secrets.get("smtp-password")?.reveal()).toBe(password)
  const seen = JSON.stringify([put.body, (await ask("GET", path)).body, logged])
  for (const secret of [password, "sixteen"]) expect(seen).not.toContain(secret)
  expect((await ask("PUT", path, { body: { ...mail, webhookSecret: "" } })).body).toMatchObject({
    mailPasswordSet: true,
    webhookSecretSet: false,
  })
})

test("a stored password is not sent to another server, nor in clear where it was not before", async () => {
  const { ask, services } = await office()
  await ask("PUT", path, { body: { ...mail, mailPassword: password } })
  for (const change of [{ mailServer: "evil.example.net" }, { mailPort: 2525 }, { mailSecurity: "none" }]) {
    const { status, body } = await ask("PUT", path, { body: { ...mail, ...change } })
    expect([status, body.fields.mailPassword.code]).toEqual([400, "PasswordOfOtherServer"])
  }
  await ask("PUT", path, { body: { ...mail, mail: false, mailServer: "evil.example.net" } })
  expect(services.store.state().secrets.has("smtp-password")).toBe(false)
})

test.each([
  [{ ...mail, mailTo: [] }, "mailTo", "Required"],
  [{ ...mail, mailTo: ["ada"] }, "mailTo.0", "NotAnEmail"],
  [{ ...mail, mailTo: ["ada@example.net\r\nBcc: eve@example.net"] }, "mailTo.0", "ControlCharacters"],
  [{ ...mail, mailTo: Array.from({ length: 11 }, (_, at) => `a${at}@example.net`) }, "mailTo", "TooMany"],
  [{ ...mail, mailServer: "169.254.169.254" }, "mailServer", "AddressLinkLocal"],
  [{ webhook: true }, "webhookUrl", "Required"],
  [{ webhookUrl: "ftp://alarm.example.net/" }, "webhookUrl", "NotAWebhookUrl"],
  [{ webhookUrl: "https://ada:b@alarm.example.net/" }, "webhookUrl", "WebhookUrlLogin"],
  [{ webhookUrl: "http://[fe80::1]/" }, "webhookUrl", "AddressLinkLocal"],
  [{ webhookUrl: "http://[::ffff:169.254.169.254]/" }, "webhookUrl", "AddressLinkLocal"],
  [{ webhookSecret: "short" }, "webhookSecret", "TooShort"],
])("what cannot be used is said at its field: %j", async (body, field, code) => {
  const { ask } = await office()
  const answer = await ask("PUT", path, { body })
  expect([answer.status, answer.body.fields[field]?.code]).toEqual([400, code])
})

test("private addresses are an office's own mail server", async () => {
  const { ask } = await office()
  const body = { ...mail, mailUser: "", mailServer: "192.168.1.5", webhookUrl: "http://10.0.0.7:8080/in" }
  expect((await ask("PUT", path, { body })).status).toBe(200)
})

test("a test says what the server answered, and it is shown afterwards", async () => {
  const { ask, mails, posts } = await office()
  const asked = { body: { way: "mail" } }
  expect((await ask("POST", "/api/notifications/test", asked)).body.code).toBe("NotificationsOff")
  await ask("PUT", path, { body: { ...mail, mailPassword: "wrong", webhook: true, webhookUrl: "http://10.0.0.7/" } })
  const refused = await ask("POST", "/api/notifications/test", asked)
  expect(refused.body).toMatchObject({ problem: "login-refused", answer: "535 5.7.8 No such login" })
  expect((await ask("GET", "/api/notifications")).body.mail).toMatchObject({ state: "idle", last: refused.body })
  await ask("PUT", path, { body: { ...mail, language: "de", mailPassword: password } })
  expect((await ask("POST", "/api/notifications/test", asked)).body).toMatchObject({ problem: null, answer: "250 OK" })
  expect(mails.at(-1)?.message.subject).toBe("[office.example.net] Test")
  expect(mails.at(-1)?.message.text).toContain("Das ist ein Test.")
  await ask("PUT", path, { body: { webhook: true, webhookUrl: "http://10.0.0.7/" } })
  await ask("POST", "/api/notifications/test", { body: { way: "webhook" } })
  expect(JSON.parse(posts[0] ?? "")).toMatchObject({ version: 1, test: true, events: [], system: "office.example.net" })
})
