/** What belongs to administrators' accounts, wired together. */
import type { Store } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import { createLogins, type Logins } from "../http/logins.ts"
import type { PasswordHasher } from "../http/password-hash.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import { type AccountService, createAccountService } from "./account-service.ts"
import { createSecondFactorService, type SecondFactorService } from "./second-factor.ts"
import { createSignInRecorder, type SignInRecorder } from "./sign-in-recorder.ts"

export interface AccountParts {
  readonly accounts: AccountService
  readonly secondFactor: SecondFactorService
  readonly signInRecorder: SignInRecorder
  readonly logins: Logins
}

export interface AccountPartsOptions {
  readonly store: Store
  readonly hasher: PasswordHasher
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly now: () => number
}

export function createAccountParts({ store, hasher, events, stream, now }: AccountPartsOptions): AccountParts {
  // Whoever looks after several systems tells them apart in the app.
  const issuer = () => ["Homeport", store.state().sections.dyndns.value.hostName].filter(Boolean).join(" ")
  const secondFactor = createSecondFactorService({ store, issuer, now })
  return {
    accounts: createAccountService({ store, hasher, secondFactor, events, stream, now }),
    secondFactor,
    signInRecorder: createSignInRecorder({ store, events, stream, now }),
    logins: createLogins({ store, hasher, secondFactor, now }),
  }
}
