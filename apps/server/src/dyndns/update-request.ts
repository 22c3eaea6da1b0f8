/** One update as an HTTP request: where to, with which login, in which provider's words. */
import { type DyndnsSettings, dyndnsLogin, dyndnsProvider, fillInUrl } from "@homeport/contract"
import type { HttpQuestion } from "./ask-once.ts"

export interface Update {
  readonly settings: DyndnsSettings
  /** In clear; "" when the provider takes none. */
  readonly password: string
  readonly hostName: string
  /** A public IPv4 address: an empty one would make some providers delete the name. */
  readonly address: string
}

/** `userAgent`: who asks. Providers want to know product and version, and block clients that hide. */
export function updateRequest(update: Update, userAgent: string): HttpQuestion {
  const { settings, password } = update
  const { basic } = dyndnsLogin(settings)
  const login = Buffer.from(`${settings.userName}:${password}`, "utf8").toString("base64")
  return {
    url: updateUrl(update),
    headers: {
      "user-agent": userAgent,
      accept: "text/plain, */*;q=0.1",
      // RFC 7617 §2.1: there is no other encoding that every provider would know.
      ...(basic && { authorization: `Basic ${login}` }),
    },
  }
}

function updateUrl({ settings, password, hostName, address }: Update): URL {
  const known = dyndnsProvider(settings.provider)
  if (!known) {
    const values = { hostname: hostName, ip: address, username: settings.userName, password }
    return new URL(fillInUrl(settings.updateUrl, values))
  }
  const url = new URL(`https://${known.host}${known.path}`)
  if (known.protocol === "duckdns") {
    url.searchParams.set("domains", hostName.slice(0, -(known.suffix ?? "").length))
    url.searchParams.set("token", password)
    url.searchParams.set("ip", address)
  } else {
    url.searchParams.set("hostname", hostName)
    url.searchParams.set("myip", address)
  }
  return url
}
