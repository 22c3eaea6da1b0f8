/** A certificate as a file. The PKCS#12 is in pkcs12/write.ts. */
import { certificateOf } from "./certificate.ts"
import { fileOf } from "./file.ts"

/** With lines of 64 characters, and nothing around it. Throws what reading the certificate throws. */
export function exportPem(certificatePem: string): string {
  return certificateOf(certificatePem).pem
}

export function exportDer(certificatePem: string): Uint8Array {
  return fileOf(certificateOf(certificatePem).der)
}
