/**
 * Which devices will not fetch over HTTPS from here. A phone that refuses an authority which it does not know cannot load that
 * authority over HTTPS either; one without TLS 1.2 never gets as far as the certificate.
 */
import { X509Certificate } from "node:crypto"
import type { HttpsRefusal } from "@homeport/contract"
import type { Device as Model } from "@homeport/provisioning"

export function httpsRefusal(
  model: Model,
  generation: string | null,
  publiclyTrusted: boolean,
): HttpsRefusal | undefined {
  // Firmware V72 of the T41P speaks TLS 1.0, as that of the T19P (guide §4.1).
  if (model.tls12 === "no" || (model.maker === "Yealink" && generation === "v72")) return "no-tls12"
  return !publiclyTrusted && strict.has(model.maker) ? "unknown-authority" : undefined
}

/**
 * Their HTTPS asks for an authority from their own store, and the factory has it so. Of the others it is not known; baresip fetches
 * nothing by itself.
 */
const strict: ReadonlySet<Model["maker"]> = new Set(["Yealink", "Snom", "Linphone", "Zoiper", "Acrobits"])

/**
 * Whether one of these authorities, which Node brings along, signed the certificate or the last of its chain. A new one of them may
 * still be unknown to an old phone.
 */
export function isPubliclyTrusted(chain: readonly string[], roots: readonly string[]): boolean {
  const last = chain.at(-1)
  if (last === undefined) return false
  const top = new X509Certificate(last)
  return roots.some((pem) => {
    const root = new X509Certificate(pem)
    if (root.fingerprint256 === top.fingerprint256) return true
    return root.subject === top.issuer && top.verify(root.publicKey)
  })
}
