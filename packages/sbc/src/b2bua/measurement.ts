/** What came of a call's media in the end. The workers know; the call is over long before they have said it. */
import type { MediaView, SbcEvent } from "../events.ts"
import type { PartyMedia } from "./media.ts"

/** Lets go of both parties' media, and tells its last figures when all that have some have told theirs. */
export function releaseAndMeasure(
  callId: string,
  caller: PartyMedia,
  callee: PartyMedia | undefined,
  emit: (event: SbcEvent) => void,
): void {
  let waiting = [caller, callee].filter((media) => media?.measurable).length
  const release = (media: PartyMedia | undefined) => {
    const figures: { last: MediaView | undefined } = { last: undefined }
    media?.release((last) => {
      figures.last = last
      waiting--
      if (waiting === 0) emit({ type: "call.measured", callId, caller: ofCaller.last, callee: ofCallee.last })
    })
    return figures
  }
  const ofCaller = release(caller)
  const ofCallee = release(callee)
}
