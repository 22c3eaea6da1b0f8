import { describe, expect, test } from "vitest"
import { type AskOnceOptions, createAskOnce } from "./ask-once.ts"
import { type LocalProvider, localProvider } from "./provider.fixture.ts"

const never = new AbortController().signal

const ask = (provider: LocalProvider | { url: string }, options: AskOnceOptions = {}, signal = never) =>
  createAskOnce(options)({ url: new URL(`${provider.url}/nic/update?a=b`), headers: { "user-agent": "T/1" } }, signal)

describe("over HTTPS", () => {
  test("a certificate that is trusted for the name is answered", async () => {
    const provider = await localProvider({ names: ["127.0.0.1"] })
    provider.answer = (response) => {
      response.setHeader("content-type", "Text/Plain; charset=utf-8").end("good 203.0.113.7")
    }
    expect(await ask(provider, { authorities: provider.authority })).toEqual({
      ok: true,
      status: 200,
      mediaType: "text/plain",
      body: "good 203.0.113.7",
    })
    expect(provider.asked).toMatchObject([{ path: "/nic/update?a=b", headers: { "user-agent": "T/1" } }])
  })

  test("one that nobody vouches for, or that is for another name, hears no question", async () => {
    const unknown = await localProvider({ names: ["127.0.0.1"] })
    expect(await ask(unknown)).toEqual({ ok: false, problem: "certificate" })
    const other = await localProvider({ names: ["other.example.net"] })
    expect(await ask(other, { authorities: other.authority })).toEqual({ ok: false, problem: "certificate" })
    expect([unknown.asked, other.asked]).toEqual([[], []])
  })

  test("a server that speaks no TLS, or only an old one, hears no question", async () => {
    const plain = await localProvider()
    expect(await ask({ url: plain.url.replace("http:", "https:") })).toEqual({ ok: false, problem: "no-tls" })
    const old = await localProvider({ names: ["127.0.0.1"], maxVersion: "TLSv1.1" })
    expect(await ask(old, { authorities: old.authority })).toEqual({ ok: false, problem: "no-tls" })
    expect([plain.asked, old.asked]).toEqual([[], []])
  })
})

test("a redirection is an answer: nothing is asked where it points", async () => {
  const [first, second] = [await localProvider(), await localProvider()]
  first.answer = (response) => {
    response.writeHead(302, { location: second.url }).end()
  }
  expect(await ask(first)).toMatchObject({ ok: true, status: 302 })
  expect(second.asked).toEqual([])
})

describe("a bound", () => {
  test("of octets: up to it is read, beyond it is given up", async () => {
    const provider = await localProvider()
    provider.answer = (response) => response.end("x".repeat(100))
    expect(await ask(provider, { largest: 100 })).toMatchObject({ ok: true })
    expect(await ask(provider, { largest: 99 })).toEqual({ ok: false, problem: "too-large" })
  })

  test("of time: for the whole answer, though it keeps coming", async () => {
    const provider = await localProvider()
    provider.answer = (response) => {
      const more = setInterval(() => response.write("x"), 5)
      response.on("close", () => clearInterval(more))
    }
    expect(await ask(provider, { longest: 60 })).toEqual({ ok: false, problem: "no-answer" })
  })
})

test("a connection that breaks, or that nobody takes, is no connection", async () => {
  const provider = await localProvider()
  provider.answer = (response) => {
    response.writeHead(200, { "content-length": "10" }).write("go")
    setImmediate(() => response.destroy())
  }
  expect(await ask(provider)).toEqual({ ok: false, problem: "no-connection" })
  expect(await ask({ url: "http://127.0.0.1:1" })).toEqual({ ok: false, problem: "no-connection" })
})

test.each(["ENOTFOUND", "EAI_AGAIN"])("a name that is not resolved (%s) is told apart", async (code) => {
  const lookup: AskOnceOptions["lookup"] = (_name, _options, done) => done(Object.assign(new Error(code), { code }), "")
  expect(await ask({ url: "http://provider.invalid" }, { lookup })).toEqual({ ok: false, problem: "name-not-resolved" })
})

test("whoever gives up hears so at once, before or after it began", async () => {
  const provider = await localProvider()
  const giving = new AbortController()
  provider.answer = () => giving.abort()
  expect(await ask(provider, {}, giving.signal)).toEqual({ ok: false, problem: "interrupted" })
  expect(await ask(provider, {}, giving.signal)).toEqual({ ok: false, problem: "interrupted" })
  expect(provider.asked).toHaveLength(1)
})
