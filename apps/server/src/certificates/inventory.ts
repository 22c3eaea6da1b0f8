/**
 * The stored certificates with what can be read off them: who signed whom, what uses which, what keeps SPE from using it. Made of
 * a state of the settings and kept as long as that state's certificates are.
 */
import { createHash, X509Certificate } from "node:crypto"
import type { CertificateProblem, CertificateUse } from "@homeport/contract"
import {
  type AuthorityProblem,
  authorityProblems,
  type CertificateDescription,
  chainOf,
  describe,
  isIssuedBy,
  type TlsProblem,
  tlsServerProblems,
} from "@homeport/pki"
import type { Revocation, RevocationListState, SettingsState, StoredCertificate } from "@homeport/store"
import { gmt } from "./gmt.ts"
import { problemOf } from "./pki-problems.ts"

export interface Inventory {
  /** By id, ascending. */
  readonly all: readonly Known[]
  of(id: number | null): Known | undefined
  byFingerprint(fingerprint: string): Known | undefined
  usesOf(known: Known): readonly CertificateUse[]
  /** Its entry in its CA's list. */
  revocationOf(known: Known): Revocation | undefined
  /** Why SPE would refuse it: a server certificate as its own, a CA as one of its CAs. */
  problemsOf(known: Known, at: number): readonly CertificateProblem[]
  /** Why no server may show it. */
  serverProblemsOf(known: Known, at: number): readonly CertificateProblem[]
  /** Its issuers out of everything that is stored, nearest first, itself not included. */
  issuersOf(known: Known): readonly Known[]
}

/** A stored certificate that has been read. */
export interface Known {
  readonly stored: StoredCertificate
  readonly facts: CertificateDescription
  /** SHA-256 of its public key, hex: a CA and its renewed copy with the same key have one revocation list. */
  readonly keyId: string
  /** The stored certificate that signed it, the youngest of several with the same key. Undefined: itself, or none of ours. */
  readonly issuer: StoredCertificate | undefined
}

export function createInventories(): (state: SettingsState) => Inventory {
  const facts = new WeakMap<StoredCertificate, Pick<Known, "facts" | "keyId">>()
  const signatures = new WeakMap<StoredCertificate, WeakMap<StoredCertificate, boolean>>()
  const inventories = new WeakMap<SettingsState["certificates"], readonly Known[]>()

  const read = (stored: StoredCertificate) => {
    const known = facts.get(stored) ?? { facts: describe(stored.pem), keyId: keyIdOf(stored.pem) }
    facts.set(stored, known)
    return known
  }
  const knownOf = (certificates: SettingsState["certificates"]): readonly Known[] => {
    const before = inventories.get(certificates)
    if (before) return before
    const youngestFirst = [...certificates.values()].reverse()
    const all = [...certificates.values()].map((stored): Known => {
      const own = read(stored)
      return { stored, ...own, issuer: own.facts.selfSigned ? undefined : findIssuer(stored, youngestFirst) }
    })
    inventories.set(certificates, all)
    return all
  }
  const findIssuer = (stored: StoredCertificate, candidates: readonly StoredCertificate[]) =>
    candidates.find((other) => other !== stored && hasSigned(other, stored))

  /** Names first: signatures are slow, and asked of no pair twice. */
  const hasSigned = (issuer: StoredCertificate, stored: StoredCertificate): boolean => {
    const { facts: above } = read(issuer)
    if (!above.isAuthority || above.subject.text !== read(stored).facts.issuer.text) return false
    const asked = signatures.get(stored) ?? new WeakMap<StoredCertificate, boolean>()
    signatures.set(stored, asked)
    const answer = asked.get(issuer) ?? isIssuedBy(stored.pem, issuer.pem)
    asked.set(issuer, answer)
    return answer
  }

  return (state) => inventoryOf(knownOf(state.certificates), state)
}

function inventoryOf(all: readonly Known[], { sections, revocationLists }: SettingsState): Inventory {
  const installed = sections["installed-certificates"].value
  const byId = new Map(all.map((known) => [known.stored.id, known]))
  const of = (id: number | null) => (id === null ? undefined : byId.get(id))

  const listOf = (issuer: StoredCertificate | undefined): RevocationListState | undefined => {
    const keyId = issuer && byId.get(issuer.id)?.keyId
    return keyId === undefined ? undefined : revocationLists.get(keyId)
  }
  const revocationOf = ({ issuer, facts }: Known) =>
    listOf(issuer)?.revoked.find(({ serialNumber }) => serialNumber === facts.serialNumber)

  const revoked = (known: Known): readonly CertificateProblem[] => {
    const revocation = revocationOf(known)
    return revocation ? [{ code: "CertificateRevoked", params: { at: gmt(revocation.revokedAt) } }] : []
  }
  const asContract = (codes: readonly (TlsProblem | AuthorityProblem)[], { facts }: Known) =>
    codes.flatMap((code) => problemOf(code, facts) ?? [])

  return {
    all,
    of,
    byFingerprint: (fingerprint) => all.find(({ facts }) => facts.fingerprint256 === fingerprint),
    revocationOf,
    usesOf({ stored: { id } }) {
      const uses: CertificateUse[] = []
      if (installed.spe === id) uses.push("spe-certificate")
      if (installed.speAuthorities.includes(id)) uses.push("spe-ca")
      if (installed.console === id) uses.push("console")
      if (all.some(({ issuer }) => issuer?.id === id)) uses.push("issuer")
      return uses
    },
    problemsOf: (known, at) => [
      ...(known.facts.isAuthority
        ? asContract(authorityProblems(known.stored.pem, at), known)
        : asContract(tlsServerProblems(known.stored.pem, at), known)),
      ...revoked(known),
    ],
    serverProblemsOf: (known, at) => [...asContract(tlsServerProblems(known.stored.pem, at), known), ...revoked(known)],
    issuersOf(known) {
      const pems = chainOf(
        known.stored.pem,
        all
          .filter(({ facts }) => facts.isAuthority)
          .map(({ stored }) => stored.pem)
          .reverse(),
      )
      return pems.slice(1).flatMap((pem) => all.findLast(({ stored }) => stored.pem === pem) ?? [])
    },
  }
}

/** RFC 7469 §2.4 calls this the fingerprint of the SPKI. */
export function keyIdOf(pem: string): string {
  const spki = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" })
  return createHash("sha256").update(spki).digest("hex")
}
