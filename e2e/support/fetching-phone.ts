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
export function fetchFile(
  server: Server,
  link: string,
  phone: FetchingPhone,
): Promise<{ status: number; text: string }> {
  const { pathname } = new URL(link)
  const mac = phone.mac.match(/../g)?.join(":") ?? ""
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: server.sipAddress,
        port: PHONES_PORT,
        path: `${pathname.replace(/\/$/, "")}/${phone.mac}.cfg`,
        headers: { "user-agent": `Yealink ${phone.model} ${phone.firmware} ${mac}` },
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
