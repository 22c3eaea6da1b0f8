import { once } from "node:events"
import { type AddressInfo, createServer, type Socket } from "node:net"
import { Secret } from "@homeport/store"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import { expect, onTestFinished, test } from "vitest"
import { makeConsoleCertificate } from "../http/console-certificate.ts"
import { createResolveServer } from "./resolve-server.ts"
import { createSendMail, type MailAccount } from "./send-mail.ts"

const certificate = makeConsoleCertificate(["mail.example.net"], new Date())
const message = { subject: "Störung", text: "One line.\n\nAnother one." }
const password = Secret.of("Mail-Lantern-42")

async function mailServer(options: SMTPServerOptions = {}) {
  const mails: string[] = []
  const sessions: { secure: boolean; user: string | undefined; to: readonly string[] }[] = []
  const server = new SMTPServer({
    authOptional: true,
    onAuth: ({ username, password: typed }, _session, done) =>
      typed === password.reveal()
        ? done(null, { user: username })
        : done(Object.assign(new Error("5.7.8 No such login"), { responseCode: 535 })),
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on("data", (piece: Buffer) => pieces.push(piece))
      stream.on("end", () => {
        mails.push(Buffer.concat(pieces).toString())
        const { secure, user, envelope } = session
        sessions.push({ secure, user: user?.toString(), to: envelope.rcptTo.map(({ address }) => address) })
        done(null, "2.0.0 Queued as 42")
      })
    },
    ...options,
  })
  server.on("error", () => undefined)
  const listening = server.listen(0, "127.0.0.1")
  await once(listening, "listening")
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  // Of a TCP server.
  return { port: (listening.address() as AddressInfo).port, mails, sessions }
}

const withCertificate = { key: certificate.privateKey, cert: certificate.certificate }

/** Every name leads to this machine. */
function sender({ trusted = true, longest = 5_000 } = {}) {
  return createSendMail({
    resolve: createResolveServer(async () => [{ address: "127.0.0.1" }]),
    authorities: () => (trusted ? [certificate.certificate] : []),
    longest,
  })
}

const accountAt = (port: number, more: Partial<MailAccount> = {}): MailAccount => ({
  server: "mail.example.net",
  port,
  security: "none",
  login: undefined,
  from: "homeport@example.net",
  to: ["ada@example.net"],
  ...more,
})

const never = new AbortController().signal

test("over STARTTLS with a certificate of an own CA and a login, to everybody", async () => {
  const { port, mails, sessions } = await mailServer(withCertificate)
  const account = accountAt(port, {
    security: "starttls",
    login: { user: "pbx", password },
    to: ["ada@example.net", "bob@example.net"],
  })
  expect(await sender()(account, message, never)).toEqual({
    taken: true,
    problem: undefined,
    answer: "250 2.0.0 Queued as 42",
  })
  expect(sessions).toEqual([{ secure: true, user: "pbx", to: ["ada@example.net", "bob@example.net"] }])
  expect(mails[0]).toContain("Subject: =?UTF-8?Q?St=C3=B6rung?=")
  expect(mails[0]).toContain("Auto-Submitted: auto-generated")
})

test("over TLS from the first octet", async () => {
  const { port, sessions } = await mailServer({ ...withCertificate, secure: true })
  expect(await sender()(accountAt(port, { security: "tls" }), message, never)).toMatchObject({ problem: undefined })
  expect(sessions).toMatchObject([{ secure: true }])
})

test("a certificate that nobody vouches for, or of another name, is refused before anything is said", async () => {
  const { port, mails } = await mailServer(withCertificate)
  const account = accountAt(port, { security: "starttls", login: { user: "pbx", password } })
  expect(await sender({ trusted: false })(account, message, never)).toMatchObject({ problem: "certificate" })
  expect(await sender()({ ...account, server: "other.example.net" }, message, never)).toMatchObject({
    problem: "certificate",
  })
  expect(mails).toEqual([])
})

test("a server without STARTTLS is not used where it is asked for", async () => {
  const { port, mails } = await mailServer({ disabledCommands: ["STARTTLS", "AUTH"] })
  const outcome = await sender()(accountAt(port, { security: "starttls" }), message, never)
  expect(outcome).toMatchObject({ taken: false, problem: "no-starttls" })
  expect(mails).toEqual([])
})

test("what the server refuses is told in its own words, without the password", async () => {
  const { port } = await mailServer({ ...withCertificate, allowInsecureAuth: true })
  const login = { user: "pbx", password: Secret.of("Wrong-Lantern-42") }
  const outcome = await sender()(accountAt(port, { login }), message, never)
  expect(outcome).toEqual({ taken: false, problem: "login-refused", answer: "535 5.7.8 No such login" })
})

test("a sender, a recipient, or all of it for now", async () => {
  const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
  const { port, sessions } = await mailServer({
    onMailFrom: ({ address }, _session, done) =>
      done(
        address === "nobody@example.net"
          ? refusal(550, "Who?")
          : address === "later@example.net"
            ? refusal(451, "Later")
            : null,
      ),
    onRcptTo: ({ address }, _session, done) => done(address === "eve@example.net" ? refusal(550, "No Eve here") : null),
  })
  const attempt = (more: Partial<MailAccount>) => sender()(accountAt(port, more), message, never)
  expect(await attempt({ from: "nobody@example.net" })).toMatchObject({ problem: "sender-refused", answer: "550 Who?" })
  expect(await attempt({ from: "later@example.net" })).toMatchObject({ taken: false, problem: "busy" })
  expect(await attempt({ to: ["eve@example.net"] })).toMatchObject({ taken: false, problem: "recipient-refused" })
  expect(await attempt({ to: ["ada@example.net", "eve@example.net"] })).toMatchObject({
    taken: true,
    problem: "recipient-refused",
    answer: expect.stringContaining("eve@example.net"),
  })
  expect(sessions.map(({ to }) => to)).toEqual([["ada@example.net"]])
})

test("a server that is not there, says nothing, or is given up", async () => {
  const sockets: Socket[] = []
  const silent = createServer((socket) => sockets.push(socket.on("error", () => undefined)))
  silent.listen(0, "127.0.0.1")
  await once(silent, "listening")
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
  // Of a TCP server.
  const { port } = silent.address() as AddressInfo
  expect(await sender({ longest: 200 })(accountAt(port), message, never)).toMatchObject({ problem: "no-answer" })
  const aborted = sender()(accountAt(port), message, AbortSignal.timeout(50))
  expect(await aborted).toMatchObject({ problem: "interrupted" })
  expect(await sender()(accountAt(1), message, never)).toMatchObject({ problem: "no-connection" })
})

test("a name that leads to a link-local address is not asked", async () => {
  const resolve = createResolveServer(async () => [{ address: "192.0.2.1" }, { address: "169.254.169.254" }])
  const send = createSendMail({ resolve, authorities: () => [] })
  expect(await send(accountAt(25), message, never)).toEqual({
    taken: false,
    problem: "address-forbidden",
    answer: "169.254.169.254",
  })
})
