/** Writes down what a sign-in came to: a row of the history, and an event of the log. */
import { type SignInOutcome, signInSuccesses } from "@homeport/contract"
import type { Account, Store } from "@homeport/store"
import type { FastifyRequest } from "fastify"
import type { EventRecorder, NewEvent } from "../core/event-recorder.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import { whereWritable } from "../http/where-writable.ts"

export interface SignInRecorder {
  /** `account` undefined: none has the name that was typed, which is kept nowhere: it may be a password in the wrong field. */
  record(outcome: SignInOutcome, account: Pick<Account, "id" | "name"> | undefined, request: FastifyRequest): void
}

export interface SignInRecorderOptions {
  readonly store: Store
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly now: () => number
}

export function createSignInRecorder({ store, events, stream, now }: SignInRecorderOptions): SignInRecorder {
  return {
    record(outcome, account, request) {
      const at = now()
      const address = request.ip
      const userAgent = (request.headers["user-agent"] ?? "").slice(0, longestUserAgent)
      const succeeded = signInSuccesses.some((success) => success === outcome)
      whereWritable(() => {
        store.signIns.add({ at, account, address, userAgent, outcome, succeeded })
        if (succeeded && account) store.accounts.signedIn(account.id, at)
      })
      const left = account ? (store.secondFactors.of(account.id)?.recoveryCodesLeft ?? 0) : 0
      const event = eventOf(outcome, account?.name ?? "…", address, left)
      if (event) events.record(event)
      stream.publish("administrators")
    },
  }
}

function eventOf(outcome: SignInOutcome, name: string, address: string, left: number): NewEvent | undefined {
  switch (outcome) {
    case "signed-in":
      return { code: "account.signed-in", severity: "info", params: { name, address } }
    case "recovery-code":
      return { code: "account.recovery-code", severity: "warning", params: { name, address, left } }
    case "first-password":
      return { code: "account.first-password", severity: "info", params: { name, address } }
    case "wrong-code":
    case "used-code":
      return {
        code: "account.failed-code",
        severity: "warning",
        params: { name, address },
        alike: `${address} ${name}`,
      }
    case "wrong-password":
    case "unknown-name":
      return { code: "account.failed", severity: "warning", params: { name, address }, alike: address }
    // A step on the way: the history keeps it where nothing followed.
    case "code-asked":
      return undefined
  }
}

const longestUserAgent = 300
