/** Was daraus wird, dass Ereignisse per E-Mail und Webhook gemeldet werden. */
export const notificationEventsDe = {
  "notification.mail-failed": "Eine E-Mail über Ereignisse ließ sich nicht über {server} senden: {problem} ({answer}).",
  "notification.mail-partly":
    "Der Mailserver {server} hat eine E-Mail über Ereignisse angenommen, aber nicht für jeden Empfänger ({answer}).",
  "notification.mail-works": "E-Mails über Ereignisse gehen wieder über {server} hinaus.",
  "notification.webhook-failed":
    "Ereignisse ließen sich nicht an den Webhook bei {server} übergeben: {problem} ({answer}).",
  "notification.webhook-works": "Ereignisse gehen wieder an den Webhook bei {server}.",
} as const
