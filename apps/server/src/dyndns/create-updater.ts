/** The DynDNS client on the running system: its settings from the store, its address from STUN. */
import { platform } from "node:os"
import type { Store } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { LiveCore } from "../core/live-core.ts"
import type { AskOnce } from "./ask-once.ts"
import { createDyndnsUpdater, type DyndnsUpdater } from "./dyndns-updater.ts"

export interface UpdaterOptions {
  readonly store: Pick<Store, "state" | "rememberedText" | "remember">
  readonly core: Pick<LiveCore, "stun">
  readonly askOnce: AskOnce
  readonly version: string
  readonly events: EventRecorder
  readonly now: () => number
  readonly random?: () => number
  readonly onChanged: () => void
  readonly onFault: (error: unknown) => void
}

export function createUpdater(options: UpdaterOptions): DyndnsUpdater {
  const { store, core, askOnce, version, random = Math.random, ...rest } = options
  return createDyndnsUpdater({
    ...rest,
    askOnce,
    random,
    settings: () => store.state().sections.dyndns,
    password: () => store.state().secrets.get("dyndns-password"),
    mapped: () => {
      const { state, mapped } = core.stun()
      // While STUN is asking anew, or has lost its server, `mapped` is what was true once.
      return state === "mapped" || state === "static" ? mapped?.host : undefined
    },
    memory: {
      read: () => store.rememberedText(place),
      write: (text) => store.remember(place, text),
    },
    // Product, version and system, as the providers' rules for clients ask (Dyn, No-IP).
    userAgent: `Homeport/${version} (SIP border; ${platform()})`,
  })
}

/** With the version of its shape. */
const place = "dyndns-update/1"
