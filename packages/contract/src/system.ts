/** Whether the system serves, what it is, and the API's own description. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { moment } from "./primitives.ts"

/** One reason why the system does not serve as it should: `health.<code>` in the catalogue. */
export const healthReason = z.strictObject({
  code: z.enum(["listener", "no-listener", "store", "stopping"]),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type HealthReason = z.infer<typeof healthReason>

export const health = z.strictObject({ status: z.enum(["ok", "failing"]), reasons: z.array(healthReason) })
export type Health = z.infer<typeof health>

export const about = z.strictObject({
  version: z.string(),
  node: z.string(),
  installationId: z.string(),
  startedAt: moment,
  /** The machine's clock now: a browser counts down with it, not with its own. */
  now: moment,
  stations: z.strictObject({ total: z.number(), internet: z.number(), maximum: z.number() }),
  /** Warnings about the machine: `about.warning.<code>` in the catalogue. */
  warnings: z.array(z.enum(["loopback-only"])),
})
export type About = z.infer<typeof about>

export const system = {
  health: endpoint({
    method: "GET",
    path: "/api/health",
    summary: "200 when SIP, store and console serve; else 503 with the reasons, in the same shape",
    role: "public",
    response: health,
    errors: [],
  }),
  about: endpoint({
    method: "GET",
    path: "/api/about",
    summary: "Version, installation and size",
    role: "basic",
    response: about,
    errors: [],
  }),
  openApi: endpoint({
    method: "GET",
    path: "/api/openapi.json",
    summary: "This API as an OpenAPI 3.1 document",
    role: "basic",
    response: z.record(z.string(), z.unknown()),
    errors: [],
  }),
}
