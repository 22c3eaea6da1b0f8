import { createHmac } from "node:crypto"
import { once } from "node:events"
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from "node:http"
import { createServer as createHttps } from "node:https"
import type { AddressInfo } from "node:net"
import { Secret } from "@homeport/store"
import { expect, onTestFinished, test } from "vitest"
import { makeConsoleCertificate } from "../http/console-certificate.ts"
import { createResolveServer } from "./resolve-server.ts"
import { createSendWebhook, signatureHeader } from "./send-webhook.ts"

const certificate = makeConsoleCertificate(["alarm.example.net"], new Date())
const never = new AbortController().signal

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // Of a TCP server.
  return (server.address() as AddressInfo).port
}

function receiver(answer: RequestListener) {
  const asked: { readonly request: IncomingMessage; readonly body: string }[] = []
  const listener: RequestListener = async (request, response) => {
    asked.push({ request, body: (await request.setEncoding("utf8").toArray()).join("") })
    answer(request, response)
  }
  return { asked, listener }
}

function sender({ longest = 5_000, trusted = true } = {}) {
  return createSendWebhook({
    resolve: createResolveServer(async () => [{ address: "127.0.0.1" }]),
    authorities: () => (trusted ? [certificate.certificate] : []),
    now: () => 1_767_225_600_999,
    userAgent: "Homeport/0",
    longest,
  })
}

test("a message is signed with its time, and its receiver can check that", async () => {
  const { asked, listener } = receiver((_, response) => response.writeHead(202).end("thanks"))
  const port = await listening(createHttp(listener))
  const secret = Secret.of("a secret of sixteen")
  const outcome = await sender()({ url: `http://alarm.example.net:${port}/in?x=1`, secret }, '{"a":"ö"}', never)
  expect(outcome).toEqual({ taken: true, problem: undefined, answer: "202 Accepted thanks" })
  const [{ request, body } = expect.fail()] = asked
  expect(request).toMatchObject({ method: "POST", url: "/in?x=1" })
  expect(request.headers).toMatchObject({ host: `alarm.example.net:${port}`, "user-agent": "Homeport/0" })
  const v1 = createHmac("sha256", "a secret of sixteen").update(`1767225600.${body}`).digest("hex")
  expect(request.headers[signatureHeader]).toBe(`t=1767225600,v1=${v1}`)
})

test("without a secret nothing is signed", async () => {
  const { asked, listener } = receiver((_, response) => response.end())
  const port = await listening(createHttp(listener))
  await sender()({ url: `http://127.0.0.1:${port}/`, secret: undefined }, "{}", never)
  expect(asked[0]?.request.headers[signatureHeader]).toBeUndefined()
})

test("over https the certificate must be trusted, and have the name of the URL", async () => {
  const { asked, listener } = receiver((_, response) => response.end())
  const port = await listening(createHttps({ key: certificate.privateKey, cert: certificate.certificate }, listener))
  const target = { url: `https://alarm.example.net:${port}/`, secret: undefined }
  expect(await sender()(target, "{}", never)).toMatchObject({ taken: true })
  expect(await sender({ trusted: false })(target, "{}", never)).toMatchObject({ problem: "certificate" })
  const other = { ...target, url: `https://other.example.net:${port}/` }
  expect(await sender()(other, "{}", never)).toMatchObject({ problem: "certificate" })
  expect(asked).toHaveLength(1)
})

test.each([
  [302, "redirected"],
  [403, "login-refused"],
  [404, "refused"],
  [429, "busy"],
  [500, "http-error"],
] as const)("status %i is not taken: %s", async (status, problem) => {
  const { asked, listener } = receiver((_, response) =>
    response.writeHead(status, { location: "/elsewhere" }).end("no\r\nway"),
  )
  const port = await listening(createHttp(listener))
  const outcome = await sender()({ url: `http://127.0.0.1:${port}/`, secret: undefined }, "{}", never)
  expect(outcome).toMatchObject({ taken: false, problem })
  expect(outcome.answer).toMatch(new RegExp(`^${status} [^\\r\\n]*$`))
  expect(asked).toHaveLength(1)
})

test("a receiver that says nothing or never stops is bounded", async () => {
  const { listener } = receiver(() => undefined)
  const silent = await listening(createHttp(listener))
  const target = { url: `http://127.0.0.1:${silent}/`, secret: undefined }
  expect(await sender({ longest: 200 })(target, "{}", never)).toMatchObject({ problem: "no-answer" })
  expect(await sender()(target, "{}", AbortSignal.timeout(50))).toMatchObject({ problem: "interrupted" })
  const endless = receiver((_, response) => response.write("x".repeat(100_000)))
  const port = await listening(createHttp(endless.listener))
  const outcome = await sender()({ url: `http://127.0.0.1:${port}/`, secret: undefined }, "{}", never)
  expect(outcome.taken).toBe(true)
  expect(outcome.answer.length).toBeLessThan(250)
})

test.each(["169.254.169.254", "[fe80::1]", "[::ffff:169.254.169.254]", "2852039166"])(
  "%s is not asked",
  async (host) => {
    const send = createSendWebhook({
      resolve: createResolveServer(async () => expect.fail("an address is no name")),
      authorities: () => [],
      now: Date.now,
      userAgent: "",
    })
    const outcome = await send({ url: `http://${host}/latest`, secret: undefined }, "{}", never)
    expect(outcome).toMatchObject({ taken: false, problem: "address-forbidden" })
  },
)

test("a name that leads nowhere", async () => {
  const send = createSendWebhook({
    resolve: createResolveServer(() => Promise.reject(new Error("ENOTFOUND"))),
    authorities: () => [],
    now: Date.now,
    userAgent: "",
  })
  expect(await send({ url: "http://nowhere.example.net/", secret: undefined }, "{}", never)).toMatchObject({
    problem: "name-not-resolved",
  })
})
