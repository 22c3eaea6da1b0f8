/** How the sending of events goes: its state, and a test on demand. What is sent where are settings (settings/notifications.ts). */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { choice, moment } from "./primitives.ts"

export const notificationWays = ["mail", "webhook"] as const
export type NotificationWay = (typeof notificationWays)[number]

/** Why nothing arrived, or not surely. Each has its sentence in the catalogue: `delivery.<problem>`. */
export const deliveryProblems = [
  "name-not-resolved",
  "address-forbidden",
  "no-connection",
  "no-answer",
  "certificate",
  "no-tls",
  "no-starttls",
  "login-refused",
  "sender-refused",
  "recipient-refused",
  "refused",
  "busy",
  "redirected",
  "http-error",
  "interrupted",
] as const
export type DeliveryProblem = (typeof deliveryProblems)[number]

/** What became of one attempt. */
export const deliveryResult = z.strictObject({
  at: moment,
  /** null: it was taken. */
  problem: z.nullable(z.enum(deliveryProblems)),
  /** The server's own words, shortened; empty: it said nothing. */
  answer: z.string(),
})
export type DeliveryResult = z.infer<typeof deliveryResult>

export const deliveryStatus = z.strictObject({
  state: z.enum(["off", "idle", "waiting", "failing"]),
  /** null: nothing was sent since the start. */
  last: z.nullable(deliveryResult),
  /** Lines of the log that wait to be sent. */
  waiting: z.number(),
  /** null: nothing waits. */
  nextAt: z.nullable(moment),
  /** Lines that were given up: too many at once, or undeliverable for a day. They stand in the log. */
  givenUp: z.number(),
})
export type DeliveryStatus = z.infer<typeof deliveryStatus>

export const notifications = {
  status: endpoint({
    method: "GET",
    path: "/api/notifications",
    summary: "How the sending of events by e-mail and webhook goes",
    role: "basic",
    response: z.strictObject({ mail: deliveryStatus, webhook: deliveryStatus }),
    errors: [],
  }),
  test: endpoint({
    method: "POST",
    path: "/api/notifications/test",
    summary: "Send a test by the stored settings, and say what the server answered",
    role: "expert",
    body: z.strictObject({ way: choice(notificationWays) }),
    response: deliveryResult,
    errors: ["NotificationsOff"],
  }),
}
