/**
 * What an administrator wants to install for SPE, looked at from all sides before anything changes.
 *
 *   stored here ──┐                     ┌─ problems: each keeps it out
 *                 ├─▶ leaf and chain ───┼─ issuer: in the file, installed, stored, or missing
 *   file (+ CA) ──┘                     └─ who registers over TLS now and would no longer trust us
 */
import type { CertificateProblem, FieldProblem, InstallationPreview } from "@homeport/contract"
import {
  authorityProblems,
  type CertificateDescription,
  chainOf,
  describe,
  isIssuedBy,
  tlsServerProblems,
} from "@homeport/pki"
import type { Binding } from "@homeport/sbc"
import { ApiError } from "../http/errors.ts"
import { type Inventory, type Known, keyIdOf } from "./inventory.ts"
import type { Pki } from "./pki.ts"
import { authorityProblemOf, problemOf, refusedFile } from "./pki-problems.ts"

export interface Wanted {
  readonly certificateId: number | null
  readonly file: string | null
  readonly passPhrase: string | null
  readonly issuerFile: string | null
}

/** A certificate with its key and its issuers, stored or not yet. */
export interface Installation {
  /** Undefined: it came in a file and is not stored yet. */
  readonly stored: Known | undefined
  readonly certificate: string
  readonly privateKey: string
  readonly facts: CertificateDescription
  /** PEM of its issuers, nearest first. */
  readonly issuers: readonly string[]
  readonly issuer: InstallationPreview["issuer"]
  readonly problems: readonly CertificateProblem[]
}

export interface InstallationOptions {
  readonly pki: Pick<Pki, "readFile">
  readonly inventory: Inventory
  readonly speAuthorities: readonly number[]
  readonly now: number
}

/** Throws InvalidInput at the field that is wrong, whatever it is that cannot even be looked at. */
export async function lookAt(wanted: Wanted, options: InstallationOptions): Promise<Installation> {
  const { pki, inventory, now } = options
  const leaf =
    wanted.certificateId === null ? await leafInFile(wanted, options) : storedLeaf(wanted.certificateId, inventory)
  const { certificate } = leaf
  const facts = describe(certificate)
  const given = wanted.issuerFile === null ? [] : await readCertificates(pki, wanted.issuerFile, "issuerFile")
  if (given.length > 0) checkIssuerFile(certificate, facts, given, leaf.others, now)

  const included = [...leaf.others, ...given]
  const installed = authorityPems(inventory, (known) => options.speAuthorities.includes(known.stored.id))
  const elsewhere = authorityPems(inventory, () => true)
  const issuers = chainOf(certificate, [...included, ...installed, ...elsewhere]).slice(1)
  const nearest = issuers[0]
  const found = tlsServerProblems(certificate, now).flatMap((code) => problemOf(code, facts) ?? [])
  // A CA that has expired takes everything that it signed along.
  const above = issuers.flatMap((pem) =>
    authorityProblems(pem, now).flatMap((code) => problemOf(code, describe(pem)) ?? []),
  )
  const revoked = leaf.stored
    ? inventory.problemsOf(leaf.stored, now).filter(({ code }) => code === "CertificateRevoked")
    : []
  return {
    ...leaf,
    facts,
    issuers,
    issuer: facts.selfSigned
      ? "self-signed"
      : nearest === undefined
        ? "missing"
        : included.includes(nearest)
          ? "included"
          : installed.includes(nearest)
            ? "installed"
            : "stored",
    problems: [...found, ...above, ...revoked],
  }
}

interface Leaf {
  readonly stored: Known | undefined
  readonly certificate: string
  readonly privateKey: string
  /** What else the file holds. */
  readonly others: readonly string[]
}

function storedLeaf(id: number, inventory: Inventory): Leaf {
  const stored = inventory.of(id)
  if (!stored) throw new ApiError("NotFound")
  const { pem, privateKey } = stored.stored
  if (!privateKey) throw at("certificateId", { code: "FileHasNoKey" })
  return { stored, certificate: pem, privateKey: privateKey.reveal(), others: [] }
}

async function leafInFile({ file, passPhrase }: Wanted, { pki, inventory }: InstallationOptions): Promise<Leaf> {
  const { certificates, privateKey } = await readFile(pki, file ?? "", passPhrase ?? undefined, "file")
  const [certificate, ...others] = certificates
  if (certificate === undefined) throw at("file", { code: "FileHasNoCertificate" })
  if (privateKey === undefined) throw at("file", { code: "FileHasNoKey" })
  const stored = inventory.byFingerprint(describe(certificate).fingerprint256)
  return { stored, certificate, privateKey, others }
}

/** The second file must be the CA that the first one lacks. */
function checkIssuerFile(
  certificate: string,
  facts: CertificateDescription,
  given: readonly string[],
  others: readonly string[],
  now: number,
): void {
  const top = chainOf(certificate, others).at(-1) ?? certificate
  const issuer = given.find((pem) => isIssuedBy(top, pem) || isIssuedBy(certificate, pem))
  if (issuer === undefined) {
    const [first] = given
    const why = first === undefined ? [] : authorityProblems(first, now)
    if (first !== undefined && why.includes("not-an-authority")) throw at("issuerFile", { code: "NotAnAuthority" })
    throw at("issuerFile", { code: "ForeignAuthority", params: { issuer: facts.issuer.text } })
  }
  const [problem] = authorityProblems(issuer, now)
  if (problem) throw at("issuerFile", authorityProblemOf(problem, describe(issuer)))
}

const authorityPems = (inventory: Inventory, wanted: (known: Known) => boolean): readonly string[] =>
  inventory.all
    .filter((known) => known.facts.isAuthority && wanted(known))
    .map(({ stored }) => stored.pem)
    .reverse()

/** The certificates of a CA file. */
export async function readCertificates(
  pki: Pick<Pki, "readFile">,
  file: string,
  field: string,
): Promise<readonly string[]> {
  return (await readFile(pki, file, undefined, field)).certificates
}

export async function readFile(
  pki: Pick<Pki, "readFile">,
  file: string,
  passPhrase: string | undefined,
  field: string,
): ReturnType<Pki["readFile"]> {
  try {
    return await pki.readFile(Buffer.from(file, "base64"), passPhrase)
  } catch (error) {
    throw refusedFile(error, field, field === "file" ? "passPhrase" : field)
  }
}

/** Call numbers that are registered over TLS and trust only what the new certificate does not come from. */
export function losesTrust(
  current: { readonly pem: string; readonly issuers: readonly string[] } | undefined,
  next: { readonly pem: string; readonly issuers: readonly string[] },
  registrations: readonly Binding[],
): readonly string[] {
  const overTls = registrations.filter(({ transport }) => transport === "TLS").map(({ callNumber }) => callNumber)
  if (overTls.length === 0 || current === undefined) return []
  // A phone was given a CA of the present certificate, or, where there is none, the certificate itself.
  const anchors = current.issuers.length > 0 ? current.issuers : [current.pem]
  const chain = [next.pem, ...next.issuers]
  const trusted = anchors.some((anchor) => chain.some((pem) => isSame(pem, anchor) || isIssuedBy(pem, anchor)))
  return trusted ? [] : [...new Set(overTls)]
}

/** A CA and its renewed copy are the same to a phone: name and key count. */
const isSame = (one: string, other: string): boolean =>
  one === other || (keyIdOf(one) === keyIdOf(other) && describe(one).subject.text === describe(other).subject.text)

const at = (field: string, problem: FieldProblem): ApiError =>
  new ApiError("InvalidInput", { fields: { [field]: problem } })
