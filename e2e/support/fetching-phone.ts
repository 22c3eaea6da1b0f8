/** A telephone that fetches its settings over HTTPS, as far as the server can tell it from one. */
import { request } from "node:https"
import { PHONES_PORT, type Server } from "./server.ts"

export interface FetchingPhone {
  /** "001565aabbcc". */
  readonly mac: string
  /** "SIP-T41P". */
  readonly model: string
  readonly firmware: string
}

/** Asks at the listener for phones, whatever public name stands in the link. */
export function fetchFile(server: Server, link: string, phone: FetchingPhone): Promise<Answer> {
  const { pathname } = new URL(link)
  const mac = phone.mac.match(/../g)?.join(":") ?? ""
  const userAgent = `Yealink ${phone.model} ${phone.firmware} ${mac}`
  return fetchPath(server, `${pathname.replace(/\/$/, "")}/${phone.mac}.cfg`, userAgent)
}

export interface Answer {
  readonly status: number
  readonly text: string
}

/** Anybody who asks at the listener for phones. */
export function fetchPath(server: Server, path: string, userAgent = "curl/8.5.0"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: server.sipAddress,
        port: PHONES_PORT,
        path,
        headers: { "user-agent": userAgent },
        // The console's own certificate, which nobody knows; the test is about what is served.
        rejectUnauthorized: false,
      },
      (answer) => {
        let text = ""
        answer.setEncoding("utf8")
        answer.on("data", (piece: string) => {
          text += piece
        })
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    asked.on("error", reject)
    asked.end()
  })
}
