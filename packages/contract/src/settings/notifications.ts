/** Maintenance ▸ Notifications: which events are sent by e-mail and to a webhook, and how. */
import * as z from "zod/mini"
import { contains, parseIpv4, parseIpv4Network } from "../addresses.ts"
import { locales } from "../catalogue/catalogue.ts"
import { eventAreas } from "../event-areas.ts"
import { type FieldProblem, type FieldProblems, obeys } from "../field-problem.ts"
import { choice, code, flag, host, port, text } from "../primitives.ts"
import { severities } from "../severities.ts"
import { settingsPageOf } from "./page.ts"

/** How the connection to the mail server is protected: not at all, RFC 3207, or TLS from its first octet (RFC 8314 §3). */
export const mailSecurities = ["none", "starttls", "tls"] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** The port that goes with each, unless the mail server says otherwise. */
export const usualMailPorts = { none: 25, starttls: 587, tls: 465 } as const satisfies Record<MailSecurity, number>

export const mostRecipients = 10

/** As RFC 5321 §4.1.2 without quoted local parts, which no administrator's mailbox has. */
const mailbox = text(1, 254).check(
  z.refine(
    (value) => value === "" || /^[^\s"(),:;<>@[\\\]]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(value),
    code("NotAnEmail"),
  ),
)

const shape = z.strictObject({
  /** Of the mails, and of the sentences that a webhook is given. */
  language: choice(locales),
  mail: flag,
  /** null: none yet. What follows counts while `mail` is on. */
  mailServer: z.nullable(host),
  mailPort: port,
  mailSecurity: choice(mailSecurities),
  /** Empty: the server asks for no login. */
  mailUser: text(0, 200),
  /** null: none yet. */
  mailFrom: z.nullable(mailbox),
  mailTo: z.array(mailbox, code("WrongType")).check(z.maxLength(mostRecipients, code("TooMany"))),
  mailSeverity: choice(severities),
  mailAreas: z.array(choice(eventAreas), code("WrongType")).check(z.maxLength(eventAreas.length, code("TooMany"))),
  webhook: flag,
  /** Where events are sent by POST; empty: nowhere yet. Counts while `webhook` is on. */
  webhookUrl: text(0, 500),
  webhookSeverity: choice(severities),
})
export type NotificationsSettings = z.infer<typeof shape>

export const notificationsDefaults: NotificationsSettings = {
  language: "en",
  mail: false,
  mailServer: null,
  mailPort: 587,
  mailSecurity: "starttls",
  mailUser: "",
  mailFrom: null,
  mailTo: [],
  mailSeverity: "error",
  mailAreas: [...eventAreas],
  webhook: false,
  webhookUrl: "",
  webhookSeverity: "warning",
}

export function notificationsRules(settings: NotificationsSettings): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  const { mail, mailServer, mailFrom, mailTo, mailAreas, webhook, webhookUrl } = settings
  if (mail && mailServer === null) problems.mailServer = { code: "Required" }
  if (mailServer !== null && isLinkLocal(mailServer)) problems.mailServer = { code: "AddressLinkLocal" }
  if (mail && mailFrom === null) problems.mailFrom = { code: "Required" }
  if (mail && mailTo.length === 0) problems.mailTo = { code: "Required" }
  if (mail && mailAreas.length === 0) problems.mailAreas = { code: "Required" }
  if (webhook && webhookUrl === "") problems.webhookUrl = { code: "Required" }
  const wrongUrl = webhookUrl === "" ? undefined : webhookUrlProblem(webhookUrl)
  if (wrongUrl) problems.webhookUrl = wrongUrl
  return problems
}

export function webhookUrlProblem(url: string): FieldProblem | undefined {
  if (!URL.canParse(url) || /[\s<>\\]/.test(url)) return { code: "NotAWebhookUrl" }
  const { protocol, hostname, username, password } = new URL(url)
  if ((protocol !== "https:" && protocol !== "http:") || hostname === "") return { code: "NotAWebhookUrl" }
  // It would be shown on this page, and in the Admin Log.
  if (username !== "" || password !== "") return { code: "WebhookUrlLogin" }
  return isLinkLocal(hostname) ? { code: "AddressLinkLocal" } : undefined
}

/**
 * Addresses that belong to one cable only (RFC 3927, RFC 4291 §2.5.6). Nobody's mail server has one, but the machines of cloud
 * providers answer there with their own secrets. Of names the server looks at what they lead to.
 */
export function isLinkLocal(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1").toLowerCase()
  const mapped = /^::ffff:(?:([0-9a-f]{1,4}):[0-9a-f]{1,4}|([\d.]+))$/.exec(bare)
  // 0xa9fe are the first two octets of 169.254.0.0/16.
  if (mapped?.[1] !== undefined) return mapped[1] === "a9fe"
  const address = parseIpv4(mapped?.[2] ?? bare)
  if (address !== undefined) return linkLocalIpv4 !== undefined && contains(linkLocalIpv4, address)
  return /^fe[89ab][0-9a-f]:/.test(bare)
}

const linkLocalIpv4 = parseIpv4Network("169.254.0.0/16")

/**
 * What is wrong when no new password was typed. A stored one is never sent to another server than the one it was entered for:
 * whoever may change the settings could read it there.
 */
export function keptMailPasswordProblem(
  before: NotificationsSettings & { readonly mailPasswordSet: boolean },
  after: NotificationsSettings,
): FieldProblem | undefined {
  if (!after.mail || after.mailUser === "") return undefined
  if (!before.mailPasswordSet) return { code: "Required" }
  return sameMailServer(before, after) ? undefined : { code: "PasswordOfOtherServer" }
}

/** The same server, reached at least as safely. */
export const sameMailServer = (one: NotificationsSettings, other: NotificationsSettings): boolean =>
  one.mailServer === other.mailServer &&
  one.mailPort === other.mailPort &&
  (other.mailSecurity !== "none" || one.mailSecurity === "none")

export const notificationsSettings = shape.check(obeys(notificationsRules))

/** Everything but the secrets. */
export const notificationsSettingsView = z.strictObject({
  ...shape.shape,
  mailPasswordSet: z.boolean(),
  webhookSecretSet: z.boolean(),
})
export type NotificationsSettingsView = z.infer<typeof notificationsSettingsView>

/** What is left out is as it comes; the secrets alone stay as they are. */
export const notificationsChange = z
  .strictObject({
    language: z._default(shape.shape.language, notificationsDefaults.language),
    mail: z._default(shape.shape.mail, notificationsDefaults.mail),
    mailServer: z._default(shape.shape.mailServer, notificationsDefaults.mailServer),
    mailPort: z._default(shape.shape.mailPort, notificationsDefaults.mailPort),
    mailSecurity: z._default(shape.shape.mailSecurity, notificationsDefaults.mailSecurity),
    mailUser: z._default(shape.shape.mailUser, notificationsDefaults.mailUser),
    mailFrom: z._default(shape.shape.mailFrom, notificationsDefaults.mailFrom),
    mailTo: z._default(shape.shape.mailTo, () => [...notificationsDefaults.mailTo]),
    mailSeverity: z._default(shape.shape.mailSeverity, notificationsDefaults.mailSeverity),
    mailAreas: z._default(shape.shape.mailAreas, () => [...notificationsDefaults.mailAreas]),
    webhook: z._default(shape.shape.webhook, notificationsDefaults.webhook),
    webhookUrl: z._default(shape.shape.webhookUrl, notificationsDefaults.webhookUrl),
    webhookSeverity: z._default(shape.shape.webhookSeverity, notificationsDefaults.webhookSeverity),
    mailPassword: z.optional(text(1, 200)),
    /** Empty: none any more. */
    webhookSecret: z.optional(z.union([z.literal(""), text(16, 200)])),
    /** As they were read: what a script got it may send back. Nothing follows from them. */
    mailPasswordSet: z.optional(flag),
    webhookSecretSet: z.optional(flag),
  })
  .check(obeys(notificationsRules))

export const notificationsSettingsPage = settingsPageOf("notifications", {
  response: notificationsSettingsView,
  body: notificationsChange,
})
