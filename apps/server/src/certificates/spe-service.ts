/** Security ▸ SPE: what is installed for SIP over TLS. Each change is looked at first, then made as one change of the settings. */
import { type InstallationPreview, mostSpeAuthorities } from "@homeport/contract"
import { authorityProblems, chainOf, coversName, describe } from "@homeport/pki"
import type { Binding } from "@homeport/sbc"
import { type Draft, Secret, type SettingsState, type StoredCertificate } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import { add, refuseIfUsed } from "./certificate-service.ts"
import { type Installation, lookAt, losesTrust, readFile, type Wanted } from "./installation.ts"
import type { Inventory } from "./inventory.ts"
import { freeName } from "./names.ts"
import type { Pki } from "./pki.ts"
import { authorityProblemOf } from "./pki-problems.ts"
import { factsView } from "./views.ts"

export interface SpeServiceOptions {
  readonly pki: Pick<Pki, "readFile">
  readonly settings: Pick<SettingsService, "change">
  readonly state: () => SettingsState
  readonly inventory: (state: SettingsState) => Inventory
  readonly registrations: () => readonly Binding[]
  readonly publicName: () => string | undefined
  readonly now: () => number
}

export interface Installed {
  readonly certificate: StoredCertificate
  /** Call numbers that no longer trust this system, accepted by whoever installed it. */
  readonly lost: readonly string[]
  /** The CA that their phones need now. */
  readonly authority: StoredCertificate | undefined
}

export type SpeService = ReturnType<typeof createSpeService>

export function createSpeService(options: SpeServiceOptions) {
  const { pki, settings, state, inventory, registrations, publicName, now } = options
  const installed = () => state().sections["installed-certificates"].value

  const look = (wanted: Wanted): Promise<Installation> =>
    lookAt(wanted, { pki, inventory: inventory(state()), speAuthorities: installed().speAuthorities, now: now() })

  /** The certificate in use, with those that phones were given. */
  function current() {
    const { spe, speAuthorities } = installed()
    const certificate = inventory(state()).of(spe)
    if (!certificate) return undefined
    const authorities = speAuthorities.flatMap((id) => inventory(state()).of(id)?.stored.pem ?? [])
    return { pem: certificate.stored.pem, issuers: chainOf(certificate.stored.pem, authorities).slice(1) }
  }

  const lostBy = ({ certificate, issuers }: Pick<Installation, "certificate" | "issuers">): readonly string[] =>
    losesTrust(current(), { pem: certificate, issuers }, registrations())

  return {
    lostBy,

    async preview(wanted: Wanted): Promise<InstallationPreview> {
      const installation = await look(wanted)
      const { certificate, facts, issuers, issuer, problems } = installation
      const stations = [...state().stations.values()]
      const name = publicName()
      return {
        facts: factsView(facts),
        chain: issuers.map((pem) => factsView(describe(pem))),
        issuer,
        problems: [...problems],
        losesTrust: lostBy(installation).map((callNumber) => ({
          callNumber,
          name: stations.find((station) => station.callNumber === callNumber)?.name ?? "",
        })),
        publicName: name ?? null,
        namesPublicName: name === undefined ? null : coversName(certificate, name),
      }
    },

    async install(wanted: Wanted & { readonly acceptTrustLoss: boolean }, by: string): Promise<Installed> {
      const installation = await look(wanted)
      const { issuer, problems, facts } = installation
      const field = wanted.certificateId === null ? "file" : "certificateId"
      const [problem] = problems
      if (problem)
        throw new ApiError("InvalidInput", {
          fields: { [field]: { code: problem.code, ...(problem.params && { params: problem.params }) } },
        })
      if (issuer === "missing")
        throw new ApiError("InvalidInput", {
          fields: { issuerFile: { code: "IssuerMissing", params: { issuer: facts.issuer.text } } },
        })
      const lost = lostBy(installation)
      if (lost.length > 0 && !wanted.acceptTrustLoss)
        throw new ApiError("TrustLoss", { params: { count: lost.length } })
      return settings.change(by, (draft) => installIn(draft, inventory(draft.state()), installation, lost))
    },

    async remove(by: string): Promise<StoredCertificate | undefined> {
      const certificate = inventory(state()).of(installed().spe)
      if (!certificate) return undefined
      await settings.change(by, (draft) => {
        const value = draft.settings("installed-certificates")
        draft.setSettings("installed-certificates", { ...value, spe: null })
      })
      return certificate.stored
    },

    async installAuthority(
      wanted: { readonly certificateId: number | null; readonly file: string | null },
      by: string,
    ): Promise<StoredCertificate> {
      const field = wanted.certificateId === null ? "file" : "certificateId"
      const pem = await authorityPem(wanted)
      const [problem] = authorityProblems(pem, now())
      if (problem)
        throw new ApiError("InvalidInput", { fields: { [field]: authorityProblemOf(problem, describe(pem)) } })
      return settings.change(by, (draft) => {
        const stored = storedOrAdded(draft, inventory(draft.state()), pem, undefined)
        const value = draft.settings("installed-certificates")
        if (value.speAuthorities.includes(stored.id))
          throw new ApiError("InvalidInput", { fields: { [field]: { code: "AuthorityPresent" } } })
        draft.setSettings("installed-certificates", {
          ...value,
          speAuthorities: withAuthorities(value.speAuthorities, [stored.id], field),
        })
        return stored
      })
    },

    async removeAuthority(id: number, by: string): Promise<StoredCertificate> {
      return settings.change(by, (draft) => {
        const stock = inventory(draft.state())
        const value = draft.settings("installed-certificates")
        const known = stock.of(id)
        if (!known || !value.speAuthorities.includes(id)) throw new ApiError("NotFound")
        const pems = value.speAuthorities.flatMap((each) => stock.of(each)?.stored.pem ?? [])
        const certificate = stock.of(value.spe)
        const needed = certificate && chainOf(certificate.stored.pem, pems).includes(known.stored.pem)
        if (needed) refuseIfUsed(known.stored, ["spe-certificate"])
        draft.setSettings("installed-certificates", {
          ...value,
          speAuthorities: value.speAuthorities.filter((each) => each !== id),
        })
        return known.stored
      })
    },
  }

  async function authorityPem({
    certificateId,
    file,
  }: {
    certificateId: number | null
    file: string | null
  }): Promise<string> {
    if (certificateId !== null) {
      const stored = inventory(state()).of(certificateId)
      if (!stored) throw new ApiError("NotFound")
      return stored.stored.pem
    }
    const { certificates } = await readFile(pki, file ?? "", undefined, "file")
    const authority = certificates.find((pem) => describe(pem).isAuthority) ?? certificates[0]
    if (authority === undefined)
      throw new ApiError("InvalidInput", { fields: { file: { code: "FileHasNoCertificate" } } })
    return authority
  }
}

/** The certificate and its CAs are stored where they are not yet, and take their places. */
function installIn(draft: Draft, inventory: Inventory, installation: Installation, lost: readonly string[]): Installed {
  const certificate = storedOrAdded(draft, inventory, installation.certificate, installation.privateKey)
  const authorities = installation.issuers.map((pem) => storedOrAdded(draft, inventory, pem, undefined))
  const value = draft.settings("installed-certificates")
  draft.setSettings("installed-certificates", {
    ...value,
    spe: certificate.id,
    speAuthorities: withAuthorities(
      value.speAuthorities,
      authorities.map(({ id }) => id),
      "file",
    ),
  })
  return { certificate, lost, authority: authorities.at(-1) }
}

function withAuthorities(before: readonly number[], added: readonly number[], field: string): number[] {
  const all = [...new Set([...before, ...added])]
  if (all.length > mostSpeAuthorities)
    throw new ApiError("InvalidInput", {
      fields: { [field]: { code: "TooManyAuthorities", params: { maximum: mostSpeAuthorities } } },
    })
  return all
}

/** A certificate that is here without its key is given the key that came with the file. */
function storedOrAdded(
  draft: Draft,
  inventory: Inventory,
  pem: string,
  privateKey: string | undefined,
): StoredCertificate {
  const facts = describe(pem)
  const twin = inventory.byFingerprint(facts.fingerprint256)?.stored
  if (twin && (twin.privateKey || privateKey === undefined)) return twin
  const key = privateKey === undefined ? undefined : Secret.of(privateKey)
  if (twin) return draft.changeCertificate(twin.id, { privateKey: key })
  const taken = [...draft.certificates.values()].map(({ name }) => name)
  const name = freeName(facts.subject.commonName ?? "SPE Certificate", taken)
  return add(draft, { name, pem, privateKey: key, generated: false })
}
