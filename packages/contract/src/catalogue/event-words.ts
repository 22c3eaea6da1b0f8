/** An event in words: its sentence, and what an administrator can do about it. */
import type { Params } from "../errors.ts"
import { type Catalogue, sayIfKnown } from "./catalogue.ts"

export type EventWords = Pick<Catalogue, "event" | "advice" | "delivery" | "section" | "label">

export interface SaidEvent {
  readonly sentence: string
  /** undefined: there is nothing to do. */
  readonly advice: string | undefined
}

/** A code of a newer server is shown as it is. */
export function sayEvent(words: EventWords, code: string, params: Params): SaidEvent {
  const inWords = paramsInWords(words, params)
  return {
    sentence: sayIfKnown(words, `event.${code}`, inWords) ?? code,
    advice: sayIfKnown(words, `advice.${code}`, inWords),
  }
}

/** Pages, roles and reasons are logged by their codes; people know them by their names. */
function paramsInWords(words: EventWords, params: Params): Params {
  const { section, problem, role, previous } = params
  return {
    ...params,
    ...(section !== undefined && { section: sayIfKnown(words, `section.${section}`) ?? section }),
    ...(problem !== undefined && { problem: sayIfKnown(words, `delivery.${problem}`) ?? problem }),
    ...(role !== undefined && { role: sayIfKnown(words, `label.role.${role}`) ?? role }),
    // A role before another one; an account's former name stays what it is.
    ...(role !== undefined &&
      previous !== undefined && { previous: sayIfKnown(words, `label.role.${previous}`) ?? previous }),
  }
}
