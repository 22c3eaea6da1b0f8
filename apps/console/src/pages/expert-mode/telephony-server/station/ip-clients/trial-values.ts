/** A trial of a registration between the form, the address and the contract. */
import {
  type FieldProblems,
  type RegistrationAttempt,
  type RegistrationTrial,
  registrationAttempt,
} from "@homeport/contract"
import { checkedBy } from "../../../../../form/check.ts"
import { numberIn } from "../../../../../form/text-values.ts"
import { paths } from "../../../../../paths.ts"

export type TrialValues = Readonly<Record<(typeof names)[number], string>>

const names = ["user", "address", "sourcePort", "transport", "port", "userAgent", "contact", "contactPort"] as const

/** As the address says; what it leaves out is as a phone at home would come. */
export function trialValues(search: URLSearchParams): TrialValues {
  const of = (name: (typeof names)[number]) => search.get(name) ?? usual[name]
  return {
    user: of("user"),
    address: of("address"),
    sourcePort: of("sourcePort"),
    transport: of("transport"),
    port: of("port"),
    userAgent: of("userAgent"),
    contact: of("contact"),
    contactPort: of("contactPort"),
  }
}

const usual: TrialValues = {
  user: "",
  address: "",
  sourcePort: "5060",
  transport: "UDP",
  port: "5070",
  userAgent: "",
  contact: "",
  contactPort: "",
}

/** What is asked; an empty box that may be empty is left out. */
export function trialQueryOf(values: TrialValues): RegistrationAttempt {
  const number = (text: string) => numberIn(text) ?? ""
  const { user, address, sourcePort, transport, port, userAgent, contact, contactPort } = values
  return {
    user: user.trim(),
    address: address.trim(),
    // One of the field's choices, or what the contract refuses.
    transport: transport as RegistrationAttempt["transport"],
    port: number(port),
    ...(sourcePort.trim() !== "" && { sourcePort: number(sourcePort) }),
    ...(userAgent.trim() !== "" && { userAgent: userAgent.trim() }),
    ...(contact.trim() !== "" && { contact: contact.trim() }),
    ...(contactPort.trim() !== "" && { contactPort: number(contactPort) }),
  }
}

export const trialProblems = (values: TrialValues): FieldProblems =>
  checkedBy(registrationAttempt, trialQueryOf(values))

/** What is not as usual, so that the address can be read. */
export function trialSearch(values: TrialValues): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of names) if (values[name].trim() !== "") search.set(name, values[name].trim())
  return search
}

/** Whether the address says enough to be asked. */
export const isWholeAttempt = (search: URLSearchParams): boolean =>
  Object.keys(trialProblems(trialValues(search))).length === 0

export type Decider =
  | {
      readonly page: "station"
      readonly path: string
      readonly station: NonNullable<RegistrationTrial["station"]>
      /** Undefined: the station as a whole. */
      readonly field: DecidingField | undefined
    }
  | { readonly page: "sipClients" | "portManagement" | "speCertificate" | "officeRouter"; readonly path: string }

/** Where that can be changed which decided. */
export function deciderOf({ outcome, cause, station }: RegistrationTrial, transport: string): Decider | undefined {
  if (outcome === "not-open")
    return transport === "TLS"
      ? { page: "speCertificate", path: paths.speCertificate() }
      : { page: "portManagement", path: paths.portManagement() }
  if (cause === "router-rewrites-source") return { page: "officeRouter", path: paths.officeRouter() }
  if (station === null) return { page: "sipClients", path: paths.sipClients() }
  const field = cause === null ? undefined : fieldOf[cause]
  return { page: "station", station, field, path: paths.sipClient(station.index, field) }
}

/** Of the station's form, as `clientValues` names it. */
export type DecidingField =
  | "password"
  | "authenticationActive"
  | "fixed"
  | "userAgentPrefix"
  | "internetRegistration"
  | "internetRegistrationUntil"
  | "natTraversal"

const fieldOf: Readonly<Record<NonNullable<RegistrationTrial["cause"]>, DecidingField | undefined>> = {
  "unknown-user": undefined,
  "wrong-password": "password",
  "internet-registration-off": "internetRegistration",
  "internet-registration-over": "internetRegistrationUntil",
  "authentication-off": "authenticationActive",
  "fixed-ip-address": "fixed",
  "user-agent": "userAgentPrefix",
  "no-stun": "natTraversal",
  "symmetric-nat": "natTraversal",
  "sip-alg": "natTraversal",
  "router-rewrites-source": undefined,
  "contact-host-name": "natTraversal",
  "contact-not-sip": "natTraversal",
  "too-many-contacts": undefined,
}
