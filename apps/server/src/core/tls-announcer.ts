/** Tells when SIP over TLS opens or closes, and why: after every change, and when a certificate's time has come or is over. */
import type { TlsReason } from "@homeport/contract"
import type { SettingsState } from "@homeport/store"
import type { EventRecorder } from "./event-recorder.ts"

export interface TlsAnnouncerOptions {
  readonly state: () => SettingsState
  readonly reasons: (state: SettingsState) => readonly TlsReason[]
  readonly events: EventRecorder
}

/** Returns the look that is to be taken after each change and every few seconds. */
export function createTlsAnnouncer({ state, reasons, events }: TlsAnnouncerOptions): () => void {
  const look = () => {
    const now = state()
    return { reasons: reasons(now), wanted: now.sections["system-flags"].value.speSupport }
  }
  let seen = look()

  return () => {
    const before = seen
    seen = look()
    const [why] = seen.reasons
    if (why === before.reasons[0] && seen.wanted === before.wanted) return
    if (why === undefined) {
      const { sipTlsSubExt: outer, sipTlsSub: inner } = state().sections["port-management"].value
      if (before.reasons.length > 0) events.record({ code: "tls.opened", params: { outer, inner } })
      return
    }
    // Nobody expects TLS of a system where it was never wanted.
    if (before.reasons.length === 0 || seen.wanted) events.record({ code: `tls.closed.${why}` })
    else if (before.wanted) events.record({ code: "tls.closed.spe-support-off" })
  }
}
