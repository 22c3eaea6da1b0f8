/**
 * Tells every open console what changed: at most one message a second and topic, and only *what*, never the new state. The first
 * change of a quiet topic goes out at once; what comes within the next second is gathered.
 */
import type { StreamMessage, Topic } from "@homeport/contract"

export interface TopicStream {
  /** `ids`: what changed; none: anything may have. */
  publish(topic: Topic, ids?: readonly string[]): void
  /** Returns the function that ends the subscription. */
  subscribe(receive: (message: StreamMessage) => void): () => void
  readonly subscribers: number
  close(): void
}

/** `now`: milliseconds on a clock that nobody sets, or a corrected wall clock would silence a topic. */
export function createTopicStream(now: () => number): TopicStream {
  const receivers = new Set<(message: StreamMessage) => void>()
  const topics = new Map<Topic, Gathering>()

  function send(topic: Topic, gathering: Gathering): void {
    const ids = gathering.ids.size > mostIds ? [] : [...gathering.ids]
    const message: StreamMessage = { topic, ids: gathering.all ? [] : ids }
    gathering.ids.clear()
    gathering.all = false
    gathering.timer = undefined
    gathering.sentAt = now()
    for (const receive of receivers) receive(message)
  }

  return {
    publish(topic, ids = []) {
      const gathering = topics.get(topic) ?? {
        ids: new Set(),
        all: false,
        sentAt: Number.NEGATIVE_INFINITY,
        timer: undefined,
      }
      topics.set(topic, gathering)
      if (ids.length === 0) gathering.all = true
      for (const id of ids) if (gathering.ids.size <= mostIds) gathering.ids.add(id)
      if (gathering.timer) return
      const wait = gathering.sentAt + interval - now()
      if (wait <= 0) send(topic, gathering)
      else {
        gathering.timer = setTimeout(() => send(topic, gathering), wait)
        gathering.timer.unref()
      }
    },
    subscribe(receive) {
      receivers.add(receive)
      return () => receivers.delete(receive)
    },
    get subscribers() {
      return receivers.size
    },
    close() {
      for (const { timer } of topics.values()) clearTimeout(timer)
      topics.clear()
      receivers.clear()
    },
  }
}

interface Gathering {
  readonly ids: Set<string>
  all: boolean
  sentAt: number
  timer: NodeJS.Timeout | undefined
}

const interval = 1000
/** More than these, and naming them costs more than asking for everything. */
const mostIds = 200
