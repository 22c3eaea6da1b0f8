/**
 * Which language a page speaks: the one that its reader chose on it, else the one that the browser would rather have, else another.
 * Accept-Language as in RFC 9110 §12.5.4, matched by its first subtag ("de-AT" is German, RFC 4647 §3.4).
 */
import { type Locale, locales } from "@homeport/contract"

export function pageLanguage(chosen: unknown, accepted: string | undefined, otherwise: Locale): Locale {
  return localeOf(chosen) ?? wanted(accepted ?? "")[0] ?? otherwise
}

/** undefined: it is none of ours. */
export const localeOf = (value: unknown): Locale | undefined => locales.find((locale) => locale === value)

/** Those of ours, the dearest first; what weighs the same stays in the order of the field. */
function wanted(accepted: string): readonly Locale[] {
  return accepted
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase())
      return { locale: localeOf(tag.split("-")[0]), weight: weightOf(parameters) }
    })
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ locale, weight }) => (locale && weight > 0 ? [locale] : []))
}

/** RFC 9110 §12.4.2: 1 without one, and 0 for "not this"; what cannot be read counts as that. */
function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith("q="))
  if (weight === undefined) return 1
  const value = Number(weight.slice(2))
  return value >= 0 && value <= 1 ? value : 0
}
