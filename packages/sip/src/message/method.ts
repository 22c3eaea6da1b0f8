/** The methods that have a name of their own here; any other token is a method too (RFC 3261 §7.1). */
export const methods = [
  "ACK",
  "BYE",
  "CANCEL",
  "INFO", // RFC 6086
  "INVITE",
  "MESSAGE", // RFC 3428
  "NOTIFY", // RFC 6665
  "OPTIONS",
  "PRACK", // RFC 3262
  "PUBLISH", // RFC 3903
  "REFER", // RFC 3515
  "REGISTER",
  "SUBSCRIBE", // RFC 6665
  "UPDATE", // RFC 3311
] as const

export type Method = (typeof methods)[number]

export const isKnownMethod = (method: string): method is Method => known.has(method)

const known: ReadonlySet<string> = new Set(methods)
