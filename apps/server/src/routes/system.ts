/** Health, version, and the API's description of itself. */
import { endpoints, type Health, type HealthReason, openApiDocument, system, translate } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { mostStations } from "./sip-clients.ts"
import { listenerView, moment } from "./views.ts"

export function systemRoutes(services: Services): readonly Route[] {
  const { store, core, now, process } = services
  // Made when first asked for: most starts never are.
  let document: Record<string, unknown> | undefined
  return [
    handle(system.health, ({ reply }): Health => {
      const reasons = healthReasons(services)
      reply.code(reasons.length === 0 ? 200 : 503)
      return { status: reasons.length === 0 ? "ok" : "failing", reasons }
    }),

    handle(system.about, () => {
      const stations = [...store.state().stations.values()]
      const internet = stations.filter((station) => station.internetRegistration).length
      const listeners = core.listeners()
      const loopbackOnly = listeners.length > 0 && listeners.every(({ address }) => address.startsWith("127."))
      return {
        version: process.version,
        node: globalThis.process.version,
        installationId: store.installationId,
        startedAt: moment(process.startedAt),
        now: moment(now()),
        stations: { total: stations.length, internet, maximum: mostStations },
        warnings: loopbackOnly ? ["loopback-only" as const] : [],
      }
    }),

    handle(system.openApi, () => {
      document ??= openApiDocument(endpoints, process.version)
      return document
    }),
  ]
}

function healthReasons({ core, store, process }: Services): HealthReason[] {
  const reason = (code: HealthReason["code"], params: HealthReason["params"] = {}): HealthReason => ({
    code,
    message: translate("en", `health.${code}`, params),
    params,
  })
  if (process.stopping) return [reason("stopping")]
  const listeners = core.listeners().map(listenerView)
  const failed = listeners.filter(({ state }) => state === "failed")
  const reasons = failed.map(({ name, transport, address, port, problem }) =>
    reason("listener", { name, transport, address, port, problem: problem ?? "failed" }),
  )
  if (!listeners.some(({ state }) => state === "listening")) reasons.push(reason("no-listener"))
  if (store.journal.problem() !== undefined) reasons.push(reason("store"))
  return reasons
}
