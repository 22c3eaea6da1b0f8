/** What several pages say alike. */
import { plural } from "../texts.ts"

export const password = {
  rules: "Rules of the password",
  met: {
    PasswordTooShort: (minimum: number) => `at least ${minimum} characters`,
    PasswordNeedsUpper: (_: number) => "an upper-case letter",
    PasswordNeedsLower: (_: number) => "a lower-case letter",
    PasswordNeedsDigit: (_: number) => "a digit",
    PasswordNeedsSpecial: (_: number) => "a special character",
  },
  generate: "Generate",
  generateHint: "Fill in a strong password that can be read aloud",
  generated: "Generated password. It is shown only now:",
  show: "Show or hide the password",
  strong: "Strong",
} as const

export const registration = {
  state: {
    reachable: "Registered",
    unreachable: "Unreachable",
    waiting: "Waiting for the phone",
    none: "Not registered",
  },
  network: { inner: "Office", outer: "Internet", hairpin: "Internet, from the office" },
  more: (count: number) => `and ${plural(count, "more phone", "more phones")}`,
  source: "Source",
  where: "Network and source",
  userAgent: "Phone",
  since: "Since",
  expires: "Expires in",
  expired: "expired",
  networkTitle: "Network",
  stateTitle: "Registration",
} as const

export const file = {
  choose: "Choose a file…",
  drop: "or drop it here",
  chosen: (name: string, size: string) => `${name} (${size})`,
  kilobytes: (size: string) => `${size} kB`,
  clear: "Choose another file",
  unreadable: "The browser could not read this file.",
} as const

/** A moment in six boxes. */
export const moment = {
  day: "Day",
  month: "Month",
  year: "Year",
  hour: "Hour",
  minute: "Min.",
  second: "Sec.",
} as const
