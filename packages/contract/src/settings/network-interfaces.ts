/** Network Interfaces: which of the machine's interfaces is LAN 1 (WAN), which LAN 2, and which carries VoIP. */
import * as z from "zod/mini"
import { isHostIpv4, parseIpv4 } from "../addresses.ts"
import { endpoint } from "../endpoint.ts"
import { type FieldProblem, type FieldProblems, obeys } from "../field-problem.ts"
import { choice, code, network, text } from "../primitives.ts"
import { listenErrors, settingsPage } from "./page.ts"

/** An interface's name ("eth0": its first IPv4 address, followed when it changes), or one of the machine's IPv4 addresses. */
const machineInterface = text(1, 64).check(
  z.regex(/^[^\s/]*$/, code("NotAnInterface")),
  // 0.0.0.0, multicast and broadcast can be bound as well, and are nobody's.
  z.refine((value) => parseIpv4(value) === undefined || isHostIpv4(value), code("NotAnInterface")),
)

const shape = z.strictObject({
  /** LAN 1 (WAN); null: not used. */
  lan1: z.nullable(machineInterface),
  /** LAN 2; null: not used. */
  lan2: z.nullable(machineInterface),
  /** All VoIP traffic uses the same one (guide §2.5). */
  voip: choice(["lan1", "lan2"]),
  /** Further networks whose sources count as inside the office, as "192.168.7.0/24". */
  localNetworks: z.array(network, code("WrongType")).check(z.maxLength(64, code("TooMany"))),
})
export type NetworkInterfacesSettings = z.infer<typeof shape>

export function networkInterfacesRules(settings: NetworkInterfacesSettings): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  if (settings[settings.voip] === null) problems[settings.voip] = { code: "VoipNeedsInterface" }
  if (settings.lan1 !== null && settings.lan1 === settings.lan2) problems.lan2 = { code: "SameInterface" }
  return problems
}

export const networkInterfacesSettings = shape.check(obeys(networkInterfacesRules))

/** The default route's interface, or `HOMEPORT_SIP_ADDRESS`, takes LAN 2's place at the first start. */
export const networkInterfacesDefaults: NetworkInterfacesSettings = {
  lan1: null,
  lan2: "127.0.0.1",
  voip: "lan2",
  localNetworks: [],
}

export const availableInterface = z.strictObject({
  name: z.string(),
  address: z.string(),
  /** Its network, "192.168.1.0/24". */
  network: z.string(),
  /** Whether the way to everywhere else leads through it. */
  defaultRoute: z.boolean(),
  loopback: z.boolean(),
})
export type AvailableInterface = z.infer<typeof availableInterface>

export const networkInterfaces = {
  ...settingsPage("network-interfaces", networkInterfacesSettings, listenErrors),
  available: endpoint({
    method: "GET",
    path: "/api/network-interfaces",
    summary: "The machine's interfaces and IPv4 addresses",
    role: "basic",
    response: z.strictObject({ items: z.array(availableInterface) }),
    errors: [],
  }),
}
