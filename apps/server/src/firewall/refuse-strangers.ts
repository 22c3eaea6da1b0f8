/** The console's door: whoever may not come hears one sentence, before any route is looked at. */
import { plainAddress, translate } from "@homeport/contract"
import type { FastifyInstance } from "fastify"
import { ApiError } from "../http/errors.ts"
import type { Gate } from "./gate.ts"

export function refuseStrangers(app: FastifyInstance, gate: Pick<Gate, "admits">): void {
  app.addHook("onRequest", async (request, reply) => {
    if (gate.admits("console", request.ip)) return undefined
    const params = { address: plainAddress(request.ip) }
    if (request.url.startsWith("/api/")) throw new ApiError("AddressNotAdmitted", { params })
    // A person at a browser.
    return reply
      .code(403)
      .header("cache-control", "no-store")
      .type("text/plain; charset=utf-8")
      .send(`${translate("en", "error.AddressNotAdmitted", params)}\n`)
  })
}
