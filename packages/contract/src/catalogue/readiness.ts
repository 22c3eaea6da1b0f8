/** Sentences about the fifteen checks: apart from the catalogues, because the console loads them with the pages that show them. */
import type { Params } from "../errors.ts"
import { type Catalogue, sayIfKnown } from "./catalogue.ts"
import type { readinessEn } from "./en/readiness.ts"
import { fillIn } from "./fill-in.ts"

/** Of one language. */
export type ReadinessSentences = Readonly<Record<keyof typeof readinessEn, string>>

/** What a check found; for a reason of a newer server `otherwise`. */
export function sayReadiness(
  sentences: ReadinessSentences,
  catalogue: Pick<Catalogue, "tls">,
  { check, reason, params = {} }: { readonly check: string; readonly reason: string; readonly params?: Params },
  otherwise = reason,
): string {
  const known: Readonly<Record<string, string>> = sentences
  const sentence = known[`${check}.${reason}`]
  if (sentence === undefined) return otherwise
  const { cause, why } = params
  return fillIn(sentence, {
    ...params,
    // Two of the places are filled by words of their own.
    ...(cause !== undefined && { cause: known[`cause.${cause}`] ?? cause }),
    ...(why !== undefined && { why: sayIfKnown(catalogue, `tls.${why}`, params) ?? why }),
  })
}
