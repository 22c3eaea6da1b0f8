/** The office router, and the ports that it maps for this system. */
import { officeRouter as endpoints } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { mappingView } from "./views.ts"

export function officeRouterRoutes({ officeRouter, phonesPort }: Services): readonly Route[] {
  return [
    handle(endpoints.status, () => {
      const { local, gateway } = officeRouter.place()
      return {
        address: local,
        gateway: gateway ?? null,
        phonesPort: phonesPort ?? null,
        mapping: mappingView(officeRouter.mapping.view()),
      }
    }),
  ]
}
