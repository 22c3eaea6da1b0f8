/** The settings of notifications between the form and the contract: what is typed, what is sent. */
import { eventAreas, type MailSecurity, type NotificationsSettingsView, usualMailPorts } from "@homeport/contract"
import { linesIn, numberIn, textOrNull } from "../../../form/text-values.ts"

export const toValues = (settings: NotificationsSettingsView) => ({
  language: settings.language,
  mail: settings.mail,
  mailServer: settings.mailServer ?? "",
  mailPort: String(settings.mailPort),
  mailSecurity: settings.mailSecurity,
  mailUser: settings.mailUser,
  mailPassword: "",
  mailFrom: settings.mailFrom ?? "",
  mailTo: settings.mailTo.join("\n"),
  mailSeverity: settings.mailSeverity,
  /** In the order of the list: the same choice is the same text. */
  mailAreas: eventAreas.filter((area) => settings.mailAreas.includes(area)).join(" "),
  webhook: settings.webhook,
  webhookUrl: settings.webhookUrl,
  webhookSecret: "",
  forgetSecret: false,
  webhookSeverity: settings.webhookSeverity,
})

export type NotificationsValues = ReturnType<typeof toValues>

/** An empty secret is left out: the stored one stays. */
export function toBody(values: NotificationsValues) {
  const { mailPassword, webhookSecret, forgetSecret, ...others } = values
  return {
    ...others,
    mailServer: textOrNull(values.mailServer),
    mailPort: numberIn(values.mailPort),
    mailUser: values.mailUser.trim(),
    mailFrom: textOrNull(values.mailFrom),
    mailTo: linesIn(values.mailTo),
    mailAreas: linesIn(values.mailAreas),
    webhookUrl: values.webhookUrl.trim(),
    ...(mailPassword !== "" && { mailPassword }),
    ...(forgetSecret ? { webhookSecret: "" } : webhookSecret !== "" && { webhookSecret }),
  }
}

/** The port goes along with the security as long as nobody has chosen another one than is usual. */
export function withSecurity(values: NotificationsValues, mailSecurity: MailSecurity): Partial<NotificationsValues> {
  const usual = values.mailPort === String(usualMailPorts[values.mailSecurity])
  return { mailSecurity, ...(usual && { mailPort: String(usualMailPorts[mailSecurity]) }) }
}
