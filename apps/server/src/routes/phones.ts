/** The phones' listeners, as Phone Parameter Deployment and the router's hand-out show them. */
import { phones } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export const phonesRoutes = ({ phonesStatus }: Services): readonly Route[] => [
  handle(phones.status, () => phonesStatus.status()),
]
