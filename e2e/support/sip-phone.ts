/** The least of a SIP phone: registers over UDP or TLS with an MD5 digest (RFC 3261 §10, §22; RFC 7616), and unregisters. */
import { createHash, randomBytes } from "node:crypto"
import { createSocket } from "node:dgram"
import { connect } from "node:net"
import { connect as connectTls } from "node:tls"

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
  /** Over TLS: the CA that it trusts, PEM, and the name that the server's certificate must have. Else over UDP. */
  readonly tls?: { readonly ca: string; readonly name: string }
}

export async function sipPhone(options: PhoneOptions): Promise<Phone> {
  const { server, address, callNumber, userId, password } = options
  const line = await (options.tls ? tlsLine(options, options.tls) : udpLine(options))
  const { port, transport } = line
  const callId = randomBytes(8).toString("hex")
  const tag = randomBytes(4).toString("hex")
  const uri = `sip:${server.host}:${server.port}`
  let sequence = 0

  const ask = async (seconds: number, authorization?: string): Promise<Answer> => {
    sequence += 1
    const lines = [
      `REGISTER ${uri} SIP/2.0`,
      `Via: SIP/2.0/${transport} ${address}:${port};branch=z9hG4bK${randomBytes(6).toString("hex")};rport`,
      "Max-Forwards: 70",
      `From: <sip:${callNumber}@${server.host}>;tag=${tag}`,
      `To: <sip:${callNumber}@${server.host}>`,
      `Call-ID: ${callId}`,
      `CSeq: ${sequence} REGISTER`,
      `Contact: <sip:${callNumber}@${address}:${port};transport=${transport.toLowerCase()}>`,
      `Expires: ${seconds}`,
      "User-Agent: Console test phone",
      ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
      "Content-Length: 0",
    ]
    const answered = answerTo(line, sequence)
    line.send(`${lines.join("\r\n")}\r\n\r\n`)
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
    close: line.close,
  }
}

/** What a phone speaks through. */
interface Line {
  readonly transport: "UDP" | "TLS"
  readonly port: number
  send(text: string): void
  /** Returns how to stop. */
  hear(listener: (text: string) => void): () => void
  close(): void
}

async function udpLine({ server, address }: PhoneOptions): Promise<Line> {
  const socket = createSocket("udp4")
  await new Promise<void>((resolve) => socket.bind(0, address, resolve))
  return {
    transport: "UDP",
    port: socket.address().port,
    send: (text) => socket.send(text, server.port, server.host),
    hear(listener) {
      const hear = (bytes: Buffer) => listener(bytes.toString())
      socket.on("message", hear)
      return () => socket.off("message", hear)
    },
    close: () => socket.close(),
  }
}

async function tlsLine({ server, address }: PhoneOptions, { ca, name }: { ca: string; name: string }): Promise<Line> {
  const socket = connectTls({ socket: connect({ ...server, localAddress: address }), ca, servername: name })
  await new Promise<void>((resolve, reject) => socket.once("secureConnect", resolve).once("error", reject))
  socket.on("error", () => {})
  return {
    transport: "TLS",
    port: socket.localPort ?? 0,
    send: (text) => socket.write(text),
    hear(listener) {
      let text = ""
      const hear = (bytes: Buffer) => {
        text += bytes.toString()
        if (text.endsWith("\r\n\r\n")) listener(text)
      }
      socket.on("data", hear)
      return () => socket.off("data", hear)
    },
    close: () => socket.destroy(),
  }
}

interface Answer {
  readonly status: number
  readonly text: string
}

function answerTo(line: Line, sequence: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("no answer to REGISTER within 5 s")), 5_000)
    const deaf = line.hear((text) => {
      const [, status = ""] = /^SIP\/2\.0 (\d{3})/.exec(text) ?? []
      if (!text.includes(`CSeq: ${sequence} REGISTER`) || Number(status) < 200) return
      clearTimeout(late)
      deaf()
      resolve({ status: Number(status), text })
    })
  })
}

const md5 = (text: string) => createHash("md5").update(text).digest("hex")
const parameter = (text: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ?? ""
