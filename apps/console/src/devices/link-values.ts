/** For how long and how often a link opens: what a form holds, and what is sent. */
import { devices } from "@homeport/contract"
import { checkedFor, type Problems } from "../form/check.ts"

export type LinkValues = {
  readonly hours: string
  readonly fetches: string
}

/** A day is enough to send a telephone home; five, because some ask twice and then once more after they have started again. */
export const linkValues: LinkValues = { hours: "24", fetches: "5" }

export const linkBody = ({ hours, fetches }: LinkValues) => ({
  hours: typedNumber(hours),
  fetches: typedNumber(fetches),
})

export const linkProblems = (values: LinkValues): Problems => checkedFor(devices.openLink, linkBody(values))

/** What is empty is no number, and not 0 either. */
export const typedNumber = (text: string) => (text.trim() === "" ? Number.NaN : Number(text))
