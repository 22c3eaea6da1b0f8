/** Station ▸ IP Clients ▸ SIP Clients. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { code, listQuery, nothing, page, wholeInText } from "./primitives.ts"
import { registration } from "./registrations.ts"
import { newSipClient, sipClient, sipClientChange, sipClientFields } from "./sip-client.ts"

const byIndex = z.strictObject({ index: wholeInText(1, 1_000_000) })

/** A row of the list: the station and where it is registered now. */
export const sipClientRow = z.extend(sipClient, { registrations: z.array(registration) })
export type SipClientRow = z.infer<typeof sipClientRow>

const indexes = z
  .array(z.number(code("NotANumber")), code("WrongType"))
  .check(z.minLength(1, code("Required")), z.maxLength(1000, code("TooMany")))

export const sipClients = {
  list: endpoint({
    method: "GET",
    path: "/api/sip-clients",
    summary: "SIP stations, with where each is registered",
    role: "basic",
    query: listQuery(["index", "callNumber", "name", "internetRegistration", "registered"]),
    response: page(sipClientRow),
    errors: [],
  }),
  create: endpoint({
    method: "POST",
    path: "/api/sip-clients",
    summary: "Add a SIP station",
    role: "enhanced",
    body: newSipClient,
    response: sipClient,
    status: 201,
    errors: ["TooManyStations"],
  }),
  changeSeveral: endpoint({
    method: "PATCH",
    path: "/api/sip-clients",
    summary: "Change several SIP stations at once: all of them or none",
    role: "enhanced",
    body: z.strictObject({
      indexes,
      change: z.exactPartial(
        z.strictObject({
          authenticationActive: sipClientFields.authenticationActive,
          realm: sipClientFields.realm,
          digestAlgorithms: sipClientFields.digestAlgorithms,
          secondarySystemId: sipClientFields.secondarySystemId,
          internetRegistration: sipClientFields.internetRegistration,
          internetRegistrationUntil: sipClientFields.internetRegistrationUntil,
          userAgentPrefix: sipClientFields.userAgentPrefix,
          natTraversal: sipClientFields.natTraversal,
        }),
      ),
    }),
    response: z.strictObject({ items: z.array(sipClient) }),
    errors: ["NotFound"],
  }),
  removeSeveral: endpoint({
    method: "POST",
    path: "/api/sip-clients/remove",
    summary: "Delete several SIP stations at once: all of them or none",
    role: "enhanced",
    body: z.strictObject({ indexes }),
    response: nothing,
    errors: ["NotFound"],
  }),
  read: endpoint({
    method: "GET",
    path: "/api/sip-clients/:index",
    summary: "One SIP station",
    role: "basic",
    params: byIndex,
    response: sipClient,
    versioned: true,
    errors: ["NotFound"],
  }),
  change: endpoint({
    method: "PATCH",
    path: "/api/sip-clients/:index",
    summary: "Change one SIP station; what is absent stays",
    role: "enhanced",
    params: byIndex,
    body: sipClientChange,
    response: sipClient,
    versioned: true,
    errors: ["NotFound"],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/sip-clients/:index",
    summary: "Delete one SIP station; its registrations end at once, running calls go on",
    role: "enhanced",
    params: byIndex,
    response: nothing,
    versioned: true,
    errors: ["NotFound"],
  }),
  effects: endpoint({
    method: "POST",
    path: "/api/sip-clients/:index/effects",
    summary: "What a change of this station would end; nothing is changed. An empty body stands for its deletion",
    role: "enhanced",
    params: byIndex,
    body: sipClientChange,
    response: z.strictObject({
      /** How many registrations would end. */
      registrations: z.number(),
      /** How many running calls the station has; they go on. */
      calls: z.number(),
    }),
    errors: ["NotFound"],
  }),
}
