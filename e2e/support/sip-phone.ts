/** The least of a SIP phone: registers over UDP with an MD5 digest (RFC 3261 §10, §22; RFC 7616), and unregisters. */
import { createHash, randomBytes } from "node:crypto"
import { createSocket, type Socket } from "node:dgram"

export interface Phone {
  readonly port: number
  /** Resolves with the final status. */
  register(seconds: number): Promise<number>
  close(): void
}

export interface PhoneOptions {
  /** Where Homeport's SIP port is. */
  readonly server: { readonly host: string; readonly port: number }
  /** The phone's own address. */
  readonly address: string
  readonly callNumber: string
  readonly userId: string
  readonly password: string
}

export async function sipPhone(options: PhoneOptions): Promise<Phone> {
  const { server, address, callNumber, userId, password } = options
  const socket = createSocket("udp4")
  await new Promise<void>((resolve) => socket.bind(0, address, resolve))
  const { port } = socket.address()
  const callId = randomBytes(8).toString("hex")
  const tag = randomBytes(4).toString("hex")
  const uri = `sip:${server.host}:${server.port}`
  let sequence = 0

  const ask = async (seconds: number, authorization?: string): Promise<Answer> => {
    sequence += 1
    const lines = [
      `REGISTER ${uri} SIP/2.0`,
      `Via: SIP/2.0/UDP ${address}:${port};branch=z9hG4bK${randomBytes(6).toString("hex")};rport`,
      "Max-Forwards: 70",
      `From: <sip:${callNumber}@${server.host}>;tag=${tag}`,
      `To: <sip:${callNumber}@${server.host}>`,
      `Call-ID: ${callId}`,
      `CSeq: ${sequence} REGISTER`,
      `Contact: <sip:${callNumber}@${address}:${port}>`,
      `Expires: ${seconds}`,
      "User-Agent: Console test phone",
      ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
      "Content-Length: 0",
    ]
    const answered = answerTo(socket, sequence)
    socket.send(`${lines.join("\r\n")}\r\n\r\n`, server.port, server.host)
    return answered
  }

  return {
    port,
    async register(seconds) {
      const first = await ask(seconds)
      if (first.status !== 401) return first.status
      const challenge = first.text.match(/^WWW-Authenticate:.*MD5.*$/im)?.[0] ?? first.text
      const [realm, nonce] = [parameter(challenge, "realm"), parameter(challenge, "nonce")]
      const cnonce = randomBytes(6).toString("hex")
      const secret = md5(`${userId}:${realm}:${password}`)
      const response = md5(`${secret}:${nonce}:00000001:${cnonce}:auth:${md5(`REGISTER:${uri}`)}`)
      const credentials = `Digest username="${userId}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}", algorithm=MD5, qop=auth, nc=00000001, cnonce="${cnonce}"`
      return (await ask(seconds, credentials)).status
    },
    close: () => socket.close(),
  }
}

interface Answer {
  readonly status: number
  readonly text: string
}

function answerTo(socket: Socket, sequence: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("no answer to REGISTER within 5 s")), 5_000)
    const hear = (bytes: Buffer) => {
      const text = bytes.toString()
      const [, status = ""] = /^SIP\/2\.0 (\d{3})/.exec(text) ?? []
      if (!text.includes(`CSeq: ${sequence} REGISTER`) || Number(status) < 200) return
      clearTimeout(late)
      socket.off("message", hear)
      resolve({ status: Number(status), text })
    }
    socket.on("message", hear)
  })
}

const md5 = (text: string) => createHash("md5").update(text).digest("hex")
const parameter = (text: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ?? ""
