/** A transaction layer on a bench, for the tests of this folder: a clock turned by hand, a wire and a TU that write down. */
import { manualClock } from "@homeport/testkit"
import type { Message, Request, Response } from "../message/message.ts"
import { parseMessage } from "../message/parse.ts"
import type { Flow } from "../transport/transport.ts"
import { createTransactionLayer, type TransactionLayerOptions } from "./layer.ts"
import type { ClientUser, ServerTransaction } from "./transaction-user.ts"

export function bench(options: Partial<TransactionLayerOptions> = {}) {
  const clock = manualClock()
  const sent: Sent[] = []
  const transactions: ServerTransaction[] = []
  const told: string[] = []
  const wire = { up: true }
  const layer = createTransactionLayer({
    clock,
    send(flow, bytes) {
      if (!wire.up) return false
      const parsed = parseMessage(bytes)
      if (!parsed.ok) throw new Error(parsed.error.message)
      sent.push({ at: clock.now(), flow, message: parsed.value })
      return true
    },
    user: {
      request: (transaction) => void transactions.push(transaction),
      acknowledged: (ack) => void told.push(`acknowledged ${ack.cseq.sequence}`),
      cancelled: (invite, cancel) => void told.push(`cancelled ${invite.request.method} ${cancel.cseq.sequence}`),
      stray: (response) => void told.push(`stray ${response.status}`),
      responseFailed: (transaction) => void told.push(`response failed ${transaction.status ?? "-"}`),
    },
    ...options,
  })
  const clientUser: ClientUser = {
    response: (response) => void told.push(`${response.status}`),
    failed: (reason) => void told.push(reason),
  }

  return {
    clock,
    layer,
    sent,
    told,
    transactions,
    wire,
    clientUser,
    /** The only transaction that the TU was given. */
    get transaction(): ServerTransaction {
      const [only, ...more] = transactions
      if (!only || more.length > 0) throw new Error(`${transactions.length} transactions`)
      return only
    },
    /** What was sent, as "INVITE" or "200 OPTIONS". */
    get words(): string[] {
      return sent.map(({ message }) => wordsOf(message))
    },
    /** When it was sent. */
    get times(): number[] {
      return sent.map(({ at }) => at)
    },
    requestSent(method: string): Request {
      const found = sent.findLast(({ message }) => message.kind === "request" && message.method === method)?.message
      if (found?.kind !== "request") throw new Error(`no ${method} was sent`)
      return found
    },
    responseSent(): Response {
      const found = sent.at(-1)?.message
      if (found?.kind !== "response") throw new Error("the last message is no response")
      return found
    },
  }
}

const wordsOf = (message: Message) =>
  message.kind === "request" ? message.method : `${message.status} ${message.cseq.method}`

interface Sent {
  readonly at: number
  readonly flow: Flow
  readonly message: Message
}
