/** Basic Settings ▸ DynDNS: the public name that phones are given, who keeps it true, and how Homeport does it. */
import * as z from "zod/mini"
import { type FieldProblem, type FieldProblems, obeys } from "../field-problem.ts"
import { choice, flag, hostName, text, whole } from "../primitives.ts"
import { dyndnsProvider, dyndnsProviderIds } from "./dyndns-providers.ts"
import { settingsPageOf } from "./page.ts"
import { placesIn, serverOf, updateUrlProblem } from "./update-url.ts"

export const dyndnsUpdaters = ["office-router", "fixed-address", "homeport"] as const

const shape = z.strictObject({
  /** null: phones are given the mapped address. */
  hostName: z.nullable(hostName),
  updatedBy: choice(dyndnsUpdaters),
  /** Who is told; this and what follows count while Homeport updates. */
  provider: choice(dyndnsProviderIds),
  /** Of the provider "own" (update-url.ts). */
  updateUrl: text(0, 500),
  userName: text(0, 100),
  /** Days after which an unchanged address is sent again, before an account that looks unused expires; null: never. */
  refreshDays: z.nullable(whole(7, 60)),
})
export type DyndnsSettings = z.infer<typeof shape>

export const dyndnsDefaults: DyndnsSettings = {
  hostName: null,
  updatedBy: "office-router",
  provider: "own",
  updateUrl: "",
  userName: "",
  refreshDays: 25,
}

export function dyndnsRules(settings: DyndnsSettings): FieldProblems {
  if (settings.updatedBy !== "homeport") return {}
  const problems: Record<string, FieldProblem> = {}
  const { hostName, provider, updateUrl, userName } = settings
  const known = dyndnsProvider(provider)
  if (hostName === null) problems.hostName = { code: "Required" }
  // Sent as it is, both would be answered "notfqdn", which stops all updates.
  else if (!hostName.includes(".")) problems.hostName = { code: "NotFullyQualified" }
  else if (known?.suffix && !hostName.toLowerCase().endsWith(known.suffix))
    problems.hostName = { code: "NameNotOfProvider", params: { suffix: known.suffix } }
  const wrongUrl = known ? undefined : updateUrlProblem(updateUrl)
  if (wrongUrl) problems.updateUrl = wrongUrl
  const use = dyndnsLogin(settings)
  if (use.userName && userName === "") problems.userName = { code: "Required" }
  // RFC 7617 §2: what follows the first colon is the password.
  if (use.basic && userName.includes(":")) problems.userName = { code: "UserNameColon" }
  return problems
}

/** Which part of the login a provider is sent, and how. */
export interface DyndnsLogin {
  /** By HTTP Basic (RFC 7617); else within the URL. */
  readonly basic: boolean
  readonly userName: boolean
  readonly password: boolean
}

/** An own URL that names a place for the password takes it there and not by HTTP Basic; without a user nothing is sent so. */
export function dyndnsLogin({ provider, updateUrl, userName }: DyndnsSettings): DyndnsLogin {
  const known = dyndnsProvider(provider)
  if (known?.protocol === "duckdns") return { basic: false, userName: false, password: true }
  if (known) return { basic: true, userName: true, password: true }
  const places = placesIn(updateUrl)
  const basic = !places.has("password") && userName !== ""
  return { basic, userName: places.has("username"), password: basic || places.has("password") }
}

/**
 * What is wrong when no new password was typed. A stored one is never sent to another server than the one it was entered for:
 * whoever may change the settings could read it there.
 */
export function keptPasswordProblem(
  before: DyndnsSettings & { readonly passwordSet: boolean },
  after: DyndnsSettings,
): FieldProblem | undefined {
  if (after.updatedBy !== "homeport" || !dyndnsLogin(after).password) return undefined
  if (!before.passwordSet) return { code: "Required" }
  return sameServer(before, after) ? undefined : { code: "PasswordOfOtherServer" }
}

export function sameServer(one: DyndnsSettings, other: DyndnsSettings): boolean {
  const serverAt = ({ provider, updateUrl }: DyndnsSettings) => (provider === "own" ? serverOf(updateUrl) : undefined)
  return one.provider === other.provider && serverAt(one) === serverAt(other)
}

export const dyndnsSettings = shape.check(obeys(dyndnsRules))

/** Everything but the password. */
export const dyndnsSettingsView = z.strictObject({ ...shape.shape, passwordSet: z.boolean() })
export type DyndnsSettingsView = z.infer<typeof dyndnsSettingsView>

/** What is left out is as it comes; the password alone stays as it is. */
export const dyndnsChange = z
  .strictObject({
    hostName: shape.shape.hostName,
    updatedBy: shape.shape.updatedBy,
    provider: z._default(shape.shape.provider, dyndnsDefaults.provider),
    updateUrl: z._default(shape.shape.updateUrl, dyndnsDefaults.updateUrl),
    userName: z._default(shape.shape.userName, dyndnsDefaults.userName),
    refreshDays: z._default(shape.shape.refreshDays, dyndnsDefaults.refreshDays),
    /** Or the token, or the key, as the provider calls it. */
    password: z.optional(text(1, 200)),
    /** As it was read: what a script got it may send back. Nothing follows from it. */
    passwordSet: z.optional(flag),
  })
  .check(obeys(dyndnsRules))

export const dyndns = settingsPageOf("dyndns", { response: dyndnsSettingsView, body: dyndnsChange })
