/**
 * Where the router describes itself: an M-SEARCH of the Simple Service Discovery Protocol (UPnP Device Architecture 1.1 §1.3).
 *
 * Everybody on the network may answer. Only what comes from the gateway and leads to the gateway counts, or any machine in the
 * office could have this server ask whatever address it likes.
 */
import { createSocket } from "node:dgram"
import { MappingError, type RouterAddress } from "./port-mapper.ts"

export interface SsdpTarget {
  readonly host: string
  readonly port: number
}

export const ssdpMulticast: SsdpTarget = { host: "239.255.255.250", port: 1900 }

/** The description's URL; rejects with "no-answer" after `patience`, or when `signal` says so. */
export function discover(router: RouterAddress, target: SsdpTarget, signal: AbortSignal): Promise<URL> {
  return new Promise((resolve, reject) => {
    const socket = createSocket("udp4")
    const timers: NodeJS.Timeout[] = []
    const end = (settle: () => void) => {
      for (const timer of timers) clearTimeout(timer)
      signal.removeEventListener("abort", onAbort)
      socket.removeAllListeners().on("error", () => undefined)
      socket.close()
      settle()
    }
    const silent = (why: string) => end(() => reject(new MappingError("no-answer", why)))
    const onAbort = () => silent("given up")
    const search = () => {
      for (const type of deviceTypes) socket.send(message(type, target), target.port, target.host, () => undefined)
    }
    socket.on("error", (error) => silent(error.message))
    socket.on("message", (answer, from) => {
      const location = from.address === router.gateway ? locationIn(answer, router.gateway) : undefined
      if (location) end(() => resolve(location))
    })
    if (signal.aborted) return onAbort()
    signal.addEventListener("abort", onAbort)
    socket.bind({ address: router.local, port: 0 }, () => {
      search()
      timers.push(
        setTimeout(search, patience / 3),
        setTimeout(() => silent("SSDP: no answer"), patience),
      )
    })
  })
}

/** Of version 2 too, which answers for version 1 as it must, and sometimes does not. */
const deviceTypes = [1, 2].map((version) => `urn:schemas-upnp-org:device:InternetGatewayDevice:${version}`)

const message = (type: string, { host, port }: SsdpTarget) =>
  ["M-SEARCH * HTTP/1.1", `HOST: ${host}:${port}`, 'MAN: "ssdp:discover"', "MX: 1", `ST: ${type}`, "", ""].join("\r\n")

/** Undefined: it is no answer to the search, or leads away from the gateway. */
export function locationIn(answer: Buffer, gateway: string): URL | undefined {
  const [status = "", ...fields] = answer.subarray(0, longestAnswer).toString("latin1").split("\r\n")
  if (!/^HTTP\/1\.[01] 200\b/.test(status)) return undefined
  const value = (name: string) =>
    fields
      .find((field) => field.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ""
  if (!deviceTypes.includes(value("st"))) return undefined
  return urlAt(value("location"), gateway)
}

/** Undefined unless it is an HTTP URL of that very address. */
export function urlAt(text: string, host: string, base?: URL): URL | undefined {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  return url?.protocol === "http:" && url.hostname === host ? url : undefined
}

const longestAnswer = 4_096
const patience = 3_000
