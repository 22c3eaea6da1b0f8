/** Everything an administrator has set, as one immutable value: what a draft begins from and becomes. */
import type { AllSettings, DeviceTransport, Locale, RevocationReason, Section, SipClient } from "@homeport/contract"
import type { Secret } from "./secret.ts"

export interface SettingsState {
  readonly sections: { readonly [S in Section]: Versioned<AllSettings[S]> }
  /** By index, ascending. */
  readonly stations: ReadonlyMap<number, Station>
  /** By id, ascending. */
  readonly devices: ReadonlyMap<number, StoredDevice>
  /** By id, ascending. */
  readonly certificates: ReadonlyMap<number, StoredCertificate>
  /** By the CA's public key. */
  readonly revocationLists: ReadonlyMap<string, RevocationListState>
  /** What belongs to a page of settings and is never shown. */
  readonly secrets: ReadonlyMap<SettingsSecret, Secret>
}

export const settingsSecrets = ["dyndns-password", "backup-pass-phrase", "smtp-password", "webhook-secret"] as const
export type SettingsSecret = (typeof settingsSecrets)[number]

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

/** A station's phone or app. Never changed in place, as a station. */
export interface StoredDevice extends Version, DeviceFields {
  /** Never given again. */
  readonly id: number
}

export interface DeviceFields {
  /** Index of its station, which takes it along when it goes. */
  readonly station: number
  /** Id in the catalogue of packages/provisioning. */
  readonly model: string
  readonly generation: string | null
  /** 12 hex digits in lower case; no two devices have the same. */
  readonly mac: string | null
  readonly transport: DeviceTransport
  readonly language: Locale
}

/** Never changed in place, as a station. */
export interface StoredCertificate extends Version, CertificateFields {
  /** Never given again. */
  readonly id: number
}

export interface CertificateFields {
  readonly name: string
  /** One CERTIFICATE block. */
  readonly pem: string
  /** PKCS#8, PEM; undefined: the key is elsewhere. */
  readonly privateKey: Secret | undefined
  /** Made here, not imported. */
  readonly generated: boolean
}

/** The newest list of one CA key, and what the next one will name. */
export interface RevocationListState {
  /** SHA-256 of the CA's public key, hex. */
  readonly authority: string
  readonly number: number
  readonly thisUpdate: number
  readonly nextUpdate: number
  readonly der: Uint8Array
  readonly revoked: readonly Revocation[]
}

export interface Revocation {
  /** Decimal. */
  readonly serialNumber: string
  /** Of the certificate when it was revoked. */
  readonly name: string
  readonly revokedAt: number
  readonly reason: RevocationReason
}
