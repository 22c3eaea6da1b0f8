/** Keeps every open page true: an event says what changed, the query says what it is now. */
import { events, type StreamMessage } from "@homeport/contract"
import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { isSignedOut } from "../api-error.ts"
import { open } from "../client.ts"
import { loginQuery, type TopicMeta } from "../queries.ts"
import { readSharedStream, type StreamParts } from "./shared-stream.ts"

const NAME = "homeport-event-stream"

/** While `on`, the stream is read or listened to. Answers whether it is connected; undefined before the first news. */
export function useLive(on: boolean): boolean | undefined {
  const client = useQueryClient()
  const [connected, setConnected] = useState<boolean>()
  useEffect(() => {
    if (!on) return
    return readSharedStream(browserParts(client), {
      onMessage: (message) => invalidate(client, message),
      onConnected: setConnected,
    })
  }, [client, on])
  return on ? connected : undefined
}

export function invalidate(client: Pick<QueryClient, "invalidateQueries">, { topic }: StreamMessage): void {
  void client.invalidateQueries({ predicate: (query) => concerns(query, topic) })
}

function concerns({ meta }: Query, topic: StreamMessage["topic"]): boolean {
  // Only `queries.ts` makes queries, and always with topics.
  const { topics } = (meta ?? { topics: [] }) as TopicMeta
  // "hello" opens every connection: what happened before it is unknown, so everything live is asked again.
  return topic === "hello" ? topics.length > 0 : topics.includes(topic)
}

function browserParts(client: QueryClient): StreamParts {
  return {
    open: async (signal) => {
      try {
        return await open(events.stream, signal)
      } catch (error) {
        // Where nothing else is asked, this is how an open page learns that its login has ended.
        if (isSignedOut(error)) client.setQueryData(loginQuery().queryKey, { state: "signed-out" })
        throw error
      }
    },
    // Web Locks exist in secure contexts only; without them each tab reads a stream of its own.
    withLock: async (held, signal) =>
      navigator.locks ? navigator.locks.request(NAME, { signal }, () => held()) : held(),
    channel: new BroadcastChannel(NAME),
    random: Math.random,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        signal.addEventListener("abort", () => {
          clearTimeout(timer)
          resolve()
        })
      }),
  }
}
