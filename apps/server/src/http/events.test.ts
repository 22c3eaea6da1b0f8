import { EventEmitter } from "node:events"
import type { FastifyReply, FastifyRequest } from "fastify"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { bindingOf } from "../testing/fake-sbc.ts"
import { cookiesOf, testPassword, testServer } from "../testing/test-server.fixture.ts"
import { openEventStream } from "./events.ts"
import { createTopicStream } from "./topic-stream.ts"

test("an open stream is told what changed, within its login", async () => {
  const { app, ask, sbc, services } = await testServer()
  const { headers } = await ask("POST", "/api/login", { body: { name: "basic", password: testPassword } })
  const cookie = Object.entries(cookiesOf(headers))
    .map((pair) => pair.join("="))
    .join("; ")
  const address = await app.listen({ host: "127.0.0.1", port: 0 })
  const response = await fetch(`${address}/api/event-stream`, { headers: { cookie } })
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8")
  expect(response.headers.get("content-security-policy")).toContain("default-src 'self'")
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('event: hello\ndata: {"topic":"hello","ids":[]}\n\n')
  const binding = bindingOf("168")
  sbc.emit({ type: "binding.changed", callNumber: "168", contact: binding.contact, binding })
  expect((await reader?.read())?.value).toContain(
    'event: registrations\ndata: {"topic":"registrations","ids":["168"]}\n\n',
  )
  await reader?.cancel()
  await vi.waitFor(() => expect(services.stream.subscribers).toBe(0))
})

test("an open stream does not keep a login alive, though a click began it", async () => {
  const { ask, services, turnClock } = await testServer()
  const { headers } = await ask("POST", "/api/login", { body: { name: "basic", password: testPassword } })
  // Of a request only these matter here.
  const request = { method: "GET", headers: { "homeport-human-action": "1" }, cookies: cookiesOf(headers) }
  const lasts = () => services.logins.lasts(request as unknown as FastifyRequest)
  turnClock(20 * 60_000)
  expect(lasts()).toBe(true)
  turnClock(11 * 60_000)
  expect(lasts()).toBe(false)
})

test("a store that cannot be asked about the login ends the stream, and nothing else", () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const said: string[] = []
  const raw = Object.assign(new EventEmitter(), {
    writableLength: 0,
    setHeader() {},
    writeHead() {},
    write: (text: string) => said.push(text),
    end: () => said.push("end"),
  })
  // The part of a reply that a stream uses.
  const reply = { raw, hijack() {}, getHeaders: () => ({}) } as unknown as FastifyReply
  openEventStream(
    reply,
    createTopicStream(() => 0),
    () => {
      throw new Error("disk I/O error")
    },
  )
  vi.advanceTimersByTime(15_000)
  raw.emit("close")
  expect(said).toEqual(['event: hello\ndata: {"topic":"hello","ids":[]}\n\n', "end"])
})

test("nobody who is not signed in gets a stream", async () => {
  const { ask } = await testServer()
  expect((await ask("GET", "/api/event-stream")).status).toBe(401)
})

describe("a topic", () => {
  const turned = () => {
    vi.useFakeTimers()
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const stream = createTopicStream(() => Date.now())
    const told: string[] = []
    stream.subscribe(({ topic, ids }) => told.push(`${topic} ${ids.join(",")}`))
    return { stream, told }
  }

  test("is told at once, then at most once a second, with everything that came between", () => {
    const { stream, told } = turned()
    stream.publish("calls", ["a"])
    stream.publish("calls", ["b"])
    stream.publish("calls", ["c", "b"])
    stream.publish("stun")
    expect(told).toEqual(["calls a", "stun "])
    vi.advanceTimersByTime(999)
    expect(told).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(told).toEqual(["calls a", "stun ", "calls b,c"])
    vi.advanceTimersByTime(5_000)
    expect(told).toHaveLength(3)
    stream.publish("calls", ["d"])
    expect(told.at(-1)).toBe("calls d")
  })

  test("that changed all over, or in very many places, names none", () => {
    const { stream, told } = turned()
    stream.publish("registrations", ["1"])
    stream.publish("registrations", ["2"])
    stream.publish("registrations")
    vi.advanceTimersByTime(1_000)
    for (let id = 0; id < 1_000; id++) stream.publish("registrations", [String(id)])
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual(["registrations 1", "registrations ", "registrations "])
  })
})
