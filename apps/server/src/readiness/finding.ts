/** What one check found. */
import type { Params, ReadinessState } from "@homeport/contract"
import type { Facts } from "./facts.ts"

export interface Finding {
  readonly state: ReadinessState
  /** Of the check's sentences in the catalogue. */
  readonly reason: string
  readonly params: Params
  /** Index of the one station that it is about. */
  readonly station?: number | undefined
}

export type Check = (facts: Facts) => Finding

const finding =
  (state: ReadinessState) =>
  (reason: string, params: Params = {}, station?: number): Finding => ({ state, reason, params, station })

export const passed = finding("passed")
export const warning = finding("warning")
export const failed = finding("failed")
export const notProven = finding("not-proven")
export const notApplicable = finding("not-applicable")

/** The first few, and that there are more. */
export const listed = (numbers: readonly string[]): string =>
  numbers.length > mostListed ? `${numbers.slice(0, mostListed).join(", ")}, …` : numbers.join(", ")

const mostListed = 5
