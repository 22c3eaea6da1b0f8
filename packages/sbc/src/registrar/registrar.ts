/**
 * The registrar: what an admitted REGISTER changes, and its answer. RFC 3261 §10.3.
 *
 *   Require? ──▶ "*"? ──▶ each Contact in turn: interval, order, reachability ──▶ room? ──▶ all of it, or nothing
 *     420         all               423          500       403                    403        200: every binding
 *
 * Requests to a phone go to where its REGISTER came from. When a phone comes with a new Contact, what it had before goes:
 * phones behind NAT forget their old address when they restart, and would pile up.
 */
import { type Flow, first, flowOf, listOf, type Request, type Response, response } from "@homeport/sip"
import type { IpNetwork } from "../border/ip-address.ts"
import { type ContactProblem, judgeContact } from "../border/nat-bindings.ts"
import { warning } from "../border/warning.ts"
import type { StationConfig } from "../config.ts"
import type { Binding, NetworkName, SbcEvent } from "../events.ts"
import { destination } from "../routing/destination.ts"
import { type RequestedContact, readContacts } from "./contacts.ts"
import { type LocationService, type RegisteredContact, sameContact } from "./location-service.ts"
import type { StationDirectory } from "./station-directory.ts"

export interface Registrar {
  /** The answer to a REGISTER of this station, which was admitted on this network; the bindings are changed by then. */
  register(request: Request, flow: Flow, network: NetworkName, station: StationConfig): Response
}

export interface RegistrarOptions {
  readonly locations: LocationService
  readonly directory: () => StationDirectory
  /** Our own public address, while it is known. */
  readonly mapped: () => string | undefined
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** A fresh tag. */
  readonly token: () => string
  /** A phone registered; `former` are the flows that it was registered over before. */
  readonly onRegistered?: (callNumber: string, network: NetworkName, flow: Flow, former: readonly Flow[]) => void
  readonly onEvent: (event: SbcEvent) => void
}

export function createRegistrar(options: RegistrarOptions): Registrar {
  const { locations, token, wallClock } = options

  return {
    register(request, flow, network, station) {
      const registration = { request, flow, network, station }
      const known = locations.of(station.callNumber)
      const decision = judgeRegistration(registration, known, options.directory().local, options.mapped())
      if (!decision.ok) {
        if (decision.problem !== undefined) options.onEvent(refusal(registration, decision.problem))
        return response(request, decision.status, { toTag: token(), fields: decision.fields })
      }
      const before = [...known]
      const lost = locations.lost(station.callNumber)
      for (const contact of decision.removed) locations.remove(contact)
      for (const { contact, hairpin } of decision.added) {
        const binding = bind(contact, hairpin, registration, before, wallClock())
        const to = destination(flow, network, contact.uri)
        const same = [...before, ...lost].filter(
          (one) => isSameContact(one, contact) || isSamePhone(one, contact, registration),
        )
        const former = same.map((one) => flowOf(one.binding.transport, one.binding.local, one.binding.source))
        locations.save(binding, to, contact.identity)
        options.onRegistered?.(station.callNumber, network, to, former)
      }
      return listing(request, locations.of(station.callNumber), wallClock(), token())
    },
  }
}

/** One REGISTER with its circumstances. */
export interface Registration {
  readonly request: Request
  readonly flow: Flow
  readonly network: NetworkName
  readonly station: StationConfig
}

export type Decision =
  | {
      readonly ok: true
      readonly removed: readonly RegisteredContact[]
      readonly added: readonly { readonly contact: RequestedContact; readonly hairpin: boolean }[]
    }
  | {
      readonly ok: false
      readonly status: 400 | 403 | 420 | 423 | 500
      readonly fields: readonly { readonly name: string; readonly value: string }[]
      readonly problem: ContactProblem | undefined
    }

/** What an admitted REGISTER would change, or why nothing. It only reads. `local`: what counts as inside the office. */
export function judgeRegistration(
  registration: Registration,
  known: readonly RegisteredContact[],
  local: readonly IpNetwork[],
  mapped: string | undefined,
): Decision {
  const { request, flow, network, station } = registration
  // RFC 3261 §8.2.2.3: there is no extension that this registrar could be required to support.
  const required = listOf(request, "Require")
  if (required.length > 0) return refuse(420, "Unsupported", required.join(", "))

  const contacts = readContacts(request)
  if (contacts === undefined) return refuse(400)
  if (contacts === "*") {
    const late = known.some(({ binding }) => isOutOfOrder(request, binding))
    return late ? refuse(500) : { ok: true, removed: known, added: [] }
  }

  const added: { contact: RequestedContact; hairpin: boolean }[] = []
  for (const contact of contacts) {
    if (contact.expires > 0 && contact.expires < shortest) return refuse(423, "Min-Expires", String(shortest))
    const same = known.find(({ uri }) => sameContact(uri, contact.parsed))
    if (same !== undefined && isOutOfOrder(request, same.binding)) return refuse(500)
    if (contact.expires === 0) continue
    // RFC 3261 §26.2.2, RFC 5630: over anything but TLS a sips contact would promise what nobody keeps.
    if (contact.parsed?.scheme === "sips" && flow.transport !== "TLS") return refuse(400, "Warning", sipsInClear)
    const natTraversal = network === "outer" ? station.natTraversal : "homeport"
    const verdict = judgeContact(contact.uri, { flow, natTraversal, local, mapped })
    if (!verdict.ok) return forbid(verdict.problem)
    added.push({ contact, hairpin: network === "outer" && verdict.hairpin })
  }

  const named = ({ uri }: RegisteredContact, expires: (seconds: number) => boolean) =>
    contacts.some((contact) => expires(contact.expires) && sameContact(uri, contact.parsed))
  const unregistered = known.filter((one) => named(one, (seconds) => seconds === 0))
  const others = known.filter((one) => !named(one, () => true))
  const replaced = others.filter((one) => added.some(({ contact }) => isSamePhone(one, contact, registration)))
  const staying = others.filter((one) => !replaced.includes(one))

  const excess = staying.length + added.length - most
  // Those that cannot be reached make room first.
  const idle = staying.filter(({ binding }) => binding.state !== "reachable")
  if (excess > idle.length) return forbid(tooMany)
  return { ok: true, added, removed: [...unregistered, ...replaced, ...idle.slice(0, Math.max(0, excess))] }
}

/** RFC 3261 §10.3 steps 6 and 7: of two requests with the same Call-ID the one with the higher number is the newer. */
function isOutOfOrder(request: Request, binding: Binding): boolean {
  return binding.callId === request.callId && request.cseq.sequence <= binding.cseq
}

const isSameContact = ({ uri }: RegisteredContact, { parsed }: RequestedContact) => sameContact(uri, parsed)

/** Whether a contact that this REGISTER does not name is where the same phone was before. */
function isSamePhone(known: RegisteredContact, contact: RequestedContact, registration: Registration): boolean {
  const { request, flow, network } = registration
  const { instance, registrationId } = known.identity
  // RFC 5626 §6: a phone that says who it is may have several flows, each with a number.
  if (instance !== undefined && contact.identity.instance !== undefined)
    return instance === contact.identity.instance && registrationId === contact.identity.registrationId
  const { callId, transport, source } = known.binding
  if (callId === request.callId) return true
  const { remote } = destination(flow, network, contact.uri)
  return transport === flow.transport && source.host === remote.host && source.port === remote.port
}

function bind(
  contact: RequestedContact,
  hairpin: boolean,
  registration: Registration,
  known: readonly RegisteredContact[],
  now: number,
): Binding {
  const { request, flow, network, station } = registration
  const { uri, expires, parsed } = contact
  const before = known.find((one) => sameContact(one.uri, parsed))
  return {
    callNumber: station.callNumber,
    contact: uri,
    network,
    transport: flow.transport,
    source: destination(flow, network, uri).remote,
    local: flow.local,
    userAgent: first(request, "User-Agent") ?? "",
    callId: request.callId,
    cseq: request.cseq.sequence,
    registeredAt: before?.binding.registeredAt ?? now,
    expiresAt: now + expires * 1000,
    hairpin,
    state: "reachable",
  }
}

/** RFC 3261 §10.3 step 8. */
function listing(request: Request, contacts: readonly RegisteredContact[], now: number, toTag: string): Response {
  const fields = contacts.map(({ binding: { contact, expiresAt } }) => ({
    name: "Contact",
    value: `<${contact}>;expires=${Math.max(0, Math.ceil((expiresAt - now) / 1000))}`,
  }))
  return response(request, 200, { toTag, fields: [...fields, { name: "Date", value: new Date(now).toUTCString() }] })
}

function refuse(status: 400 | 420 | 423 | 500, name?: string, value?: string): Decision {
  const fields = name === undefined || value === undefined ? [] : [{ name, value }]
  return { ok: false, status, fields, problem: undefined }
}

function forbid(problem: ContactProblem): Decision {
  return { ok: false, status: 403, fields: [warning(problem.explanation)], problem }
}

function refusal({ request, flow, network, station }: Registration, { cause, contact }: ContactProblem): SbcEvent {
  const { transport, remote: source } = flow
  const userAgent = first(request, "User-Agent") ?? ""
  const user = station.callNumber
  return {
    type: "registration.refused",
    refusal: { cause, network, transport, source, user, contact, userAgent },
  }
}

const tooMany: ContactProblem = {
  cause: "too-many-contacts",
  contact: undefined,
  explanation: "10 phones are registered with this number already",
}
const sipsInClear = warning("A sips Contact can be registered over TLS only").value
const shortest = 60
const most = 10
