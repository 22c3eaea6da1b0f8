/** What uses a certificate, in the reader's language: "SPE certificate, certificate of this console". */
import type { CertificateUse } from "@homeport/contract"
import { useCallback } from "react"
import { sentenceOf } from "../../../../../text/problem.ts"
import { useTexts } from "../../../../../text/texts.tsx"

export function useUses(): (uses: readonly CertificateUse[]) => string {
  const texts = useTexts()
  return useCallback((uses) => uses.map((use) => sentenceOf(texts, "use", use)).join(", "), [texts])
}
