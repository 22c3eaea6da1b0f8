/** Basic Settings ▸ Phone Parameter Deployment: one-time links for the people who have a device at home. */
import { homeLinks } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function homeLinkRoutes({ homeLinks: service }: Pick<Services, "homeLinks">): readonly Route[] {
  return [
    handle(homeLinks.open, ({ params, body, by }) => service.open(params.id, body, by)),

    handle(homeLinks.close, ({ params, by }) => {
      service.close(params.id, by)
      return {}
    }),
  ]
}
