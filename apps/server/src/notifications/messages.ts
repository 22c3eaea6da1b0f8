/** Lines of the log as an e-mail in the chosen language, and as the JSON that a webhook is given. */
import {
  type EventArea,
  eventKindOf,
  type Locale,
  type Severity,
  severities,
  translate,
  translateEvent,
} from "@homeport/contract"
import type { RecordedEvent } from "../core/event-recorder.ts"
import type { MailMessage } from "./send-mail.ts"

/** What both begin from. */
export interface EventMessage {
  /** Oldest first. */
  readonly lines: readonly RecordedEvent[]
  /** How many more there were, for which there was no room. */
  readonly more: number
  readonly language: Locale
  /** How this system is called: its public name. */
  readonly system: string
}

export function mailOf({ lines, more, language, system }: EventMessage): MailMessage {
  const worst = worstOf(lines)
  const severity = translate(language, `label.severity.${worst}`)
  const [first] = lines
  const subject =
    first && lines.length === 1 && more === 0
      ? translate(language, "mail.subject.one", { system, severity, sentence: saidOf(first, language).sentence })
      : translate(language, "mail.subject.several", { system, severity, count: lines.length + more })
  const text = [
    ...lines.map((line) => paragraph(line, language)),
    ...(more > 0 ? [translate(language, "mail.more", { count: more })] : []),
    `-- \n${translate(language, "mail.footer", { system })}`,
  ].join("\n\n")
  return { subject: shortened(subject), text }
}

export const testMail = (language: Locale, system: string): MailMessage => ({
  subject: translate(language, "mail.subject.test", { system }),
  text: `${translate(language, "mail.test")}\n\n-- \n${translate(language, "mail.footer", { system })}`,
})

function paragraph(line: RecordedEvent, language: Locale): string {
  const { sentence, advice } = saidOf(line, language)
  const moment = momentIn(language)
  const { at, since, times, severity } = line
  const when = `${moment.format(at)}   ${translate(language, `label.severity.${severity}`)}`
  return [
    times > 1 ? `${when}   ${translate(language, "mail.times", { count: times, since: moment.format(since) })}` : when,
    sentence,
    ...(advice === undefined ? [] : [translate(language, "mail.advice", { advice })]),
  ].join("\n")
}

/** The body of a webhook's POST: documented in ARCHITECTURE.md and on the page's help. */
export interface WebhookBody {
  /** Of this shape; it grows when something in it changes its meaning. */
  readonly version: 1
  readonly system: string
  /** Tells this installation from every other, for its whole life. */
  readonly installation: string
  readonly sentAt: string
  readonly test: boolean
  readonly more: number
  readonly events: readonly WebhookEvent[]
}

export interface WebhookEvent {
  /** The same line again, with a higher count, has the same number. */
  readonly id: number
  readonly at: string
  readonly since: string
  readonly times: number
  readonly severity: Severity
  readonly area: EventArea
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly sentence: string
  readonly advice: string | null
}

export function webhookBody(
  { lines, more, language, system }: EventMessage,
  { installation, at, test }: { readonly installation: string; readonly at: number; readonly test: boolean },
): string {
  const body: WebhookBody = {
    version: 1,
    system,
    installation,
    sentAt: new Date(at).toISOString(),
    test,
    more,
    events: lines.map((line) => webhookEvent(line, language)),
  }
  return JSON.stringify(body)
}

function webhookEvent(line: RecordedEvent, language: Locale): WebhookEvent {
  const { id, at, since, times, severity, code, params } = line
  const { sentence, advice } = saidOf(line, language)
  return {
    id,
    at: new Date(at).toISOString(),
    since: new Date(since).toISOString(),
    times,
    severity,
    area: eventKindOf(code).area,
    code,
    params,
    sentence,
    advice: advice ?? null,
  }
}

/** Whoever is on the internet chooses some of the params: no line of a mail is theirs. */
function saidOf({ code, params }: RecordedEvent, language: Locale) {
  const { sentence, advice } = translateEvent(language, code, params)
  return { sentence: inOneLine(sentence), advice: advice === undefined ? undefined : inOneLine(advice) }
}

const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")

const worstOf = (lines: readonly RecordedEvent[]): Severity =>
  severities.findLast((severity) => lines.some((line) => line.severity === severity)) ?? "info"

const shortened = (subject: string): string =>
  subject.length > longestSubject ? `${subject.slice(0, longestSubject)}…` : subject

const momentIn = (language: Locale): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium",
    timeStyle: "long",
  })

const longestSubject = 160
