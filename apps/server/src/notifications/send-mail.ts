/**
 * One e-mail by SMTP (RFC 5321), through nodemailer: over TLS where that is chosen, with the server's certificate checked, and in a
 * bounded time. Never rejects. Neither the password nor the message is ever in what it answers.
 */
import { isIP } from "node:net"
import { getCACertificates } from "node:tls"
import type { DeliveryProblem, MailSecurity } from "@homeport/contract"
import type { Secret } from "@homeport/store"
import { createTransport } from "nodemailer"
import { type Delivered, delivered, partlyDelivered, undelivered } from "./delivery.ts"
import type { ResolveServer } from "./resolve-server.ts"

export interface MailAccount {
  readonly server: string
  readonly port: number
  readonly security: MailSecurity
  /** undefined: the server asks for no login. */
  readonly login: { readonly user: string; readonly password: Secret } | undefined
  readonly from: string
  readonly to: readonly string[]
}

export interface MailMessage {
  readonly subject: string
  readonly text: string
}

export type SendMail = (account: MailAccount, message: MailMessage, signal: AbortSignal) => Promise<Delivered>

export interface SendMailOptions {
  readonly resolve: ResolveServer
  /** CAs of this system, PEM: trusted beside those of the machine, as an office's own mail server needs. */
  readonly authorities: () => readonly string[]
  /** Milliseconds for all of it. */
  readonly longest?: number
}

export function createSendMail({ resolve, authorities, longest = 30_000 }: SendMailOptions): SendMail {
  return async (account, message, signal) => {
    const place = await resolve(account.server)
    if ("problem" in place) return place
    const transport = createTransport({
      host: place.address,
      port: account.port,
      secure: account.security === "tls",
      requireTLS: account.security === "starttls",
      ignoreTLS: account.security === "none",
      tls: {
        // The name that was entered is the one that the certificate must have, whatever address it led to.
        ...(isIP(account.server) ? {} : { servername: account.server }),
        minVersion: "TLSv1.2",
        rejectUnauthorized: true,
        ca: [...getCACertificates("default"), ...authorities()],
      },
      ...(account.login && {
        auth: { user: account.login.user, pass: account.login.password.reveal() },
      }),
      connectionTimeout: Math.min(longest, 15_000),
      greetingTimeout: Math.min(longest, 15_000),
      socketTimeout: longest,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    const { promise: given, resolve: giveUp } = Promise.withResolvers<Delivered>()
    const onAbort = () => giveUp(undelivered("interrupted"))
    const limit = setTimeout(() => giveUp(undelivered("no-answer")), longest)
    signal.addEventListener("abort", onAbort)
    if (signal.aborted) onAbort()
    const sent = transport
      .sendMail({
        from: { name: "Homeport", address: account.from },
        to: [...account.to],
        subject: message.subject,
        text: message.text,
        // RFC 3834: nobody's holiday notice comes back.
        headers: { "Auto-Submitted": "auto-generated" },
      })
      .then(
        ({ response, rejected }) =>
          rejected.length > 0
            ? partlyDelivered("recipient-refused", `${rejected.join(", ")}: ${response}`)
            : delivered(response),
        failed,
      )
    try {
      return await Promise.race([sent, given])
    } finally {
      clearTimeout(limit)
      signal.removeEventListener("abort", onAbort)
      transport.close()
    }
  }
}

function failed(error: unknown): Delivered {
  if (!(error instanceof Error)) return undelivered("no-connection")
  // What nodemailer adds to its errors; each may be missing.
  const { code = "", response, responseCode, command = "" } = error as Error & MailFault
  return undelivered(problemOf({ code, responseCode, command, text: error.message }), response ?? "")
}

interface MailFault {
  readonly code?: string
  readonly response?: string
  readonly responseCode?: number
  readonly command?: string
}

function problemOf(fault: {
  code: string
  responseCode: number | undefined
  command: string
  text: string
}): DeliveryProblem {
  const { code, responseCode, command, text } = fault
  // OpenSSL's words for a chain that cannot be trusted, and Node's for a name that is not in it.
  if (/certificate|altnames|self.signed|issuer/i.test(text)) return "certificate"
  if (code === "ETIMEDOUT") return "no-answer"
  if (code === "ETLS" || command === "STARTTLS") return responseCode === undefined ? "no-tls" : "no-starttls"
  if (/ssl|tls|wrong version number/i.test(text)) return "no-tls"
  if (code === "EAUTH" || responseCode === 530 || responseCode === 535) return "login-refused"
  // RFC 5321 §4.2.1: 4xx may pass.
  if (responseCode !== undefined && responseCode < 500) return "busy"
  if (command === "MAIL FROM") return "sender-refused"
  if (command === "RCPT TO") return "recipient-refused"
  return responseCode === undefined ? "no-connection" : "refused"
}
