/** Who signed whom. RFC 5280 §6.1: names that chain, and signatures that are right; dates and revocation are asked elsewhere. */
import { type Certificate, certificateOf } from "./certificate.ts"
import { PkiError } from "./pki-error.ts"

/** Names match and the signature is verified. False too for what is no certificate. */
export function isIssuedBy(leafPem: string, issuerPem: string): boolean {
  const leaf = readable(leafPem)
  const issuer = readable(issuerPem)
  return leaf !== undefined && issuer !== undefined && signed(issuer, leaf)
}

/**
 * The certificate, its issuer, and so on to the root if the pool has it. Certificates of the pool that cannot be read are passed
 * over. Throws what reading the leaf throws.
 */
export function chainOf(leafPem: string, pool: readonly string[]): readonly string[] {
  const candidates = pool.flatMap((pem) => readable(pem) ?? [])
  return chainAmong(certificateOf(leafPem), candidates).map(({ pem }) => pem)
}

/** No certificate comes twice, so that two which signed each other end it. */
export function chainAmong(leaf: Certificate, pool: readonly Certificate[]): readonly Certificate[] {
  const chain = [leaf]
  for (let last = leaf; chain.length < longestChain; ) {
    if (signed(last, last)) return chain
    const issuers = pool.filter((one) => !chain.some((other) => same(one, other)) && signed(one, last))
    // A renewed authority has two certificates with one key: the one that lasts longer.
    const next = issuers.toSorted((one, other) => other.notAfter - one.notAfter)[0]
    if (next === undefined) return chain
    chain.push(next)
    last = next
  }
  return chain
}

/** OpenSSL compares the names as RFC 5280 §7.1 has it, the key identifiers, and whether the issuer's key may sign. */
export function signed(issuer: Certificate, certificate: Certificate): boolean {
  try {
    return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey)
  } catch {
    // A kind of key that OpenSSL does not know.
    return false
  }
}

export const same = (one: Certificate, other: Certificate): boolean => Buffer.compare(one.der, other.der) === 0

function readable(pem: string): Certificate | undefined {
  try {
    return certificateOf(pem)
  } catch (error) {
    if (error instanceof PkiError) return undefined
    throw error
  }
}

const longestChain = 16
