/** What all pages of settings have in common: GET and PUT of the same shape, with a version. */
import type * as z from "zod/mini"
import { endpoint } from "../endpoint.ts"
import type { ErrorCode } from "../errors.ts"

export const sections = [
  "stun",
  "port-management",
  "rtp-proxy-channels",
  "network-interfaces",
  "dyndns",
  "office-router",
  "system-flags",
  "installed-certificates",
  "data-backup",
  "notifications",
  "application-firewall",
] as const
export type Section = (typeof sections)[number]

export function settingsPage<const Name extends Section, Schema extends z.ZodMiniType>(
  section: Name,
  schema: Schema,
  errors: readonly ErrorCode[] = [],
) {
  return settingsPageOf(section, { response: schema, body: schema }, errors)
}

/** The same where more can be entered than is ever shown: a secret. */
export function settingsPageOf<const Name extends Section, Response extends z.ZodMiniType, Body extends z.ZodMiniType>(
  section: Name,
  { response, body }: { readonly response: Response; readonly body: Body },
  errors: readonly ErrorCode[] = [],
) {
  const path = `/api/settings/${section}` as const
  return {
    read: endpoint({
      method: "GET",
      path,
      summary: `Settings: ${section}`,
      role: "basic",
      response,
      versioned: true,
      errors: [],
    }),
    replace: endpoint({
      method: "PUT",
      path,
      summary: `Replace the settings: ${section}. Running and stored, or neither`,
      role: "expert",
      body,
      response,
      versioned: true,
      errors,
    }),
  }
}

/** What the core may answer when it cannot open what new settings ask for. */
export const listenErrors = [
  "AddressInUse",
  "AddressNotAvailable",
  "PermissionDenied",
  "CannotListen",
  "CertificateUnusable",
] as const satisfies readonly ErrorCode[]
