/** The CAs above a stored certificate, nearest first, as far as they are stored here. */
import type { Certificate } from "@homeport/contract"

export function issuersOf(certificate: Certificate, all: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = []
  let below = certificate
  for (;;) {
    const issuer = all.find(({ id }) => id === below.issuerId)
    // Two CAs that have signed each other would go round for ever.
    if (!issuer || issuer.id === certificate.id || chain.includes(issuer)) return chain
    chain.push(issuer)
    below = issuer
  }
}
