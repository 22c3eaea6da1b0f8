/** A line of the log in words. The sentences are a chunk of their own: `pageTextsQuery("eventSentences")` belongs into `prefetch`. */
import { type Params, type SaidEvent, sayEvent } from "@homeport/contract"
import { usePageTexts } from "./page-texts.ts"

/** A code of a newer server is shown as it is. */
export function useEventText(): (code: string, params: Params) => SaidEvent {
  const words = usePageTexts("eventSentences")
  return (code, params) => sayEvent(words, code, params)
}
