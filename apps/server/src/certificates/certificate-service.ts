/**
 * What is done with certificates: generated, imported, renewed, revoked, removed, exported. The slow part happens first and off the
 * main thread; then one change of the settings, which looks again at what may have changed meanwhile.
 */
import { randomBytes } from "node:crypto"
import {
  type CertificateProfile,
  type CertificateRequest,
  type CertificateUse,
  proposedDays,
  type Renewal,
  type RevocationReason,
  translate,
} from "@homeport/contract"
import { describe, PkiError } from "@homeport/pki"
import type { Binding } from "@homeport/sbc"
import { type Draft, Secret, type SettingsState, type StoredCertificate } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import { losesTrust, readFile } from "./installation.ts"
import type { Inventory, Known } from "./inventory.ts"
import { freeName, nameOfCopy } from "./names.ts"
import type { Pki } from "./pki.ts"
import { refusedRequest } from "./pki-problems.ts"
import type { RevocationLists } from "./revocation-lists.ts"

export interface CertificateServiceOptions {
  readonly pki: Pki
  readonly settings: Pick<SettingsService, "change">
  readonly state: () => SettingsState
  readonly inventory: (state: SettingsState) => Inventory
  readonly revocationLists: Pick<RevocationLists, "revoke">
  readonly registrations: () => readonly Binding[]
  readonly now: () => number
}

export const mostCertificates = 200

export type CertificateService = ReturnType<typeof createCertificateService>

export function createCertificateService(options: CertificateServiceOptions) {
  const { pki, settings, state, inventory, revocationLists, registrations, now } = options

  const knownAt = (id: number): Known => {
    const known = inventory(state()).of(id)
    if (!known) throw new ApiError("NotFound")
    return known
  }

  return {
    known: knownAt,

    async create(request: CertificateRequest, by: string): Promise<StoredCertificate> {
      checkName(state().certificates.values(), request.name)
      const authority = request.authorityId === null ? undefined : signer(request.authorityId)
      const { subject, keyLength: keyBits, notBefore, notAfter, serialNumber, name, authorityId: _, ...rest } = request
      if (serialNumber !== null) checkSerialNumber(authority, serialNumber)
      const start = notBefore === null ? yesterday(now()) : Date.parse(notBefore)
      const end = notAfter === null ? proposedEnd(request.profile, start, authority) : Date.parse(notAfter)
      const made = await pki
        .issue(
          {
            ...rest,
            subject: { ...subject, country: subject.country.toUpperCase() },
            keyBits,
            notBefore: start,
            notAfter: end,
            ...(serialNumber !== null && { serialNumber: BigInt(serialNumber).toString() }),
          },
          authority && keyed(authority),
        )
        .catch((error: unknown) => {
          throw refusedRequest(error, authority?.facts.notAfter, request.subjectAltNames)
        })
      return settings.change(by, (draft) => {
        checkName(draft.certificates.values(), name)
        return add(draft, { name, pem: made.certificate, privateKey: Secret.of(made.privateKey), generated: true })
      })
    },

    /** The first certificate of the file, then those of its chain that were not here yet. */
    async import(
      { name, file, passPhrase }: { readonly name: string; readonly file: string; readonly passPhrase: string | null },
      by: string,
    ): Promise<readonly StoredCertificate[]> {
      checkName(state().certificates.values(), name)
      const read = await readFile(pki, file, passPhrase ?? undefined, "file")
      return settings.change(by, (draft) => {
        checkName(draft.certificates.values(), name)
        return addImported(draft, inventory(state()), { name, ...read })
      })
    },

    async renew(id: number, wanted: Renewal, by: string): Promise<StoredCertificate> {
      const old = knownAt(id)
      const { stored, facts } = old
      const names = (certificates: Iterable<StoredCertificate>) => [...certificates].map((each) => each.name)
      const name = wanted.name ?? nameOfCopy(stored.name, names(state().certificates.values()))
      checkName(state().certificates.values(), name)
      const issuer = facts.selfSigned ? undefined : old.issuer
      const authority = issuer && inventory(state()).of(issuer.id)
      if (!facts.selfSigned && !authority?.stored.privateKey)
        throw new ApiError("IssuerNotHere", { params: { name: stored.name } })
      if (!stored.privateKey && (wanted.key === "same" || facts.selfSigned))
        throw new ApiError("NoPrivateKey", { params: { name: stored.name } })
      if (wanted.serialNumber !== null) checkSerialNumber(authority ?? old, wanted.serialNumber)
      const start = wanted.notBefore === null ? yesterday(now()) : Date.parse(wanted.notBefore)
      const profile = facts.isAuthority ? "authority" : "server"
      const end = wanted.notAfter === null ? proposedEnd(profile, start, authority) : Date.parse(wanted.notAfter)
      const privateKey = stored.privateKey?.reveal()
      const made = await pki
        .renew(
          { certificate: stored.pem, ...(privateKey !== undefined && { privateKey }) },
          {
            notBefore: start,
            notAfter: end,
            key: wanted.key,
            keyBits: wanted.keyLength,
            ...(wanted.serialNumber !== null && { serialNumber: BigInt(wanted.serialNumber).toString() }),
          },
          authority && keyed(authority),
        )
        .catch((error: unknown) => {
          const refused = refusedRequest(error, authority?.facts.notAfter)
          if (refused instanceof PkiError)
            throw new ApiError("CertificateNotRenewable", { params: { name: stored.name } })
          throw refused
        })
      return settings.change(by, (draft) => {
        checkName(draft.certificates.values(), name)
        const copy = add(draft, {
          name,
          pem: made.certificate,
          privateKey: Secret.of(made.privateKey),
          generated: true,
        })
        if (wanted.replace) refuseTrustLoss(old, made.certificate)
        if (wanted.replace) replaceEverywhere(draft, stored.id, copy.id, wanted.key === "same" || !facts.isAuthority)
        return copy
      })
    },

    async revoke(id: number, reason: RevocationReason, by: string): Promise<void> {
      const known = knownAt(id)
      const { issuer, stored, facts } = known
      const authority = issuer && inventory(state()).of(issuer.id)
      if (!authority?.stored.privateKey) throw new ApiError("IssuerNotHere", { params: { name: stored.name } })
      const revocation = { serialNumber: facts.serialNumber, name: stored.name, revokedAt: now(), reason }
      await revocationLists.revoke(authority, revocation, by)
    },

    async remove(id: number, by: string): Promise<void> {
      await settings.change(by, (draft) => {
        const now = inventory(draft.state())
        const known = now.of(id)
        if (!known) throw new ApiError("NotFound")
        refuseIfUsed(known.stored, now.usesOf(known))
        draft.removeCertificate(id)
      })
    },
  }

  function signer(id: number): Known {
    const authority = inventory(state()).of(id)
    if (!authority?.stored.privateKey || !authority.facts.isAuthority) throw at("authorityId", "NoSuchAuthority")
    return authority
  }

  /** A self-signed certificate is its phones' only anchor: its copy is another one. */
  function refuseTrustLoss({ stored, facts }: Known, copy: string): void {
    const inUse = state().sections["installed-certificates"].value.spe === stored.id
    if (!inUse || !facts.selfSigned) return
    const lost = losesTrust({ pem: stored.pem, issuers: [] }, { pem: copy, issuers: [] }, registrations())
    if (lost.length > 0) throw new ApiError("TrustLoss", { params: { count: lost.length } })
  }

  /** RFC 5280 §4.1.2.2: no CA gives a number twice. */
  function checkSerialNumber(authority: Known | undefined, serialNumber: string): void {
    if (!authority) return
    const wanted = BigInt(serialNumber).toString()
    const twin = inventory(state()).all.find(
      ({ facts, issuer, stored }) =>
        facts.serialNumber === wanted && (issuer?.id === authority.stored.id || stored.id === authority.stored.id),
    )
    if (twin) throw at("serialNumber", "SerialNumberTaken", { name: twin.stored.name })
  }
}

/** Of a file that has been read: the first certificate with its key, and what of its chain is not here yet. */
export function addImported(
  draft: Draft,
  inventory: Inventory,
  {
    name,
    certificates,
    privateKey,
  }: { name: string; certificates: readonly string[]; privateKey?: string | undefined },
): readonly StoredCertificate[] {
  const added: StoredCertificate[] = []
  for (const [index, pem] of certificates.entries()) {
    const twin = inventory.byFingerprint(describe(pem).fingerprint256)
    if (twin && index === 0) throw at("file", "CertificatePresent", { name: twin.stored.name })
    if (twin) continue
    const taken = [...draft.certificates.values()].map((each) => each.name)
    const own = index === 0 ? name : freeName(describe(pem).subject.commonName ?? "CA", taken)
    const key = index === 0 && privateKey !== undefined ? Secret.of(privateKey) : undefined
    added.push(add(draft, { name: own, pem, privateKey: key, generated: false }))
  }
  return added
}

export function add(
  draft: Draft,
  fields: Pick<StoredCertificate, "name" | "pem" | "privateKey" | "generated">,
): StoredCertificate {
  if (draft.certificates.size >= mostCertificates)
    throw new ApiError("TooManyCertificates", { params: { maximum: mostCertificates } })
  return draft.addCertificate(fields)
}

export function refuseIfUsed({ name }: StoredCertificate, uses: readonly CertificateUse[]): void {
  if (uses.length === 0) return
  const inWords = uses.map((use) => translate("en", `use.${use}`)).join(", ")
  throw new ApiError("CertificateInUse", { params: { name, uses: inWords } })
}

/** Where the old one is in use the copy is, too; a CA with another key stays beside its copy, for what it has signed. */
function replaceEverywhere(draft: Draft, old: number, copy: number, instead: boolean): void {
  const { spe, speAuthorities, console } = draft.settings("installed-certificates")
  const swapped = speAuthorities.flatMap((id) => (id === old ? (instead ? [copy] : [copy, old]) : [id]))
  const next = { spe: spe === old ? copy : spe, speAuthorities: swapped, console: console === old ? copy : console }
  if (speAuthorities.includes(old) || spe === old || console === old) draft.setSettings("installed-certificates", next)
}

function checkName(certificates: Iterable<StoredCertificate>, name: string): void {
  for (const each of certificates) if (each.name === name) throw at("name", "NameTaken")
}

const keyed = ({ stored }: Known) => ({ certificate: stored.pem, privateKey: stored.privateKey?.reveal() ?? "" })

/** 00:00 of the day before: phones whose clock is slow must not see a certificate of tomorrow. */
export function yesterday(now: number): number {
  return Math.floor(now / day) * day - day
}

/** As long as is proposed, but not beyond the CA. */
export function proposedEnd(profile: CertificateProfile, start: number, authority: Known | undefined): number {
  return Math.min(start + proposedDays[profile] * day, authority?.facts.notAfter ?? Number.POSITIVE_INFINITY)
}

/** 64 bits and more of chance, positive (RFC 5280 §4.1.2.2; CA/Browser Forum BR §7.1). */
export const randomSerialNumber = (): string => (BigInt(`0x${randomBytes(16).toString("hex")}`) >> 1n || 1n).toString()

const at = (
  field: string,
  code: "NameTaken" | "NoSuchAuthority" | "SerialNumberTaken" | "CertificatePresent",
  params?: Readonly<Record<string, string | number>>,
): ApiError => new ApiError("InvalidInput", { fields: { [field]: params ? { code, params } : { code } } })

const day = 86_400_000
