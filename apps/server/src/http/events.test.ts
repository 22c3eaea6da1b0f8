import { describe, expect, onTestFinished, test, vi } from "vitest"
import { bindingOf } from "../testing/fake-sbc.ts"
import { cookiesOf, testPassword, testServer } from "../testing/test-server.ts"
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
