/** The caller of a route that names a role: `register` has let nobody else through. */
import type { Endpoint } from "@homeport/contract"
import type { Asked, Caller } from "../http/implement.ts"

export function signedInCaller({ caller }: Pick<Asked<Endpoint>, "caller">): Caller {
  if (!caller) throw new Error("a route without a role asked who its caller is")
  return caller
}
