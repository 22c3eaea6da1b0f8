/** Who is registered, where: live. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { code, endpointAddress, listFields, moment, networkName, page, transport } from "./primitives.ts"

/** One registered contact of a station (RFC 3261 §10). */
export const registration = z.strictObject({
  /** The same as long as the contact stays registered. */
  id: z.string(),
  /** The station's index; null while a deleted station's contact is on its way out. */
  index: z.nullable(z.number()),
  callNumber: z.string(),
  name: z.string(),
  contact: z.string(),
  network: networkName,
  /** Registered on the outer port from inside the office: "outer, from the office network". */
  hairpin: z.boolean(),
  transport,
  /** Where the REGISTER came from. */
  source: endpointAddress,
  userAgent: z.string(),
  registeredAt: moment,
  expiresAt: moment,
  /** "waiting": restored after a restart, until the phone connects again. */
  state: z.enum(["reachable", "unreachable", "waiting"]),
})
export type Registration = z.infer<typeof registration>

export const registrations = {
  list: endpoint({
    method: "GET",
    path: "/api/registrations",
    summary: "Live registrations",
    role: "basic",
    query: z.strictObject({
      ...listFields(["callNumber", "name", "registeredAt", "expiresAt", "source"]),
      callNumber: z.optional(z.string().check(z.maxLength(8, code("TooLong")))),
    }),
    response: page(registration),
    errors: [],
  }),
}
