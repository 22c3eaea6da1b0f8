/**
 * Who keeps a public name, and how each is told its new address. All of them are asked with one GET over HTTPS:
 *
 *   dyndns2   https://HOST/PATH?hostname=NAME&myip=ADDRESS, user and password by HTTP Basic (RFC 7617)
 *   duckdns   https://HOST/PATH?domains=NAME&token=PASSWORD&ip=ADDRESS, answered OK or KO
 */

export const dyndnsProtocols = ["dyndns2", "duckdns"] as const
export type DyndnsProtocol = (typeof dyndnsProtocols)[number]

export interface DyndnsProvider {
  /** As it calls itself. */
  readonly label: string
  readonly host: string
  readonly path: `/${string}`
  readonly protocol: DyndnsProtocol
  /** Every name it keeps ends so; absent: any name. */
  readonly suffix?: string
}

/** By id, in the order they are offered: by name. */
export const dyndnsProviders = {
  "all-inkl": { label: "All-Inkl", host: "dyndns.kasserver.com", path: "/", protocol: "dyndns2" },
  ddnss: { label: "ddnss.de", host: "ddnss.de", path: "/nic/update", protocol: "dyndns2" },
  // The path may be any.
  desec: { label: "deSEC (dedyn.io)", host: "update.dedyn.io", path: "/nic/update", protocol: "dyndns2" },
  "dns-o-matic": { label: "DNS-O-Matic", host: "updates.dnsomatic.com", path: "/nic/update", protocol: "dyndns2" },
  duckdns: {
    label: "Duck DNS",
    host: "www.duckdns.org",
    path: "/update",
    protocol: "duckdns",
    suffix: ".duckdns.org",
  },
  dyn: { label: "Dyn", host: "members.dyndns.org", path: "/nic/update", protocol: "dyndns2" },
  dynv6: { label: "dynv6", host: "dynv6.com", path: "/nic/update", protocol: "dyndns2" },
  inwx: { label: "INWX", host: "dyndns.inwx.com", path: "/nic/update", protocol: "dyndns2" },
  ipv64: { label: "IPv64.net", host: "ipv4.ipv64.net", path: "/nic/update", protocol: "dyndns2" },
  joker: { label: "Joker.com", host: "svc.joker.com", path: "/nic/update", protocol: "dyndns2" },
  luadns: { label: "LuaDNS", host: "app.luadns.com", path: "/nic/update", protocol: "dyndns2" },
  "nic-ru": { label: "NIC.RU", host: "api.nic.ru", path: "/nic/update", protocol: "dyndns2" },
  "no-ip": { label: "No-IP", host: "dynupdate.no-ip.com", path: "/nic/update", protocol: "dyndns2" },
  selfhost: { label: "selfHOST", host: "carol.selfhost.de", path: "/nic/update", protocol: "dyndns2" },
  variomedia: { label: "Variomedia", host: "dyndns.variomedia.de", path: "/nic/update", protocol: "dyndns2" },
  websupport: { label: "WebSupport", host: "dyndns.websupport.sk", path: "/nic/update", protocol: "dyndns2" },
} as const satisfies Record<string, DyndnsProvider>

export type KnownDyndnsProvider = keyof typeof dyndnsProviders

/** "own": whoever answers at the URL that was entered, in the words of dyndns2 or DuckDNS. */
export const dyndnsProviderIds = ["own", ...knownProviders()] as const
export type DyndnsProviderId = (typeof dyndnsProviderIds)[number]

/** What is known of a provider; undefined: its URL was entered. */
export const dyndnsProvider = (id: DyndnsProviderId): DyndnsProvider | undefined =>
  id === "own" ? undefined : dyndnsProviders[id]

function knownProviders(): readonly KnownDyndnsProvider[] {
  // The keys of the table above and no others.
  return Object.keys(dyndnsProviders) as KnownDyndnsProvider[]
}
