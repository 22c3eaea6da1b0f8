/** Home: is SIP@Home ready? */
import { readiness } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import { factsOf } from "../readiness/facts.ts"
import { readinessOf } from "../readiness/readiness.ts"
import type { Services } from "../services.ts"

export const readinessRoutes = (services: Services): readonly Route[] => [
  handle(readiness.read, () => readinessOf(factsOf(services))),
]
