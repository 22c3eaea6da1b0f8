/** What stands in the way of a listener, in our words. */
import type { Endpoint, ListenError } from "./transport.ts"

export function listenError(endpoint: Endpoint, error: NodeJS.ErrnoException): ListenError {
  return { code: codes.get(error.code ?? "") ?? "failed", endpoint, message: error.message }
}

const codes: ReadonlyMap<string, ListenError["code"]> = new Map([
  ["EADDRINUSE", "address-in-use"],
  ["EADDRNOTAVAIL", "address-not-available"],
  ["EACCES", "permission-denied"],
  ["EPERM", "permission-denied"],
])
