/** What the routes are given: everything that is wired together in run.ts (or, for a test, in testing/). */
import type { AvailableInterface } from "@homeport/contract"
import type { Store } from "@homeport/store"
import type { DyndnsMonitor } from "./core/dyndns-monitor.ts"
import type { EventRecorder } from "./core/event-recorder.ts"
import type { LiveCore } from "./core/live-core.ts"
import type { FirstSignIn } from "./http/first-sign-in.ts"
import type { Logins } from "./http/logins.ts"
import type { TopicStream } from "./http/topic-stream.ts"
import type { SettingsService } from "./settings/settings-service.ts"

export interface Services {
  readonly store: Store
  readonly core: LiveCore
  readonly dyndns: DyndnsMonitor
  readonly settings: SettingsService
  readonly events: EventRecorder
  readonly stream: TopicStream
  readonly logins: Logins
  readonly firstSignIn: FirstSignIn
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly interfaces: () => readonly AvailableInterface[]
  readonly process: { readonly version: string; readonly startedAt: number; stopping: boolean }
}
