/** What comes of telling the DynDNS provider the public address. */
export const dyndnsEventsEn = {
  "dyndns.updated": "The DynDNS provider was told that {hostName} leads to {address}.",
  "dyndns.elsewhere":
    "The DynDNS provider knew the new address {address} of {hostName} before Homeport reported it: the office router seems to update too.",
  "dyndns.failed":
    "The DynDNS provider could not be told that {hostName} leads to {address} ({answer}). It is tried again; phones at home do not find the office until then.",
  "dyndns.stopped":
    "The DynDNS provider refused the update of {hostName} ({answer}), and nothing more is sent until somebody acts: phones at home will not find the office at {address}.",
} as const
