/** Voice Gateway ▸ ITSP ▸ Edit STUN Configuration. */
import * as z from "zod/mini"
import { type FieldProblem, type FieldProblems, obeys } from "../field-problem.ts"
import { choice, host, port, publicIpv4 } from "../primitives.ts"
import { settingsPage } from "./page.ts"

/**
 * "automatic": used as soon as a station may register over the internet. "static": nobody is asked, what is entered is
 * announced. "port-preserving": STUN for the address, the local port number is announced.
 */
export const stunModes = ["automatic", "always", "static", "port-preserving"] as const

const shape = z.strictObject({
  mode: choice(stunModes),
  /** Default STUN server; null: none. */
  server: z.nullable(host),
  port,
  /** STUN server for phones; null: the same. */
  phonesServer: z.nullable(host),
  phonesPort: port,
  /** In mode "static": the public address and SIP port. */
  staticIpAddress: z.nullable(publicIpv4),
  staticPort: z.nullable(port),
})
export type StunSettings = z.infer<typeof shape>

export function stunRules(settings: StunSettings): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  if (settings.mode === "static") {
    if (settings.staticIpAddress === null) problems.staticIpAddress = { code: "Required" }
    if (settings.staticPort === null) problems.staticPort = { code: "Required" }
  }
  if ((settings.mode === "always" || settings.mode === "port-preserving") && settings.server === null)
    problems.server = { code: "StunServerRequired" }
  return problems
}

export const stunSettings = shape.check(obeys(stunRules))

/** No server is filled in: whom the system asks is the administrator's choice. */
export const stunDefaults: StunSettings = {
  mode: "automatic",
  server: null,
  port: 3478,
  phonesServer: null,
  phonesPort: 3478,
  staticIpAddress: null,
  staticPort: null,
}

export const stun = settingsPage("stun", stunSettings)
