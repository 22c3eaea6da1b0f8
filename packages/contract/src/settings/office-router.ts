/** Network Interfaces ▸ Office router: whether this system asks the router itself for the forwardings that it needs. */
import * as z from "zod/mini"
import { flag } from "../primitives.ts"
import { settingsPage } from "./page.ts"

export const officeRouterSettings = z.strictObject({
  /** By NAT-PMP or UPnP-IGD, whichever the router answers; the outer SIP ports alone (`mappingPlan`). */
  automaticMapping: flag,
})
export type OfficeRouterSettings = z.infer<typeof officeRouterSettings>

/** Off: a router that lets programs open ports lets every program do it. */
export const officeRouterDefaults: OfficeRouterSettings = { automaticMapping: false }

export const officeRouterSettingsPage = settingsPage("office-router", officeRouterSettings)
