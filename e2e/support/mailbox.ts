/** A mail server in the office's own network that keeps what it is given: SMTP with STARTTLS and one login. */
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

export interface Mailbox {
  readonly port: number
  /** What arrived, head and text, oldest first. */
  readonly mails: readonly string[]
  end(): Promise<void>
}

export interface MailboxOptions {
  readonly user: string
  readonly password: string
  /** Without a certificate there is no STARTTLS. */
  readonly certificate?: { readonly key: string; readonly cert: string }
}

export async function startMailbox({ user, password, certificate }: MailboxOptions): Promise<Mailbox> {
  const mails: string[] = []
  const server = new SMTPServer({
    ...(certificate ?? { disabledCommands: ["STARTTLS"] }),
    // The test is about the login; whether it may go unencrypted is the sender's choice.
    allowInsecureAuth: true,
    onAuth({ username, password: typed }, _session, done) {
      if (username === user && typed === password) done(null, { user })
      else done(Object.assign(new Error("5.7.8 Authentication failed"), { responseCode: 535 }))
    },
    onData(stream, _session, done) {
      const pieces: Buffer[] = []
      stream.on("data", (piece: Buffer) => pieces.push(piece))
      stream.on("end", () => {
        mails.push(Buffer.concat(pieces).toString("utf8"))
        done(null, "2.0.0 Queued as 42")
      })
    },
  })
  server.on("error", () => undefined)
  const listening = server.listen(0, "127.0.0.1")
  await once(listening, "listening")
  // Of a TCP server.
  const { port } = listening.address() as AddressInfo
  return {
    port,
    mails,
    end: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
