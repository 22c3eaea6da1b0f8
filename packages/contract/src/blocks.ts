/** Who is blocked, why, and for how long; and who may reach what, from where the administrator sits. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { obeys } from "./field-problem.ts"
import { code, listFields, moment, nothing, page, text, whole } from "./primitives.ts"
import { networkProblem } from "./settings/application-firewall.ts"

export const block = z.strictObject({
  /** An address, or a network in CIDR notation. */
  network: z.string(),
  /**
   * "failures": by itself, at the SIP ports. "hand": by an administrator, everywhere. "sign-in": the console makes it wait after
   * passwords that were wrong.
   */
  by: z.enum(["failures", "hand", "sign-in"]),
  /** "throttled": a phone is registered from there and goes on; all else from there is slowed down. */
  kind: z.enum(["blocked", "throttled"]),
  /** Of "failures": what the last one was. */
  cause: z.nullable(z.enum(["wrong-password", "unknown-user"])),
  /** null: not known. */
  since: z.nullable(moment),
  /** null: until it is lifted. */
  until: z.nullable(moment),
  /** What led to it. */
  failures: z.number(),
  /** Datagrams and connections that were dropped since the start. */
  dropped: z.number(),
  note: z.string(),
})
export type Block = z.infer<typeof block>

const anyNetwork = z.string(code("WrongType")).check(z.minLength(1, code("Required")), z.maxLength(60, code("TooLong")))

const newBlock = z
  .strictObject({
    network: anyNetwork,
    /** null: until it is lifted. */
    minutes: z.nullable(whole(1, 525_600)),
    note: text(0, 100),
  })
  .check(
    obeys(({ network }) => {
      const problem = network === "" ? undefined : networkProblem(network, "both")
      return problem ? { network: problem } : {}
    }),
  )

const byNetwork = z.strictObject({ network: anyNetwork })

const counted = z.strictObject({
  SIP: z.number(),
  SIP_TLS_SUB: z.number(),
  SIP_EXT: z.number(),
  SIP_TLS_SUB_EXT: z.number(),
  PHONES_EXT: z.number(),
  console: z.number(),
})

export const blocks = {
  list: endpoint({
    method: "GET",
    path: "/api/blocks",
    summary: "Addresses and networks that are blocked or slowed down, why, and until when",
    role: "basic",
    query: z.strictObject(listFields(["network", "since", "until", "dropped"])),
    response: page(block),
    errors: [],
  }),
  add: endpoint({
    method: "POST",
    path: "/api/blocks",
    summary: "Block an address or a network, for a time or until it is lifted",
    role: "expert",
    body: newBlock,
    response: nothing,
    status: 201,
    errors: ["TooManyBlocks"],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/blocks/:network",
    summary: "Lift one block",
    role: "expert",
    params: byNetwork,
    response: nothing,
    errors: ["NotFound"],
  }),
  removeAll: endpoint({
    method: "DELETE",
    path: "/api/blocks",
    summary: "Lift all blocks",
    role: "expert",
    response: nothing,
    errors: [],
  }),
  status: endpoint({
    method: "GET",
    path: "/api/firewall",
    summary: "Where the administrator sits, which networks count as local, and how much was refused",
    role: "basic",
    response: z.strictObject({
      /** Where this request came from, past trusted proxies. */
      ownAddress: z.string(),
      /** The local network that it lies in; null: it lies in none. */
      ownNetwork: z.nullable(z.string()),
      /** It is this machine itself, which no rule keeps out. */
      ownIsLoopback: z.boolean(),
      /** Network Interfaces. */
      localNetworks: z.array(z.string()),
      /** Port of the phones' listener; null: it is off. */
      phonesPort: z.nullable(z.number()),
      /** Datagrams, connections and requests of sources that a port is not for, since the start. */
      refused: counted,
    }),
    errors: [],
  }),
}
export type FirewallStatus = z.infer<typeof blocks.status.response>
