/**
 * Sends events on: by e-mail and to a webhook, as the settings say. Each way has its queue, so that a mail server that is silent
 * holds up nobody else, least of all the core. That a way fails is an event too, which goes by the other way only.
 *
 *   EventRecorder ─▶ recorded(line) ─▶ severe enough? of a chosen area? ─▶ queue ─▶ SMTP, HTTP
 *
 * How far each way came is remembered, so that what happened shortly before a restart is not forgotten.
 */
import {
  atLeast,
  type DeliveryProblem,
  eventKindOf,
  type NotificationsSettings,
  type NotificationWay,
  notificationWays,
} from "@homeport/contract"
import type { EventRow, Store } from "@homeport/store"
import type { Clock } from "../core/clock.ts"
import type { EventRecorder, RecordedEvent } from "../core/event-recorder.ts"
import type { Delivered } from "./delivery.ts"
import { createDeliveryQueue, type DeliveryQueue, type QueueStatus } from "./delivery-queue.ts"
import { type EventMessage, mailOf, testMail, webhookBody } from "./messages.ts"
import type { MailAccount, SendMail } from "./send-mail.ts"
import type { SendWebhook } from "./send-webhook.ts"

export interface Notifications {
  /** A line was written, or counts one more. */
  recorded(line: RecordedEvent): void
  /** Takes up what the process before could not send any more. */
  resume(): void
  /** The settings may have changed. */
  changed(): void
  status(way: NotificationWay): WayStatus
  /** Sends a test by the stored settings; undefined: that way is off. Asked again meanwhile, it is the same test. */
  test(way: NotificationWay): Promise<Attempt> | undefined
  /** Gives up what is on its way; it is taken up at the next start. */
  stop(): void
}

export interface WayStatus extends QueueStatus {
  readonly on: boolean
  /** undefined: none since the start. */
  readonly last: Attempt | undefined
}

export interface Attempt {
  readonly at: number
  readonly problem: DeliveryProblem | undefined
  readonly answer: string
}

export interface NotificationsOptions {
  readonly store: Pick<Store, "state" | "events" | "remembered" | "remember" | "installationId">
  readonly events: EventRecorder
  readonly sendMail: SendMail
  readonly sendWebhook: SendWebhook
  readonly clock: Clock
  /** How this system is called in what is sent. */
  readonly systemName: () => string
  readonly onChanged: () => void
  readonly onFault: (error: unknown) => void
}

export function createNotifications(options: NotificationsOptions): Notifications {
  const { store, events, clock, onChanged, onFault } = options
  const settings = () => store.state().sections.notifications.value
  const stopping = new AbortController()
  const last = new Map<NotificationWay, Attempt>()
  const tests = new Map<NotificationWay, Promise<Attempt>>()
  let newest = store.events.lastId()
  let known = settings()

  const queues: Readonly<Record<NotificationWay, DeliveryQueue>> = {
    mail: queueOf("mail"),
    webhook: queueOf("webhook"),
  }

  function queueOf(way: NotificationWay): DeliveryQueue {
    return createDeliveryQueue({
      clock,
      send: (lines, more, signal) => send(way, { lines, more, ...headOf() }, signal, false),
      onAttempt(outcome, { failures, lastId }) {
        attempted(way, outcome)
        tell(way, outcome, failures)
        if (outcome.taken) remember(way, lastId)
      },
    })
  }

  const headOf = () => ({ language: settings().language, system: options.systemName() })

  async function send(
    way: NotificationWay,
    message: EventMessage,
    signal: AbortSignal,
    test: boolean,
  ): Promise<Delivered> {
    if (way === "webhook") {
      const secret = store.state().secrets.get("webhook-secret")
      const { installationId: installation } = store
      const body = webhookBody(message, { installation, at: clock.now(), test })
      return options.sendWebhook({ url: settings().webhookUrl, secret }, body, signal)
    }
    const { language, system } = message
    return options.sendMail(accountOf(), test ? testMail(language, system) : mailOf(message), signal)
  }

  function accountOf(): MailAccount {
    const { mailServer, mailPort, mailSecurity, mailUser, mailFrom, mailTo } = settings()
    const password = store.state().secrets.get("smtp-password")
    return {
      server: mailServer ?? "",
      port: mailPort,
      security: mailSecurity,
      login: mailUser !== "" && password ? { user: mailUser, password } : undefined,
      from: mailFrom ?? "",
      to: mailTo,
    }
  }

  function attempted(way: NotificationWay, { problem, answer }: Delivered): Attempt {
    const attempt = { at: clock.now(), problem, answer }
    last.set(way, attempt)
    onChanged()
    return attempt
  }

  /** Of failures in a row the first is news, and that they are over. */
  function tell(way: NotificationWay, { taken, problem, answer }: Delivered, failures: number): void {
    const server = serverOf(way, settings())
    if (taken && failures > 0) events.record({ code: `notification.${way}-works`, params: { server } })
    if (taken && problem !== undefined)
      events.record({ code: "notification.mail-partly", params: { server, answer }, alike: server })
    if (!taken && problem !== undefined && failures === 0)
      events.record({ code: `notification.${way}-failed`, params: { server, problem, answer: answer || "–" } })
  }

  function remember(way: NotificationWay, id: number): void {
    try {
      store.remember(placeOf(way), id)
    } catch (error) {
      // A full disk: at the next start something may be sent a second time.
      onFault(error)
    }
  }

  function recorded(line: RecordedEvent): void {
    newest = Math.max(newest, line.id)
    for (const way of notificationWays) if (isWanted(way, line, settings())) queues[way].add(line)
  }

  function runTest(way: NotificationWay): Promise<Attempt> {
    const message = { lines: [], more: 0, ...headOf() }
    const running = send(way, message, stopping.signal, true)
      .then((outcome) => {
        if (outcome.taken) queues[way].retry()
        return attempted(way, outcome)
      })
      .finally(() => tests.delete(way))
    tests.set(way, running)
    return running
  }

  return {
    recorded,
    resume() {
      for (const way of notificationWays) {
        const sent = store.remembered(placeOf(way))
        if (!settings()[way] || sent === undefined) continue
        const from = clock.now() - takenUpWithin
        const missed = store.events.page({ limit: mostTakenUp, beyond: sent, oldestFirst: true, from })
        for (const line of missed.map(lineOf)) if (isWanted(way, line, settings())) queues[way].add(line)
      }
    },
    changed() {
      const now = settings()
      if (now === known) return
      for (const way of notificationWays) {
        // What happened while it was off is never sent.
        if (now[way] && !known[way]) remember(way, newest)
        if (now[way]) queues[way].retry()
        else queues[way].clear()
      }
      known = now
      onChanged()
    },
    status: (way) => ({ ...queues[way].status(), on: settings()[way], last: last.get(way) }),
    test: (way) => (settings()[way] ? (tests.get(way) ?? runTest(way)) : undefined),
    stop() {
      stopping.abort()
      for (const way of notificationWays) queues[way].stop()
    },
  }
}

function isWanted(way: NotificationWay, { code, severity }: RecordedEvent, settings: NotificationsSettings): boolean {
  // Its own failure cannot be told by a way that fails, and each try would be another failure.
  if (!settings[way] || code.startsWith(`notification.${way}`)) return false
  if (way === "webhook") return atLeast(severity, settings.webhookSeverity)
  return atLeast(severity, settings.mailSeverity) && settings.mailAreas.includes(eventKindOf(code).area)
}

/** For the log: which server it was. Of a URL only its host, since a path may be as good as a password. */
function serverOf(way: NotificationWay, { mailServer, webhookUrl }: NotificationsSettings): string {
  if (way === "mail") return mailServer ?? "–"
  return URL.canParse(webhookUrl) ? new URL(webhookUrl).host : "–"
}

// Written by `EventRecorder`, perhaps of another version: a code that nobody knows is shown as it is.
const lineOf = (row: EventRow): RecordedEvent => ({ ...row, code: row.code as RecordedEvent["code"] })

const placeOf = (way: NotificationWay): string => `notified/${way}`

const takenUpWithin = 86_400_000
const mostTakenUp = 500
