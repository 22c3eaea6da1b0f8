/**
 * The least of a SIP phone that talks: a station without authentication, on UDP (RFC 3261 §13, §15), with G.711 over RTP (RFC 3550).
 *
 *   const call = await desk.calls("168")          rings there
 *   const other = await home.rings()              and is answered, or refused
 *   other.answers()
 */
import { randomBytes } from "node:crypto"
import { createSocket, type Socket } from "node:dgram"

export interface CallingPhone {
  register(): Promise<void>
  calls(number: string): OutgoingCall
  /** The next INVITE that comes. */
  rings(): Promise<IncomingCall>
  close(): void
}

export interface OutgoingCall {
  /** The final status; an answer has been acknowledged by then. */
  readonly outcome: Promise<number>
  speaks(speech: Speech): void
  hangsUp(): void
}

export interface IncomingCall {
  answers(): void
  refuses(status: 486 | 603): void
  speaks(speech: Speech): void
  hangsUp(): void
}

/** `lost`: so many of the packets are never sent. */
interface Speech {
  readonly packets: number
  readonly lost?: number
}

interface Options {
  readonly server: { readonly host: string; readonly port: number }
  readonly address: string
  readonly callNumber: string
}

export async function callingPhone({ server, address, callNumber }: Options): Promise<CallingPhone> {
  const [sip, rtp] = [createSocket("udp4"), createSocket("udp4")]
  await Promise.all([sip, rtp].map((socket) => bound(socket, address)))
  const own = `<sip:${callNumber}@${address}:${sip.address().port}>`
  const identity = `<sip:${callNumber}@${server.host}>;tag=${random()}`
  const waiting = new Set<(message: Message) => boolean>()
  let sequence = 0

  const send = (startLine: string, fields: readonly string[], body = "") => {
    const type = body === "" ? [] : ["Content-Type: application/sdp"]
    const head = [startLine, ...fields, ...type, `Content-Length: ${body.length}`]
    sip.send(`${head.join("\r\n")}\r\n\r\n${body}`, server.port, server.host)
  }
  const request = (
    method: string,
    uri: string,
    callId: string,
    to: string,
    number: number,
    more: string[] = [],
    body = "",
  ) =>
    send(
      `${method} ${uri} SIP/2.0`,
      [
        `Via: SIP/2.0/UDP ${address}:${sip.address().port};branch=z9hG4bK${random()};rport`,
        "Max-Forwards: 70",
        `From: ${identity}`,
        `To: ${to}`,
        `Call-ID: ${callId}`,
        `CSeq: ${number} ${method}`,
        `Contact: ${own}`,
        "User-Agent: Console test phone",
        ...more,
      ],
      body,
    )
  const respond = (to: Message, status: string, tag: string, body = "") =>
    send(
      `SIP/2.0 ${status}`,
      [
        ...to.all("Via").map((via) => `Via: ${via}`),
        `From: ${to.field("From")}`,
        `To: ${to.field("To")}${to.field("To").includes(";tag=") ? "" : `;tag=${tag}`}`,
        `Call-ID: ${to.field("Call-ID")}`,
        `CSeq: ${to.field("CSeq")}`,
        `Contact: ${own}`,
      ],
      body,
    )
  const next = (wanted: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      const look = (message: Message) => {
        if (!wanted(message)) return false
        waiting.delete(look)
        resolve(message)
        return true
      }
      waiting.add(look)
    })
  const description = () =>
    [
      "v=0",
      `o=- 1 1 IN IP4 ${address}`,
      "s=-",
      `c=IN IP4 ${address}`,
      "t=0 0",
      `m=audio ${rtp.address().port} RTP/AVP 0`,
      "",
    ].join("\r\n")
  /** 20 ms of silence a packet (RFC 3551 §4.5.14); those that are lost leave a gap in the sequence. */
  const speak = ({ packets, lost = 0 }: Speech, { body }: Message) => {
    const [, host = ""] = /c=IN IP4 (\S+)/.exec(body) ?? []
    const port = Number(/m=audio (\d+)/.exec(body)?.[1])
    for (let number = 0; number < packets; number++) {
      // In the middle: at the ends nobody could know.
      if (number > 0 && number <= lost) continue
      const packet = Buffer.alloc(172)
      packet.writeUInt8(0x80)
      packet.writeUInt16BE(1000 + number, 2)
      packet.writeUInt32BE(number * 160, 4)
      packet.writeUInt32BE(0x1234, 8)
      rtp.send(packet, port, host)
    }
  }

  sip.on("message", (bytes) => {
    const message = read(bytes.toString())
    if ([...waiting].some((look) => look(message))) return
    const { method } = message
    if (method === "OPTIONS" || method === "BYE" || method === "CANCEL") respond(message, "200 OK", random())
  })

  return {
    async register() {
      const callId = random()
      const answer = next((message) => message.status > 199 && message.field("Call-ID") === callId)
      request("REGISTER", `sip:${server.host}`, callId, identity.split(";")[0] ?? "", ++sequence, ["Expires: 300"])
      const { status } = await answer
      if (status !== 200) throw new Error(`a REGISTER without authentication was answered ${status}`)
    },
    calls(number) {
      const callId = random()
      const to = `<sip:${number}@${server.host}>`
      const invite = ++sequence
      let answered: Message | undefined
      const final = next(({ status, field }) => status > 199 && field("Call-ID") === callId)
      request("INVITE", `sip:${number}@${server.host}:${server.port}`, callId, to, invite, [], description())
      const outcome = final.then((answer) => {
        const target = answer.status === 200 ? uriIn(answer.field("Contact")) : `sip:${number}@${server.host}`
        request("ACK", target, callId, answer.field("To"), invite)
        if (answer.status === 200) answered = answer
        return answer.status
      })
      const known = () => {
        if (answered === undefined) throw new Error("the call was not answered")
        return answered
      }
      return {
        outcome,
        speaks: (speech) => speak(speech, known()),
        hangsUp: () => request("BYE", uriIn(known().field("Contact")), callId, known().field("To"), ++sequence),
      }
    },
    async rings() {
      const invite = await next(({ method }) => method === "INVITE")
      const tag = random()
      respond(invite, "180 Ringing", tag)
      return {
        answers: () => respond(invite, "200 OK", tag, description()),
        refuses: (status) => respond(invite, `${status} ${status === 486 ? "Busy Here" : "Decline"}`, tag),
        speaks: (speech) => speak(speech, invite),
        hangsUp: () =>
          send(`BYE ${uriIn(invite.field("Contact"))} SIP/2.0`, [
            `Via: SIP/2.0/UDP ${address}:${sip.address().port};branch=z9hG4bK${random()};rport`,
            "Max-Forwards: 70",
            `From: ${invite.field("To")};tag=${tag}`,
            `To: ${invite.field("From")}`,
            `Call-ID: ${invite.field("Call-ID")}`,
            "CSeq: 1 BYE",
          ]),
      }
    },
    close() {
      sip.close()
      rtp.close()
    },
  }
}

interface Message {
  /** "" of a response. */
  readonly method: string
  /** 0 of a request. */
  readonly status: number
  readonly body: string
  field(name: string): string
  all(name: string): readonly string[]
}

function read(text: string): Message {
  const end = text.indexOf("\r\n\r\n")
  const [startLine = "", ...lines] = text.slice(0, end).split("\r\n")
  const [, status = "0"] = /^SIP\/2\.0 (\d{3})/.exec(startLine) ?? []
  const all = (name: string) =>
    lines
      .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      .map((line) => line.slice(name.length + 1).trim())
  return {
    method: status === "0" ? (startLine.split(" ")[0] ?? "") : "",
    status: Number(status),
    body: text.slice(end + 4),
    all,
    field: (name) => all(name)[0] ?? "",
  }
}

const bound = (socket: Socket, address: string) => new Promise<void>((resolve) => socket.bind(0, address, resolve))
const random = () => randomBytes(8).toString("hex")
const uriIn = (contact: string) => /<([^>]*)>/.exec(contact)?.[1] ?? contact
