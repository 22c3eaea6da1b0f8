/**
 * The catalogue's part that only the pages and sheets of devices need: apart from catalogue.ts, so that a browser loads it with
 * them.
 *
 *   provisioningSentence("de", "refusal", "NoTls12", { model: "SIP-T19P" })
 */
import type { Params } from "../errors.ts"
import type { Locale } from "./catalogue.ts"
import { provisioningDe } from "./de/provisioning.ts"
import { provisioningEn } from "./en/provisioning.ts"
import { fillIn } from "./fill-in.ts"

/** For a code that is unknown here (a newer server), the code itself. */
export function provisioningSentence(
  locale: Locale,
  area: keyof ProvisioningSentences,
  code: string,
  params: Params = {},
): string {
  const sentences: Readonly<Record<string, string>> = (locale === "de" ? provisioningDe : provisioningEn)[area]
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  return sentence === undefined ? code : fillIn(sentence, params)
}

export type ProvisioningSentences = {
  readonly [Area in keyof typeof provisioningEn]: Readonly<Record<keyof (typeof provisioningEn)[Area], string>>
}
