/** A station between the form and the contract: what is typed, what is wrong with it, what is sent. */
import {
  type FieldProblem,
  type FieldProblems,
  type SipClient,
  sipClientChange,
  sipClientRules,
  sipUserIdOf,
} from "@homeport/contract"
import { checkedBy } from "../../../../../form/check.ts"
import { dayOf, endOfDay } from "../../../../../form/local-day.ts"

export type ClientValues = ReturnType<typeof clientValues>

export const clientValues = (client: SipClient) => ({
  callNumber: client.callNumber,
  name: client.name,
  authenticationActive: client.authenticationActive,
  password: "",
  confirmPassword: "",
  sipUserId: client.sipUserId,
  realm: client.realm,
  digestAlgorithms: client.digestAlgorithms,
  fixed: client.fixedIpAddress !== null,
  fixedIpAddress: client.fixedIpAddress ?? NO_ADDRESS,
  secondarySystemId: client.secondarySystemId,
  internetRegistration: client.internetRegistration,
  /** A day in this browser's time zone; empty: none. */
  internetRegistrationUntil: client.internetRegistrationUntil === null ? "" : dayOf(client.internetRegistrationUntil),
  userAgentPrefix: client.userAgentPrefix,
  natTraversal: client.natTraversal,
})

/** What the mirrored console shows while the box is not ticked. */
const NO_ADDRESS = "0.0.0.0"

/** Everything as the API names it; an empty password is left out: the stored one stays. */
export const clientBody = (values: ClientValues) => ({
  callNumber: values.callNumber.trim(),
  name: values.name.trim(),
  authenticationActive: values.authenticationActive,
  ...(values.password !== "" && { password: values.password }),
  sipUserId: values.sipUserId.trim(),
  realm: values.realm.trim(),
  digestAlgorithms: values.digestAlgorithms,
  fixedIpAddress: values.fixed ? values.fixedIpAddress.trim() : null,
  secondarySystemId: values.secondarySystemId.trim(),
  internetRegistration: values.internetRegistration,
  internetRegistrationUntil: endOfDay(values.internetRegistrationUntil) ?? null,
  userAgentPrefix: values.userAgentPrefix.trim(),
  natTraversal: values.natTraversal,
})

type Body = ReturnType<typeof clientBody>

/** Only what was changed: somebody else's change of another field is not undone. */
export function clientChange(values: ClientValues, changed: readonly (keyof ClientValues)[]): Partial<Body> {
  const wanted = new Set<string>(changed)
  if (wanted.has("fixed")) wanted.add("fixedIpAddress")
  return Object.fromEntries(Object.entries(clientBody(values)).filter(([name]) => wanted.has(name)))
}

/** The contract's rules, each field's and those between them, and the one that only the form has. */
export function clientProblems(values: ClientValues, passwordSet: boolean): FieldProblems {
  const body = clientBody(values)
  const { sipUserId, ...rest } = body
  const sent = sipUserId === "" ? rest : body
  const rules = sipClientRules({ ...body, sipUserId: sipUserId || sipUserIdOf(body.callNumber), passwordSet })
  return { ...confirmation(values), ...rules, ...checkedBy(sipClientChange, sent) }
}

function confirmation({ password, confirmPassword }: ClientValues): Record<string, FieldProblem> {
  return password === confirmPassword ? {} : { confirmPassword: { code: "Mismatch" } }
}
