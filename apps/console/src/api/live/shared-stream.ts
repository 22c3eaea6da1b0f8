/**
 * One event stream for all tabs of this browser. HTTP/1.1 gives a browser six connections to a server: a stream in every tab
 * would starve the sixth.
 *
 *    tab 1  holds the Web Lock ── fetch ──▶ server          tab 2, 3 … wait for the lock
 *      │                                                        ▲
 *      └───────────────── BroadcastChannel ─────────────────────┘
 *
 * When the holder closes, the lock passes to the next tab, which reads on. The stream is opened again after any end and any
 * answer (EventSource gives up for good after one 401 or 503), with backoff.
 */
import { type StreamMessage, streamMessage } from "@homeport/contract"
import { backoff } from "./backoff.ts"
import { EventStreamParser } from "./event-stream.ts"

export interface StreamParts {
  /** Opens the stream; rejects when the server says no. */
  open(signal: AbortSignal): Promise<Response>
  /** Runs `held` while this tab is the one that reads. */
  withLock(held: () => Promise<void>, signal: AbortSignal): Promise<void>
  readonly channel: Pick<BroadcastChannel, "postMessage" | "addEventListener" | "close">
  readonly random: () => number
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export interface StreamReader {
  onMessage(message: StreamMessage): void
  /** Whether the stream is open, in whichever tab. */
  onConnected(connected: boolean): void
}

type Shared =
  | { readonly kind: "message"; readonly message: StreamMessage }
  | { readonly kind: "connected"; readonly connected: boolean }
  | { readonly kind: "asked" }

export function readSharedStream(parts: StreamParts, reader: StreamReader): () => void {
  const ending = new AbortController()
  let reading = false
  let connected = false

  const tell = (shared: Shared) => {
    parts.channel.postMessage(shared)
    hear(shared)
  }
  const hear = (shared: Shared) => {
    if (shared.kind === "message") reader.onMessage(shared.message)
    else if (shared.kind === "connected") {
      connected = shared.connected
      reader.onConnected(shared.connected)
    } else if (reading) parts.channel.postMessage({ kind: "connected", connected } satisfies Shared)
  }
  // Only our own tabs post on this channel.
  parts.channel.addEventListener("message", ({ data }) => hear(data as Shared))
  parts.channel.postMessage({ kind: "asked" } satisfies Shared)

  const held = async () => {
    reading = true
    for (let attempt = 0; !ending.signal.aborted; attempt++) {
      try {
        const response = await parts.open(ending.signal)
        for await (const message of messagesOf(response)) {
          if (!connected) tell({ kind: "connected", connected: true })
          tell({ kind: "message", message })
          attempt = 0
        }
      } catch {
        // Whatever it was, the answer is the same: say so, wait, try again.
      }
      if (ending.signal.aborted) return
      tell({ kind: "connected", connected: false })
      await parts.wait(backoff(attempt, parts.random), ending.signal)
    }
  }
  void parts.withLock(held, ending.signal).catch(() => undefined)

  return () => {
    ending.abort()
    parts.channel.close()
  }
}

async function* messagesOf(response: Response): AsyncGenerator<StreamMessage> {
  if (!response.body) return
  const parser = new EventStreamParser()
  const text = response.body.pipeThrough(new TextDecoderStream())
  // Safari has no async iteration of streams.
  const pieces = text.getReader()
  for (;;) {
    const { done, value } = await pieces.read()
    if (done) return
    for (const data of parser.push(value)) {
      const parsed = streamMessage.safeParse(parse(data))
      if (parsed.success) yield parsed.data
    }
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
