/**
 * Certificates in use that end soon: an event at 60 and at 30 days, the alarm at 7 days, and when it is over. Each is told once,
 * over restarts as well.
 */
import { type CertificateUse, expiryWarnings, translate } from "@homeport/contract"
import type { Store } from "@homeport/store"
import { gmt } from "../certificates/gmt.ts"
import type { Inventory, Known } from "../certificates/inventory.ts"
import { daysLeft } from "../certificates/views.ts"
import type { EventRecorder } from "./event-recorder.ts"

export interface ExpiryWatchOptions {
  readonly store: Pick<Store, "remembered" | "remember">
  readonly inventory: () => Inventory
  readonly events: EventRecorder
  readonly now: () => number
}

/** Returns the look that is to be taken every hour or so. */
export function createExpiryWatch({ store, inventory, events, now }: ExpiryWatchOptions): () => void {
  function look(known: Known, uses: readonly CertificateUse[]): void {
    const { stored, facts } = known
    const days = daysLeft(facts, now())
    const stage = stageOf(days, facts.notAfter <= now())
    if (stage === undefined) return
    const place = `certificate-expiry/${stored.id}`
    const told = store.remembered(place)
    if (told !== undefined && told <= stage) return
    store.remember(place, stage)
    const use = uses.map((each) => translate("en", `use.${each}`)).join(", ")
    const params = { name: stored.name, use, at: gmt(facts.notAfter) }
    if (stage === over) events.record({ code: "certificate.expired", params })
    else
      events.record({
        code: "certificate.expires",
        ...(days <= alarm && { severity: "error" }),
        params: { ...params, days },
      })
  }

  return () => {
    const all = inventory()
    for (const known of all.all) {
      const uses = all.usesOf(known)
      if (uses.length > 0) look(known, uses)
    }
  }
}

/** The last line that has been crossed; undefined: none yet. */
function stageOf(days: number, ended: boolean): number | undefined {
  if (ended) return over
  return [...expiryWarnings].reverse().find((warning) => days <= warning)
}

const over = -1
const alarm = Math.min(...expiryWarnings)
