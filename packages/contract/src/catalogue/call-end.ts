/** Why a call ended, in a few words: the same on the page and in the file. */
import type { CallEndReason } from "../ended-calls.ts"
import type { calls } from "./console/en/calls.ts"
import type { Texts } from "./console/texts.ts"

type EndWords = Texts<typeof calls>["ends"]

/** What is known best is said: our own reason, then what the phone answered (RFC 3261 §21), then how it ended. */
export function endInWords(words: EndWords, end: CallEndInShort): string {
  const own = Object.entries(words).find(([code]) => code === end.why)?.[1]
  if (own !== undefined) return own
  if (end.reason === "refused") {
    if (end.status === 486 || end.status === 600) return words.busy
    if (end.status === 603) return words.declined
    if (end.status === 480) return words.unreachable
  }
  return words[end.reason]
}

export interface CallEndInShort {
  readonly reason: CallEndReason
  readonly status: number | null
  readonly why: string | null
}
