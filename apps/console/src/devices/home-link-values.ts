/** For how long a one-time link waits: what a form holds, and what is sent. */
import { homeLinkHours, homeLinks } from "@homeport/contract"
import { checkedFor, type Problems } from "../form/check.ts"
import { typedNumber } from "./link-values.ts"

export type HomeLinkValues = {
  readonly hours: string
}

export const homeLinkValues: HomeLinkValues = { hours: String(homeLinkHours.proposed) }

export const homeLinkBody = ({ hours }: HomeLinkValues) => ({ hours: typedNumber(hours) })

export const homeLinkProblems = (values: HomeLinkValues): Problems => checkedFor(homeLinks.open, homeLinkBody(values))
