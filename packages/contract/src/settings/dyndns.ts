/** Basic Settings ▸ DynDNS: the public name that phones are given, and who keeps it true. */
import * as z from "zod/mini"
import { choice, hostName } from "../primitives.ts"
import { settingsPage } from "./page.ts"

export const dyndnsUpdaters = ["office-router", "fixed-address"] as const

export const dyndnsSettings = z.strictObject({
  /** null: phones are given the mapped address. */
  hostName: z.nullable(hostName),
  updatedBy: choice(dyndnsUpdaters),
})
export type DyndnsSettings = z.infer<typeof dyndnsSettings>

export const dyndnsDefaults: DyndnsSettings = { hostName: null, updatedBy: "office-router" }

export const dyndns = settingsPage("dyndns", dyndnsSettings)
