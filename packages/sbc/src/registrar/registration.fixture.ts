/** For tests: an office with stations, and phones that register with it. In memory, on a clock turned by hand. */
import {
  authorization,
  createNonces,
  type Field,
  type Flow,
  flowOf,
  hashedSecret,
  listOf,
  parseChallenge,
  type Request,
  type Response,
  request,
} from "@homeport/sip"
import { manualClock } from "@homeport/testkit"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { Binding, SbcEvent } from "../events.ts"
import { createIngress } from "../ingress.ts"
import { endedBindings } from "./ended-bindings.ts"
import { createLocationService } from "./location-service.ts"
import { createRegistrar } from "./registrar.ts"
import { createStationDirectory } from "./station-directory.ts"

export const password = "Str0ng-pass!"
export const mapped = "203.0.113.20"

export function station(
  callNumber: string,
  changes: Partial<StationConfig> & { password?: string } = {},
): StationConfig {
  const { password: secret = password, ...others } = changes
  const sipUserId = others.sipUserId ?? `SIP-${callNumber}`
  const realm = others.realm ?? "SMO-SIP"
  return {
    callNumber,
    name: `SIP-${callNumber}`,
    authenticationActive: true,
    sipUserId,
    realm,
    ha1: {
      md5: { reveal: () => hashedSecret("MD5", sipUserId, realm, secret) },
      sha256: { reveal: () => hashedSecret("SHA-256", sipUserId, realm, secret) },
    },
    digestAlgorithms: "md5",
    fixedIpAddress: undefined,
    internetRegistration: true,
    internetRegistrationUntil: undefined,
    userAgentPrefix: undefined,
    natTraversal: "endpoint",
    ...others,
  }
}

export function configOf(...stations: readonly StationConfig[]): SbcConfig {
  return {
    networks: { inner: ["192.168.1.2"], outer: "192.168.1.2", local: ["192.168.1.0/24"] },
    ports: { inner: 5060, outer: 5070, innerTls: 5062, outerTls: 5071, rtp: { from: 29100, to: 30530 } },
    realm: "SMO-SIP",
    stations,
    stun: { mode: "automatic", server: undefined, staticAddress: undefined, staticPort: undefined },
    channels: 60,
    outerUdpAtRouter: undefined,
    rtpForwarded: false,
    tls: undefined,
    firewall: {
      reach: { SIP: "local", SIP_TLS_SUB: "local", SIP_EXT: "everybody", SIP_TLS_SUB_EXT: "everybody" },
      neverBlocked: [],
      blocking: undefined,
    },
  }
}

/** A flow to our outer port, or (from the office) to the inner one. */
export function outerFlow(host: string, port: number, transport: Flow["transport"] = "UDP", connection?: number): Flow {
  return flowOf(transport, { host: "192.168.1.2", port: 5070 }, { host, port }, connection)
}
export function innerFlow(host: string, port: number, transport: Flow["transport"] = "UDP", connection?: number): Flow {
  return flowOf(transport, { host: "192.168.1.2", port: 5060 }, { host, port }, connection)
}

export interface Asked {
  readonly flow?: Flow
  readonly user?: string
  readonly method?: string
  readonly uri?: string
  /** Contact values; none where it is empty. */
  readonly contacts?: readonly string[]
  readonly expires?: number | string
  readonly callId?: string
  readonly cseq?: number
  readonly fields?: readonly Field[]
}

export function scene(config: SbcConfig, options: { bindings?: readonly Binding[] } = {}) {
  const clock = manualClock()
  const events: SbcEvent[] = []
  const pings: { binding: Binding; flow: Flow; done: (answered: boolean) => void }[] = []
  const disconnected: Flow[] = []
  let directory = createStationDirectory(config)
  let tags = 0
  let sequence = 0
  const wallClock = () => clock.wall()
  const onEvent = (event: SbcEvent) => void events.push(event)
  const token = () => `tag${++tags}`
  const nonces = createNonces({ key: Buffer.alloc(32, 1), wallClock })
  const locations = createLocationService({
    clock,
    wallClock,
    random: () => 0.5,
    ping: (binding, flow, done) => void pings.push({ binding, flow, done }),
    disconnect: (flow) => void disconnected.push(flow),
    onEvent,
  })
  const registrar = createRegistrar({
    locations,
    directory: () => directory,
    mapped: () => mapped,
    wallClock,
    token,
    onEvent,
  })
  const ingress = createIngress({ directory: () => directory, locations, nonces, wallClock, token, onEvent })
  if (options.bindings !== undefined) locations.restore(options.bindings)

  const home = outerFlow("198.51.100.7", 40001)

  /** A request as a phone makes it. */
  const make = (asked: Asked, extra: readonly Field[] = []): Request => {
    const { flow = home, user = "168", method = "REGISTER", contacts, expires, callId = "call-1" } = asked
    const { host, port } = flow.remote
    const own = [`<sip:${user}@${host}:${port}>`]
    const fields: Field[] = [
      { name: "Via", value: `SIP/2.0/${flow.transport} ${host}:${port};branch=z9hG4bK${sequence};rport` },
      { name: "From", value: `<sip:${user}@office.example>;tag=f` },
      { name: "To", value: `<sip:${method === "REGISTER" ? user : "100"}@office.example>` },
      { name: "Call-ID", value: callId },
      { name: "CSeq", value: `${asked.cseq ?? ++sequence} ${method}` },
      { name: "User-Agent", value: "Test phone 1" },
      ...(contacts ?? own).map((value) => ({ name: "Contact", value })),
      ...(expires === undefined ? [] : [{ name: "Expires", value: String(expires) }]),
      ...(asked.fields ?? []),
      ...extra,
    ]
    return request({ method, uri: asked.uri ?? "sip:office.example", fields })
  }

  /** Hands it in as the transaction layer would. */
  const receive = (message: Request, flow: Flow): Response | "admitted" => {
    const network = flow.local.port === 5060 ? "inner" : "outer"
    locations.heard(flow)
    const admission = ingress.admit(message, flow, network)
    if (admission.kind === "respond") return admission.response
    if (message.method !== "REGISTER") return "admitted"
    return registrar.register(message, flow, network, admission.station)
  }

  /** What a phone does with a challenge: the first one it is given, answered with this user and password. */
  const answer = (challenged: Response, asked: Asked, user: string, secret: string, nonceCount = 1) => {
    const challenge = parseChallenge(challenged.fields.find(({ name }) => name === "WWW-Authenticate")?.value ?? "")
    if (challenge === undefined) throw new Error(`no challenge in a ${challenged.status}`)
    const { method = "REGISTER" } = asked
    const uri = "sip:office.example"
    return authorization(challenge, { username: user, password: secret, method, uri, cnonce: "c", nonceCount })
  }

  return {
    clock,
    events,
    pings,
    disconnected,
    locations,
    home,
    make,
    receive,
    answer,
    of: <T extends SbcEvent["type"]>(type: T) =>
      events.filter((event): event is Extract<SbcEvent, { type: T }> => event.type === type),

    /** A request with credentials, as a phone sends it after its challenge; without a challenge, the first answer. */
    send(asked: Asked = {}, secret = password, digestUser = `SIP-${asked.user ?? "168"}`): Response | "admitted" {
      const flow = asked.flow ?? home
      const { cseq, ...again } = asked
      const first = receive(make(again), flow)
      if (first === "admitted" || first.status !== 401) return first
      const value = answer(first, asked, digestUser, secret)
      return receive(make(asked, [{ name: "Authorization", value }]), flow)
    },

    configure(next: SbcConfig) {
      const ended = endedBindings(locations.all(), directory.config, next, wallClock())
      for (const binding of ended)
        for (const contact of [...locations.of(binding.callNumber)])
          if (contact.binding === binding) locations.remove(contact)
      directory = createStationDirectory(next)
      return ended
    },
  }
}

export function status(answer: Response | "admitted"): number | "admitted" {
  return answer === "admitted" ? answer : answer.status
}

export function contactsOf(answer: Response | "admitted"): readonly string[] {
  return answer === "admitted" ? [] : listOf(answer, "Contact")
}

export function field(answer: Response | "admitted", name: string): string | undefined {
  return answer === "admitted" ? undefined : answer.fields.find((one) => one.name === name)?.value
}
