import type { StreamMessage } from "@homeport/contract"
import { expect, test } from "vitest"
import { readSharedStream, type StreamParts } from "./shared-stream.ts"

/** A browser with several tabs: one lock, one channel, a server that answers what it is told, and waits that are counted. */
function browser(answers: (() => Response)[]) {
  const listeners: { tab: number; hear(event: MessageEvent): void }[] = []
  const queue: (() => void)[] = []
  const waits: number[] = []
  let locked = false
  let opened = 0

  const parts = (tab: number): StreamParts => ({
    open: async () => {
      const answer = answers[opened++]
      if (!answer) return await new Promise<Response>(() => undefined)
      return answer()
    },
    withLock: async (held, signal) => {
      if (locked) await new Promise<void>((resolve) => queue.push(resolve))
      locked = true
      await Promise.race([held(), new Promise((resolve) => signal.addEventListener("abort", resolve))])
      locked = false
      queue.shift()?.()
    },
    channel: {
      postMessage: (data: unknown) => {
        for (const each of listeners) if (each.tab !== tab) each.hear(new MessageEvent("message", { data }))
      },
      addEventListener: (_: string, hear: unknown) => {
        // The one kind of listener that the stream registers.
        listeners.push({ tab, hear: hear as (event: MessageEvent) => void })
      },
      close: () => undefined,
    },
    random: () => 0.5,
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
  })

  function tab(number: number) {
    const messages: StreamMessage[] = []
    const connected: boolean[] = []
    const end = readSharedStream(parts(number), {
      onMessage: (message) => messages.push(message),
      onConnected: (state) => connected.push(state),
    })
    return { messages, connected, end }
  }
  return { tab, waits, opened: () => opened }
}

const stream =
  (...messages: unknown[]) =>
  () =>
    new Response(messages.map((message) => `data: ${JSON.stringify(message)}\n\n`).join(""))
const refused = () => {
  throw new Error("503")
}
/** Lets everything run that waits for nothing but its turn. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test("one tab reads and every tab hears", async () => {
  const { tab, opened } = browser([stream({ topic: "hello", ids: [] }, { topic: "calls", ids: ["c1"] })])
  const [first, second] = [tab(1), tab(2)]
  await settled()
  // The second opening is the attempt after the stream's end: nobody else opened one.
  expect(opened()).toBe(2)
  expect(second.messages).toEqual(first.messages)
  expect(second.messages.map(({ topic }) => topic)).toEqual(["hello", "calls"])
})

test("refusals are retried with growing pauses, and a message begins them anew", async () => {
  const { tab, waits } = browser([refused, refused, refused, stream({ topic: "hello", ids: [] }), refused])
  const { connected } = tab(1)
  await settled()
  expect(waits).toEqual([500, 1000, 2000, 500, 1000])
  expect(connected).toEqual([false, false, false, true, false, false])
})

test("what is not a message of the contract is skipped", async () => {
  const { tab } = browser([stream({ topic: "weather", ids: [] }, { topic: "stun", ids: [] })])
  const { messages } = tab(1)
  await settled()
  expect(messages).toEqual([{ topic: "stun", ids: [] }])
})

test("when the reading tab closes, the next one reads on", async () => {
  const { tab } = browser([stream({ topic: "hello", ids: [] }), () => new Response(new ReadableStream())])
  const first = tab(1)
  const second = tab(2)
  await settled()
  first.end()
  await settled()
  expect(second.messages.map(({ topic }) => topic)).toEqual(["hello"])
})
