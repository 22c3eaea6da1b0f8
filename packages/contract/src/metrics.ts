/** What a monitoring system asks for. */
import { endpoint } from "./endpoint.ts"
import { nothing } from "./primitives.ts"

export const metrics = {
  read: endpoint({
    method: "GET",
    path: "/metrics",
    summary: "Figures of the running system as Prometheus reads them",
    role: "basic",
    response: nothing,
    file: "text/plain; version=0.0.4; charset=utf-8",
    errors: [],
  }),
}
