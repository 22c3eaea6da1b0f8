/**
 * GET /api/event-stream: server-sent events, one line of data a message.
 *
 *   event: registrations
 *   data: {"topic":"registrations","ids":["168"]}
 */
import type { StreamMessage } from "@homeport/contract"
import type { FastifyReply } from "fastify"
import { ApiError } from "./errors.ts"
import { streaming } from "./implement.ts"
import type { TopicStream } from "./topic-stream.ts"

/** `stillAllowed` is asked now and then: a stream must not outlive its login. */
export function openEventStream(
  reply: FastifyReply,
  stream: TopicStream,
  stillAllowed: () => boolean,
): typeof streaming {
  if (stream.subscribers >= mostStreams) throw new ApiError("TooManyRequests")
  reply.hijack()
  const response = reply.raw
  // Hooks have put the security headers on the reply; a hijacked one must carry them over itself.
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) response.setHeader(name, value)
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    // A proxy that collects the stream would make it useless.
    "x-accel-buffering": "no",
  })

  const write = (text: string): void => {
    // A browser that does not read any more gets a fresh start, not our memory.
    if (response.writableLength > mostUnread) response.destroy()
    else response.write(text)
  }
  // Asked from a timer: a disk that fails then ends this stream, not the process.
  const isAllowed = (): boolean => {
    try {
      return stillAllowed()
    } catch {
      return false
    }
  }
  const send = (message: StreamMessage): void => write(`event: ${message.topic}\ndata: ${JSON.stringify(message)}\n\n`)

  const unsubscribe = stream.subscribe(send)
  const keepalive = setInterval(() => {
    if (isAllowed()) write(": still here\n\n")
    else response.end()
  }, keepaliveInterval)
  keepalive.unref()
  response.on("close", () => {
    clearInterval(keepalive)
    unsubscribe()
  })
  send({ topic: "hello", ids: [] })
  return streaming
}

const mostStreams = 200
const mostUnread = 256 * 1024
const keepaliveInterval = 15_000
