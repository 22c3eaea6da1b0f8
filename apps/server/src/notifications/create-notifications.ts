/** The sending of events on the running system: its settings from the store, its own CAs trusted, its name from DynDNS. */
import { hostname } from "node:os"
import type { Store } from "@homeport/store"
import type { Inventory } from "../certificates/inventory.ts"
import type { Clock } from "../core/clock.ts"
import type { EventRecorder } from "../core/event-recorder.ts"
import { createNotifications, type Notifications } from "./notifications.ts"
import { createResolveServer } from "./resolve-server.ts"
import { createSendMail } from "./send-mail.ts"
import { createSendWebhook } from "./send-webhook.ts"

export interface RunningNotificationsOptions {
  readonly store: Store
  readonly events: EventRecorder
  readonly inventory: () => Inventory
  readonly clock: Clock
  readonly version: string
  readonly onChanged: () => void
  readonly onFault: (error: unknown) => void
}

export function createRunningNotifications(options: RunningNotificationsOptions): Notifications {
  const { store, events, inventory, clock, version, onChanged, onFault } = options
  const resolve = createResolveServer()
  const authorities = () =>
    inventory()
      .all.filter(({ facts }) => facts.isAuthority)
      .map(({ stored }) => stored.pem)
  return createNotifications({
    store,
    events,
    sendMail: createSendMail({ resolve, authorities }),
    sendWebhook: createSendWebhook({ resolve, authorities, now: clock.now, userAgent: `Homeport/${version}` }),
    clock,
    systemName: () => store.state().sections.dyndns.value.hostName ?? hostname(),
    onChanged,
    onFault,
  })
}
