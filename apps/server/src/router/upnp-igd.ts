/**
 * A router as a UPnP Internet Gateway Device: found by SSDP, described in XML, told by SOAP (WANIPConnection:1 §2.4).
 *
 * AddPortMapping alone is used, which opens the port that was asked for or none. Of the XML only flat elements are wanted, and the
 * answers of a router are whatever they are: they are bounded, searched, and never trusted to be well formed.
 */
import { parseIpv4 } from "@homeport/contract"
import {
  type MappedPort,
  MappingError,
  type PortMapper,
  type RouterAddress,
  type RouterControl,
} from "./port-mapper.ts"
import { discover, type SsdpTarget, ssdpMulticast, urlAt } from "./ssdp.ts"

/** `search`: where routers are searched for; another address in tests. */
export function upnpIgd(search: SsdpTarget = ssdpMulticast): PortMapper {
  return {
    async find(router, signal) {
      const location = await discover(router, search, signal)
      const description = await textOf(await fetch(location, { signal, redirect: "error" }))
      for (const service of servicesIn(description, location)) {
        const control = controlOf(service, router)
        // Routers list a connection over PPP and one over IP, of which one is in use.
        if (await control.externalAddress(signal).catch(() => undefined)) return control
      }
      throw new MappingError("no-answer", "UPnP: no connection to the internet is described")
    },
  }
}

interface Service {
  readonly type: string
  readonly control: URL
}

/** The connection services, the newest version first; those whose control leads away from the router are none. */
export function servicesIn(description: string, location: URL): readonly Service[] {
  const found = [...description.matchAll(/<service>(.*?)<\/service>/gs)].flatMap(([, service = ""]): Service[] => {
    const control = urlAt(elementIn(service, "controlURL") ?? "", location.hostname, location)
    return control ? [{ type: elementIn(service, "serviceType") ?? "", control }] : []
  })
  return connectionTypes.flatMap((type) => found.filter((service) => service.type === type))
}

const connectionTypes = ["WANIPConnection:2", "WANIPConnection:1", "WANPPPConnection:1"].map(
  (name) => `urn:schemas-upnp-org:service:${name}`,
)

function controlOf(service: Service, { local }: RouterAddress): RouterControl {
  const ask = (action: string, args: Readonly<Record<string, string | number>>, signal: AbortSignal) =>
    call(service, action, args, signal)
  return {
    protocol: "upnp-igd",
    async externalAddress(signal) {
      const address = elementIn(await ask("GetExternalIPAddress", {}, signal), "NewExternalIPAddress") ?? ""
      return parseIpv4(address) === undefined || address === "0.0.0.0" ? undefined : address
    },
    async map({ protocol, port }, seconds, signal) {
      await ask(
        "AddPortMapping",
        {
          NewRemoteHost: "",
          NewExternalPort: port,
          NewProtocol: protocol,
          NewInternalPort: port,
          NewInternalClient: local,
          NewEnabled: 1,
          NewPortMappingDescription: `Homeport SIP ${protocol}`,
          NewLeaseDuration: seconds,
        },
        signal,
      )
      return { externalPort: port, seconds }
    },
    async unmap({ protocol }: MappedPort, externalPort, signal) {
      const args = { NewRemoteHost: "", NewExternalPort: externalPort, NewProtocol: protocol }
      await ask("DeletePortMapping", args, signal).catch((error: unknown) => {
        // What is not there need not be taken away.
        if (!(error instanceof IgdError && error.code === NO_SUCH_ENTRY)) throw error
      })
    },
  }
}

/** Values are numbers, addresses and our own words: nothing in them has to be escaped. */
async function call(
  { type, control }: Service,
  action: string,
  args: Readonly<Record<string, string | number>>,
  signal: AbortSignal,
): Promise<string> {
  const parts = Object.entries(args).map(([name, value]) => `<${name}>${value}</${name}>`)
  const response = await fetch(control, {
    method: "POST",
    headers: { "Content-Type": 'text/xml; charset="utf-8"', SOAPAction: `"${type}#${action}"` },
    body: `<?xml version="1.0"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body><u:${action} xmlns:u="${type}">${parts.join("")}</u:${action}></s:Body></s:Envelope>
`,
    signal,
    redirect: "error",
  })
  const text = await textOf(response)
  if (response.ok) return text
  throw new IgdError(Number(elementIn(text, "errorCode") ?? response.status), action)
}

/** With the code of WANIPConnection:1 §2.4.16. */
class IgdError extends MappingError {
  readonly code: number

  constructor(code: number, action: string) {
    super(problems[code] ?? "failed", `UPnP error ${code} of ${action}`)
    this.code = code
  }
}

const problems: Readonly<Record<number, "not-authorized" | "port-taken" | "only-permanent">> = {
  401: "not-authorized",
  403: "not-authorized",
  606: "not-authorized",
  718: "port-taken",
  725: "only-permanent",
}
const NO_SUCH_ENTRY = 714

/** What stands in the first element of that name, whatever its prefix. */
function elementIn(xml: string, name: string): string | undefined {
  const [, text] = new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${name}(?:\\s[^<>]*)?>([^<]*)<`).exec(xml) ?? []
  return text?.trim().replaceAll("&amp;", "&")
}

/** A router that sends without end is left in the middle. */
async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    pieces.push(piece)
    length += piece.byteLength
    if (length > longestAnswer) throw new MappingError("failed", "UPnP: an answer without end")
  }
  return Buffer.concat(pieces).toString("utf8")
}

const longestAnswer = 64 * 1024
