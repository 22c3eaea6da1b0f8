/** What the phones' listeners are: on or off, which certificate they show, and who refuses it. */
import { rootCertificates } from "node:tls"
import { type HttpsRefusal, type PhonesStatus, phonesForwarding } from "@homeport/contract"
import { coversName, describe } from "@homeport/pki"
import { devices as catalogue, generationNames, type Device as Model } from "@homeport/provisioning"
import type { SettingsState } from "@homeport/store"
import type { Inventory } from "../certificates/inventory.ts"
import type { Environment, ListenAddress } from "../environment.ts"
import type { ConsoleCertificate } from "../http/console-certificate.ts"
import { served } from "../http/console-https.ts"
import { httpsRefusal, isPubliclyTrusted } from "../provisioning/https-refusal.ts"
import { moment } from "../routes/views.ts"
import type { PhonesUrls } from "./phones-urls.ts"

export interface PhonesCertificate extends ConsoleCertificate {
  readonly kind: "spe" | "own"
}

export interface PhonesStatusOptions {
  readonly environment: Pick<Environment, "phones" | "phonesHttp">
  readonly urls: PhonesUrls
  readonly publicName: () => string | undefined
  readonly shown: () => PhonesCertificate
}

export interface PhonesStatusSource {
  status(): PhonesStatus
  refusesHttps(model: Model, generation: string | null): HttpsRefusal | undefined
}

export function createPhonesStatus({ environment, urls, publicName, shown }: PhonesStatusOptions): PhonesStatusSource {
  const { phones, phonesHttp } = environment
  // Over a hundred roots are compared: once for each certificate that is shown.
  const judged = new Map<string, boolean>()
  const publiclyTrusted = ({ certificate, kind }: PhonesCertificate): boolean => {
    if (kind === "own") return false
    const known = judged.get(certificate)
    if (known !== undefined) return known
    judged.clear()
    judged.set(certificate, isPubliclyTrusted(pemsOf(certificate), rootCertificates))
    return judged.get(certificate) ?? false
  }
  const refusesHttps = (model: Model, generation: string | null) =>
    httpsRefusal(model, generation, phones !== undefined && publiclyTrusted(shown()))

  return {
    refusesHttps,
    status() {
      const url = urls.publicBase() ?? null
      return {
        listening: addressOf(phones),
        reason: phones === undefined ? "off" : url === null ? "public-name-unknown" : null,
        url,
        certificate: phones === undefined ? null : certificateView(shown(), publicName(), publiclyTrusted(shown())),
        refusedBy: phones === undefined ? [] : catalogue.flatMap((model) => refusals(model, refusesHttps)),
        staging: addressOf(phonesHttp),
        stagingUrl: urls.stagingBase() ?? null,
        forwarding: phones === undefined ? null : phonesForwarding(phones.port),
      }
    },
  }
}

/** With its chain: the SPE certificate, which phones trust if they trust us at all; while none can be shown, the console's own. */
export function phonesCertificate(
  state: SettingsState,
  inventory: Inventory,
  own: ConsoleCertificate,
  at: number,
): PhonesCertificate {
  const spe = inventory.of(state.sections["installed-certificates"].value.spe)
  if (!spe?.stored.privateKey || inventory.serverProblemsOf(spe, at).length > 0) return { ...own, kind: "own" }
  return { ...served(spe, inventory), kind: "spe" }
}

function refusals(model: Model, refusesHttps: PhonesStatusSource["refusesHttps"]): PhonesStatus["refusedBy"][number][] {
  const whole = refusesHttps(model, null)
  const entry = (generation: string | null, reason: HttpsRefusal) => ({
    model: model.id,
    name: model.model,
    generation,
    reason,
  })
  const apart = model.generations.flatMap((generation) => {
    const reason = refusesHttps(model, generation)
    return reason && reason !== whole ? [entry(generationNames[generation], reason)] : []
  })
  return whole ? [entry(null, whole), ...apart] : apart
}

function certificateView(
  { certificate, kind }: PhonesCertificate,
  name: string | undefined,
  publiclyTrusted: boolean,
): NonNullable<PhonesStatus["certificate"]> {
  const leaf = pemsOf(certificate)[0] ?? certificate
  const { subject, issuer, notAfter, fingerprint256 } = describe(leaf)
  return {
    kind,
    subject: subject.text,
    issuer: issuer.text,
    notAfter: moment(notAfter),
    fingerprint256,
    namesPublicName: name === undefined ? null : coversName(leaf, name),
    publiclyTrusted,
  }
}

const pemsOf = (chain: string): readonly string[] =>
  chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

const addressOf = (address: ListenAddress | undefined) => (address ? { host: address.host, port: address.port } : null)
