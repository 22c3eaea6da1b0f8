/** Everything an administrator has set, as one immutable value: what a draft begins from and becomes. */
import type { AllSettings, Section, SipClient } from "@homeport/contract"
import type { Secret } from "./secret.ts"

export interface SettingsState {
  readonly sections: { readonly [S in Section]: Versioned<AllSettings[S]> }
  /** By index, ascending. */
  readonly stations: ReadonlyMap<number, Station>
}

export interface Versioned<T> extends Version {
  readonly value: T
}

/** Grows with every commit and never repeats, so an old ETag can never match something new. */
export interface Version {
  readonly version: number
  /** undefined: still as Homeport came. */
  readonly changedBy: string | undefined
  readonly changedAt: number | undefined
}

/** Never changed in place: a changed station is another object, an unchanged one the same. */
export interface Station extends Version, StationFields {
  readonly index: number
}

export interface StationFields extends Omit<SipClient, "index" | "passwordSet"> {
  readonly password: Secret | undefined
}
