/** What a REGISTER asks for: contacts, each with its interval. RFC 3261 §10.2.1, §10.3 steps 6 and 7; RFC 5626 §4.1. */
import { decimal, first, parameter, parseContacts, parseUri, type Request, type SipUri } from "@homeport/sip"
import type { ContactIdentity } from "./location-service.ts"

export interface RequestedContact {
  /** As the phone wrote it. */
  readonly uri: string
  /** Undefined where it is no SIP URI. */
  readonly parsed: SipUri | undefined
  /** Seconds, at most `longest`; 0 removes. */
  readonly expires: number
  readonly identity: ContactIdentity
}

/** "*": remove all. Undefined: a request that makes no sense (400). Without Contact it only asks: an empty list. */
export function readContacts(request: Request): readonly RequestedContact[] | "*" | undefined {
  const contacts = parseContacts(request)
  if (contacts === undefined) return undefined
  const expires = first(request, "Expires")
  if (contacts === "*") return expires !== undefined && seconds(expires) === 0 ? "*" : undefined
  // Among other contacts "*" means nothing (RFC 3261 §10.3 step 6); as a URI it does not parse, and is refused there.
  return contacts.map(({ uri, parameters }) => {
    const requested = parameter(parameters, "expires")?.value ?? expires
    return {
      uri,
      parsed: parseUri(uri),
      expires: Math.min(longest, requested === undefined ? longest : seconds(requested)),
      identity: {
        instance: parameter(parameters, "+sip.instance")?.value,
        registrationId: parameter(parameters, "reg-id")?.value,
      },
    }
  })
}

/** RFC 3261 §20.10, §20.19: what cannot be read counts as 3600. */
function seconds(text: string): number {
  return decimal(text, 2 ** 32 - 1) ?? 3600
}

/** What we grant at most, and where nothing is asked for. */
export const longest = 3600
