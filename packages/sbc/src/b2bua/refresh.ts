/** Keeps a leg's session timer alive, and learns whether its phone is. RFC 4028 §10. */
import { glareDelay, type Response } from "@homeport/sip"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import { readDescription } from "./description.ts"
import { type Leg, SDP } from "./leg.ts"
import { LEAST, longerTimer, requestTimerFields, timerFromAnswer } from "./session-timer.ts"

/** UPDATE without offer where the phone allows it, else a re-INVITE with the description it has already. */
export function refresh(core: CallCore, call: Call, leg: Leg): void {
  if (call.state !== "answered") return
  const method = leg.party.allows.has("UPDATE") ? "UPDATE" : "INVITE"
  const body = method === "INVITE" ? leg.party.media.agreed() : undefined
  const sdp = body !== undefined
  // Something is being asked in this dialog: that will do as well, or we ask when it is done.
  if (!leg.step({ kind: "request", direction: "sent", method, sdp }).ok) return leg.retryRefresh(BUSY)
  const fields = [...(sdp ? [SDP] : []), ...requestTimerFields(leg.timer)]
  let done = false

  const success = (response: Response) => {
    const reading = readDescription(response, leg.party)
    const { status } = response
    const answered = reading.kind === "description"
    leg.step({ kind: "response", direction: "received", method, status, reliable: true, sdp: answered })
    leg.dialog.receiveResponse(response)
    if (method === "INVITE") leg.acknowledge(response.cseq.sequence)
    if (leg.hungUp || call.state !== "answered") return
    if (method === "INVITE" && answered) leg.party.media.apply(reading.description)
    leg.startTimer(timerFromAnswer(response))
  }
  const failure = (response: Response) => {
    const { status } = response
    leg.step({ kind: "response", direction: "received", method, status, reliable: true, sdp: false })
    if (call.state !== "answered") return
    if (status === 491) return leg.retryRefresh(glareDelay(leg.dialog.caller, core.random()))
    if (status === 481) return call.left(leg, "failed")
    if (status === 408) return call.end("failed")
    const longer = status === 422 ? longerTimer(leg.timer, response) : undefined
    if (longer !== undefined) leg.timer = longer
    if (longer !== undefined) return refresh(core, call, leg)
    // Any other refusal proves that the phone is alive, which is all that we asked.
    leg.startTimer(leg.timer ?? { interval: LEAST, refresher: "us" })
  }

  leg.send(method, sdp ? { fields, body } : { fields }, {
    response(response) {
      if (response.status < 200) return
      if (done) return leg.acknowledgeAgain(response.cseq.sequence)
      done = true
      if (response.status < 300) success(response)
      else failure(response)
    },
    failed(reason) {
      leg.step({ kind: "response", direction: "received", method, status: 408, reliable: true, sdp: false })
      if (call.state !== "answered") return
      // A phone whose connection broke may connect again; one that says nothing is gone.
      if (reason === "transport") leg.retryRefresh(RECONNECT)
      else call.end("failed")
    },
  })
}

const BUSY = 2_000
const RECONNECT = 10_000
