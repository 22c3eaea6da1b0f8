/** Keeps a leg's session timer alive, and learns whether its phone is. RFC 4028 §10. */
import { glareDelay } from "@homeport/sip"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import { readDescription } from "./description.ts"
import { type Leg, SDP } from "./leg.ts"
import { LEAST, requestTimerFields, timerFromAnswer } from "./session-timer.ts"

/** UPDATE without offer where the phone allows it, else a re-INVITE with the description it has already. */
export function refresh(core: CallCore, call: Call, leg: Leg): void {
  const method = leg.party.allows.has("UPDATE") ? "UPDATE" : "INVITE"
  const body = method === "INVITE" ? leg.party.media.sent : undefined
  const again = (milliseconds: number) => core.clock.after(milliseconds, () => refreshIfAlive(core, call, leg))
  if (!leg.step({ kind: "request", direction: "sent", method, sdp: body !== undefined }).ok) return void again(GLARE)
  const fields = [...(body === undefined ? [] : [SDP]), ...requestTimerFields(leg.timer)]
  leg.pending = leg.send(method, body === undefined ? { fields } : { fields, body }, {
    response: (response) => {
      if (response.status < 200) return
      const success = response.status < 300
      if (success && leg.pending === undefined) return leg.acknowledgeAgain(response.cseq.sequence)
      leg.pending = undefined
      const reading = success ? readDescription(response, leg.party) : undefined
      const sdp = reading?.kind === "description"
      leg.step({ kind: "response", direction: "received", method, status: response.status, reliable: true, sdp })
      if (success) {
        leg.dialog.receiveResponse(response)
        if (method === "INVITE") leg.acknowledge(response.cseq.sequence)
        if (method === "INVITE" && reading?.kind === "description") leg.party.media.apply(reading.description)
        leg.startTimer(timerFromAnswer(response))
      } else if (response.status === 491) again(glareDelay(leg.dialog.caller, core.random()))
      else if (response.status === 481 || response.status === 408) call.hungUp(leg, "failed")
      // Any other refusal proves that the phone is alive, which is all that we asked.
      else leg.startTimer(leg.timer ?? { interval: LEAST, refresher: "us" })
    },
    failed: () => {
      leg.pending = undefined
      call.hungUp(leg, "failed")
    },
  })
}

function refreshIfAlive(core: CallCore, call: Call, leg: Leg): void {
  if (call.state === "answered") refresh(core, call, leg)
}

const GLARE = 2_000
