/** What comes of sending events by mail and webhook. */
export const notificationEventsEn = {
  "notification.mail-failed": "An e-mail about events could not be sent by {server}: {problem} ({answer}).",
  "notification.mail-partly":
    "The mail server {server} took an e-mail about events, but not for every recipient ({answer}).",
  "notification.mail-works": "E-mails about events are sent by {server} again.",
  "notification.webhook-failed": "Events could not be handed to the webhook at {server}: {problem} ({answer}).",
  "notification.webhook-works": "Events are handed to the webhook at {server} again.",
} as const
