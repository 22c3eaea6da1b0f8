/** The phones' listeners, from which devices fetch: whether they are on, what they show, who refuses it. */
import * as z from "zod/mini"
import { httpsRefusals } from "./device.ts"
import { endpoint } from "./endpoint.ts"
import { endpointAddress, moment } from "./primitives.ts"

/** `provisioning.phones.<code>`: the reason, and its mend. */
export const phonesReasons = ["off", "public-name-unknown"] as const

export const phonesStatus = z.strictObject({
  /** HTTPS, for the internet and the office (`HOMEPORT_PHONES`); null: off. */
  listening: z.nullable(endpointAddress),
  /** Why nothing can be fetched over the internet; null: it can. */
  reason: z.nullable(z.enum(phonesReasons)),
  /** "https://office.example.net:8443": what every URL begins with; null with a reason. */
  url: z.nullable(z.string()),
  /** What it shows; null while it is off. */
  certificate: z.nullable(
    z.strictObject({
      /** "spe": the SPE certificate; "own": the console's, which no phone knows. */
      kind: z.enum(["spe", "own"]),
      subject: z.string(),
      issuer: z.string(),
      notAfter: moment,
      fingerprint256: z.string(),
      /** Whether it is made out to the public name; null: none is known. */
      namesPublicName: z.nullable(z.boolean()),
      /** Signed by an authority that devices bring along from the factory. */
      publiclyTrusted: z.boolean(),
    }),
  ),
  /** Models that will not fetch over HTTPS from here: stage them in the office, or enter the sheet by hand. */
  refusedBy: z.array(
    z.strictObject({
      model: z.string(),
      name: z.string(),
      /** Name of the one firmware generation that does; null: all of the model's. */
      generation: z.nullable(z.string()),
      /** `provisioning.refusing.<code>`. */
      reason: z.enum(httpsRefusals),
    }),
  ),
  /** Plain HTTP, for local networks alone (`HOMEPORT_PHONES_HTTP`); null: off. */
  staging: z.nullable(endpointAddress),
  /** "http://192.168.1.10:8081"; null while it is off. */
  stagingUrl: z.nullable(z.string()),
  /** What the office router forwards to the listener over HTTPS, beside the ports of Port Management; null while it is off. */
  forwarding: z.nullable(
    z.strictObject({ transport: z.literal("TCP"), from: z.number(), to: z.number(), name: z.literal("PHONES_EXT") }),
  ),
})
export type PhonesStatus = z.infer<typeof phonesStatus>

export const phones = {
  status: endpoint({
    method: "GET",
    path: "/api/phones",
    summary: "The phones' listeners: on or off and why, their certificate, who refuses it",
    role: "basic",
    response: phonesStatus,
    errors: [],
  }),
}
