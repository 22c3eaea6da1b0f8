/** The HOMEPORT_* variables, read once. A value that cannot be meant ends the start with one sentence. */
import { isIP } from "node:net"
import { resolve } from "node:path"
import { isHostIpv4 } from "@homeport/contract"
import { Secret } from "@homeport/store"

export interface Environment {
  readonly dataFolder: string
  /** Where console and API are served. */
  readonly http: ListenAddress
  /** The listeners for phones alone: HTTPS, and HTTP for the LAN. Undefined: off. */
  readonly phones: ListenAddress | undefined
  readonly phonesHttp: ListenAddress | undefined
  /** Password of the first account, at the first start only. */
  readonly adminPassword: Secret | undefined
  /** First-start default of the address that carries VoIP. */
  readonly sipAddress: string | undefined
  readonly rtpEngine: "auto" | "userspace" | "kernel"
  /** Whose X-Forwarded-For counts: addresses and networks. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: (typeof logLevels)[number]
}

export interface ListenAddress {
  readonly host: string
  readonly port: number
  readonly loopback: boolean
}

export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError"
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const
const rtpEngines = ["auto", "userspace", "kernel"] as const

/** `root` is the repository: relative to it lies the default data folder. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>, root: string): Environment {
  const value = (name: string): string | undefined => variables[name]?.trim() || undefined
  const optionalAddress = (name: string) => {
    const text = value(name)
    return text === undefined ? undefined : listenAddress(name, text)
  }
  const sipAddress = value("HOMEPORT_SIP_ADDRESS")
  if (sipAddress !== undefined && !isHostIpv4(sipAddress))
    throw new EnvironmentError(
      `HOMEPORT_SIP_ADDRESS must be one of this machine's IPv4 addresses, never 0.0.0.0; it is “${sipAddress}”.`,
    )
  return {
    dataFolder: resolve(root, value("HOMEPORT_DATA") ?? "data"),
    http: listenAddress("HOMEPORT_HTTP", value("HOMEPORT_HTTP") ?? "127.0.0.1:8080"),
    phones: optionalAddress("HOMEPORT_PHONES"),
    phonesHttp: optionalAddress("HOMEPORT_PHONES_HTTP"),
    adminPassword: variables.HOMEPORT_ADMIN_PASSWORD ? Secret.of(variables.HOMEPORT_ADMIN_PASSWORD) : undefined,
    sipAddress,
    rtpEngine: oneOf("HOMEPORT_RTP_ENGINE", value("HOMEPORT_RTP_ENGINE") ?? "auto", rtpEngines),
    trustedProxies: proxies(value("HOMEPORT_TRUSTED_PROXIES")),
    logLevel: oneOf("HOMEPORT_LOG_LEVEL", value("HOMEPORT_LOG_LEVEL") ?? "info", logLevels),
  }
}

function listenAddress(name: string, text: string): ListenAddress {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):([0-9]{1,5})$/.exec(text) ?? []
  const host = bracketed ?? plain
  const port = Number(digits)
  if (host === undefined || !(port <= 65535) || (host !== "localhost" && isIP(host) === 0))
    throw new EnvironmentError(`${name} must be address:port, such as 127.0.0.1:8080; it is “${text}”.`)
  return { host, port, loopback: isLoopback(host) }
}

export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host)

function proxies(text: string | undefined): readonly string[] {
  const list = text?.split(/[\s,]+/).filter((entry) => entry !== "") ?? []
  const wrong = list.find((entry) => !isAddressOrNetwork(entry))
  if (wrong !== undefined)
    throw new EnvironmentError(`HOMEPORT_TRUSTED_PROXIES must list addresses or networks; “${wrong}” is neither.`)
  return list
}

function isAddressOrNetwork(text: string): boolean {
  const [address = "", bits = "0", ...more] = text.split("/")
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && /^[0-9]{1,3}$/.test(bits) && Number(bits) <= most
}

function oneOf<const Values extends readonly string[]>(name: string, value: string, values: Values): Values[number] {
  const found = values.find((each) => each === value)
  if (found === undefined) throw new EnvironmentError(`${name} must be one of ${values.join(", ")}; it is “${value}”.`)
  return found
}
