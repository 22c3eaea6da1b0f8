/** The two legs of one early dialog: a called phone's To-tag, and the dialog with the caller that stands for it. RFC 3261 §12.1. */
import { createCalleeDialog, createCallerDialog, type Dialog, noOffer, offerStep, type Response } from "@homeport/sip"
import type { Branch } from "./branch.ts"
import type { Call } from "./call.ts"
import { Leg } from "./leg.ts"
import type { Party } from "./party.ts"
import { refresh } from "./refresh.ts"

export interface Pair {
  readonly ingress: Leg
  readonly egress: Leg
}

export function beginPair(call: Call, branch: Branch, response: Response): Pair {
  const { core, transaction, called, caller, observer } = call.options
  const sdp = call.offer !== undefined
  const leg = (party: Party, dialog: Dialog, direction: "sent" | "received", user: string): Leg => {
    // Each early dialog begins with the INVITE's own exchange (RFC 6337 §2.2).
    const begun = offerStep(noOffer, { kind: "request", direction, method: "INVITE", sdp })
    return new Leg({
      core,
      party,
      dialog,
      offers: begun.ok ? begun.state : noOffer,
      user,
      timerDue: (due, what) => (what === "refresh" ? refresh(core, call, due) : call.end("failed")),
      ended: (over) => observer.legEnded(over),
      forsaken: () => call.end("failed"),
    })
  }
  const invite = branch.invite ?? transaction.request
  return {
    ingress: leg(call.caller, createCalleeDialog(transaction.request, core.token()), "received", called.callNumber),
    egress: leg(branch.party, createCallerDialog(invite, response), "sent", caller.station.callNumber),
  }
}
