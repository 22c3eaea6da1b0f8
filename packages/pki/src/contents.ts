/** What a file has given so far: certificates and keys, each once, and no more than is allowed. */
import type { KeyObject } from "node:crypto"
import { type Certificate, parseCertificate } from "./certificate.ts"
import { same } from "./chain.ts"
import { IterationBudget, mostCertificates } from "./limits.ts"
import { PkiError } from "./pki-error.ts"

export class FileContents {
  readonly certificates: Certificate[] = []
  readonly keys: KeyObject[] = []
  /** undefined: none was given. */
  readonly passPhrase: string | undefined
  readonly budget = new IterationBudget()

  constructor(passPhrase: string | undefined) {
    this.passPhrase = passPhrase
  }

  /** DER. Throws "damaged", "too-many-certificates". */
  addCertificate(bytes: Uint8Array): void {
    const certificate = parseCertificate(bytes)
    if (this.certificates.some((one) => same(one, certificate))) return
    if (this.certificates.length === mostCertificates)
      throw new PkiError("too-many-certificates", { limit: mostCertificates })
    this.certificates.push(certificate)
  }

  /** Throws "several-keys" for one that is different from the one before. */
  addKey(key: KeyObject): void {
    if (this.keys.some((one) => one.equals(key))) return
    if (this.keys.length > 0) throw new PkiError("several-keys")
    this.keys.push(key)
  }
}
