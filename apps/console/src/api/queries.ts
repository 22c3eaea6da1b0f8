/**
 * Every question the console asks, as query options that a page and its loader share, so that they cannot disagree. `topics`
 * are the stream's words that make the answer old.
 */
import {
  type Certificate,
  type CertificateProfile,
  certificates,
  type Endpoint,
  live,
  login,
  type QueryOf,
  type ResponseOf,
  readiness,
  registrations,
  sipClients,
  spe,
  system,
  type Topic,
} from "@homeport/contract"
import { queryOptions } from "@tanstack/react-query"
import { type Answer, type RequestOf, request } from "./client.ts"

export interface TopicMeta extends Record<string, unknown> {
  readonly topics: readonly Topic[]
}

/** The answer with its version: for what is edited. */
export function versioned<E extends Endpoint>(asked: E, parts: Omit<RequestOf<E>, "signal">, topics: readonly Topic[]) {
  return queryOptions({
    queryKey: [asked.path, parts, "versioned"],
    // `signal` is the one part that was left out above.
    queryFn: ({ signal }): Promise<Answer<ResponseOf<E>>> => request(asked, { ...parts, signal } as RequestOf<E>),
    meta: { topics } satisfies TopicMeta,
  })
}

/** The answer alone: for what is only shown. */
export function shown<E extends Endpoint>(asked: E, parts: Omit<RequestOf<E>, "signal">, topics: readonly Topic[]) {
  return queryOptions({
    queryKey: [asked.path, parts],
    queryFn: async ({ signal }): Promise<ResponseOf<E>> =>
      // As above.
      (await request(asked, { ...parts, signal } as RequestOf<E>)).data,
    meta: { topics } satisfies TopicMeta,
  })
}

export const loginQuery = () => shown(login.me, {}, ["administrators"])
export const aboutQuery = () => shown(system.about, {}, ["settings", "sip-clients", "listeners"])
export const healthQuery = () => shown(system.health, {}, ["listeners"])
export const callsQuery = () => shown(live.calls, { query: { limit: 100 } }, ["calls"])
export const channelsQuery = () => shown(live.channels, {}, ["channels", "calls", "settings"])
export const stunStatusQuery = () => shown(live.stun, {}, ["stun", "settings"])
/** The name service tells nobody when a name leads elsewhere: it is looked at now and then. */
export const dyndnsStatusQuery = () =>
  queryOptions({ ...shown(live.dyndns, {}, ["stun", "settings"]), refetchInterval: 30_000 })
export const listenersQuery = () => shown(live.listeners, {}, ["listeners", "settings"])
/** It looks at nearly everything; a refused phone and a name that leads elsewhere are no topic of their own. */
export const readinessQuery = () =>
  queryOptions({
    ...shown(readiness.read, {}, [
      "settings",
      "sip-clients",
      "registrations",
      "channels",
      "stun",
      "office-router",
      "listeners",
      "forwarding",
      "certificates",
      "devices",
    ]),
    refetchInterval: 30_000,
  })

/** Unless asked otherwise all of them, the one that ends first at the top. */
export const certificatesQuery = (query: QueryOf<typeof certificates.list> = { limit: 500, sort: "notAfter" }) =>
  shown(certificates.list, { query }, ["certificates"])

/** The CAs that can sign: their key is here. What the tree shows under Certificate Generation. */
export const ownAuthoritiesQuery = () =>
  queryOptions({
    ...certificatesQuery(),
    select: ({ items }) => items.filter(isOwnAuthority).toSorted((one, other) => one.name.localeCompare(other.name)),
  })

export const isAuthority = ({ facts }: Certificate) => facts.type === "self-signed-ca" || facts.type === "ca"
export const isOwnAuthority = (certificate: Certificate) => certificate.hasKey && isAuthority(certificate)

export const certificateQuery = (id: number) => shown(certificates.read, { params: { id } }, ["certificates"])
export const revocationListQuery = (id: number) =>
  shown(certificates.revocationList, { params: { id } }, ["certificates"])

/** A new one each time a form is opened: its serial number and name are for one certificate. */
export const certificateProposalQuery = (profile: CertificateProfile, authorityId?: number) =>
  queryOptions({
    ...shown(certificates.proposal, { query: { profile, ...(authorityId !== undefined && { authorityId }) } }, []),
    staleTime: 0,
    // As long as it takes from the loader to the page.
    gcTime: 3_000,
    refetchOnWindowFocus: false,
  })

/** Whether SIP over TLS is open, or why not, and with which certificates. */
export const speStatusQuery = () => shown(spe.status, {}, ["certificates", "settings", "registrations", "listeners"])

export const registrationsQuery = (query: QueryOf<typeof registrations.list> = { limit: 100 }) =>
  shown(registrations.list, { query }, ["registrations", "sip-clients"])

export const sipClientsQuery = (query: QueryOf<typeof sipClients.list>) =>
  shown(sipClients.list, { query }, ["sip-clients", "registrations"])

/** What the tree shows under SIP Clients. */
export const TREE_STATIONS = 50
export const treeStationsQuery = () =>
  shown(sipClients.list, { query: { limit: TREE_STATIONS, sort: "index" } }, ["sip-clients"])

export const sipClientQuery = (index: number) => versioned(sipClients.read, { params: { index } }, ["sip-clients"])
