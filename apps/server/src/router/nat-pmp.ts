/**
 * NAT Port Mapping Protocol, the client's side. RFC 6886.
 *
 *    request (§3.3)                            response
 *     0 version 0 │ 1 op 1 UDP, 2 TCP           0 version 0 │ 1 128 + op │ 2 result
 *     2 reserved  │ 4 internal │ 6 external     4 seconds since start    │ 8 internal │ 10 external
 *     8 lifetime, seconds                      12 lifetime, seconds
 *
 * One request at a time, each over a socket of its own that is connected to the gateway: what others send does not arrive (§3.1 has
 * the address checked), and a gateway that listens to nothing is told at once by ICMP.
 */
import { createSocket } from "node:dgram"
import {
  type Granted,
  type MappedPort,
  MappingError,
  type PortMapper,
  type RouterAddress,
  type RouterControl,
} from "./port-mapper.ts"

/** `port`: where gateways listen; another one in tests. */
export function natPmp(port = 5351): PortMapper {
  return {
    async find(router, signal) {
      const control = controlOf(router, port)
      // Who knows its external address, or says that it has none, speaks NAT-PMP.
      await control.externalAddress(signal)
      return control
    },
  }
}

function controlOf(router: RouterAddress, port: number): RouterControl {
  const ask = (request: Buffer, signal: AbortSignal) => exchange(router, port, request, signal)
  const mapping = async (asked: MappedPort, externalPort: number, seconds: number, signal: AbortSignal) => {
    const request = Buffer.alloc(12)
    request.writeUInt8(asked.protocol === "UDP" ? MAP_UDP : MAP_TCP, 1)
    request.writeUInt16BE(asked.port, 4)
    request.writeUInt16BE(externalPort, 6)
    request.writeUInt32BE(seconds, 8)
    return grantedOf(await ask(request, signal))
  }
  return {
    protocol: "nat-pmp",
    async externalAddress(signal) {
      const answer = await ask(Buffer.of(0, EXTERNAL_ADDRESS), signal)
      return answer.readUInt16BE(2) === SUCCESS ? addressIn(answer) : undefined
    },
    map: (asked, seconds, signal) => mapping(asked, asked.port, seconds, signal),
    async unmap(asked, _externalPort, signal) {
      // A mapping is ours by its inside port: outside port and lifetime are zero (§3.4).
      await mapping(asked, 0, 0, signal)
    },
  }
}

function grantedOf(answer: Buffer): Granted {
  const result = answer.readUInt16BE(2)
  if (result === SUCCESS) return { externalPort: answer.readUInt16BE(10), seconds: answer.readUInt32BE(12) }
  if (result === NOT_AUTHORIZED) throw new MappingError("not-authorized", "NAT-PMP result 2: not authorized")
  throw new MappingError("failed", `NAT-PMP result ${result}`)
}

/** 0.0.0.0 where the router is not connected. */
function addressIn(answer: Buffer): string | undefined {
  const address = [...answer.subarray(8, 12)].join(".")
  return address === "0.0.0.0" ? undefined : address
}

/** Sends until an answer comes (§3.1): after 250 ms again, then in twice the time; no longer than `patience` altogether. */
function exchange(router: RouterAddress, port: number, request: Buffer, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = createSocket("udp4")
    let timer: NodeJS.Timeout | undefined
    let ended = false
    const end = (settle: () => void) => {
      // The last datagram's own outcome may come after the answer.
      if (ended) return
      ended = true
      clearTimeout(timer)
      signal.removeEventListener("abort", onAbort)
      // Its own errors from now on are nobody's.
      socket.removeAllListeners().on("error", () => undefined)
      socket.close()
      settle()
    }
    const silent = (why: string) => end(() => reject(new MappingError("no-answer", why)))
    const onAbort = () => silent("given up")
    const send = (wait: number, waited: number) => {
      if (waited >= patience) return silent("NAT-PMP: no answer")
      // ICMP's word for a closed port arrives here or as an error of the socket.
      socket.send(request, (error) => {
        if (error) silent(error.message)
      })
      timer = setTimeout(() => send(wait * 2, waited + wait), wait)
    }
    socket.on("error", (error) => silent(error.message))
    socket.on("message", (answer) => {
      if (answers(answer, request)) end(() => resolve(answer))
    })
    if (signal.aborted) return onAbort()
    signal.addEventListener("abort", onAbort)
    socket.bind({ address: router.local, port: 0 }, () => {
      socket.connect(port, router.gateway, () => send(250, 0))
    })
  })
}

/** Whether it is of this protocol, long enough to be read, and says what was asked. */
function answers(answer: Buffer, request: Buffer): boolean {
  if (answer.length < 8 || answer[0] !== 0 || answer[1] !== 128 + (request[1] ?? 0)) return false
  if (request[1] === EXTERNAL_ADDRESS) return answer.length >= 12 || answer.readUInt16BE(2) !== SUCCESS
  // A refusal may be short (§3.5).
  if (answer.length < 16) return answer.readUInt16BE(2) !== SUCCESS
  return answer.readUInt16BE(8) === request.readUInt16BE(4)
}

const EXTERNAL_ADDRESS = 0
const MAP_UDP = 1
const MAP_TCP = 2
const SUCCESS = 0
const NOT_AUTHORIZED = 2
/** Milliseconds; 250 + 500 + 1000. Whoever asks once more a minute later need not wait the two minutes of §3.1. */
const patience = 1_750
