/** What is wrong, in the reader's language: from the code and its parameters, through the catalogues shared with the server. */
import { isCatalogueKey, type Params, translate } from "@homeport/contract"
import { useCallback } from "react"
import { ApiError } from "../api/api-error.ts"
import type { Problem } from "../form/use-page-form.ts"
import type { Language } from "./language.ts"
import { type ConsoleTexts, useLanguage } from "./texts.tsx"

/** A sentence of a shared catalogue; for a code that this console does not know (a newer server), the server's own words. */
export function sentenceOf(
  language: Language,
  area: Area,
  code: string,
  params: Params = {},
  otherwise = code,
): string {
  const key = `${area}.${code}`
  return isCatalogueKey(key) ? translate(language, key, params) : otherwise
}

export type Area = "error" | "field" | "event" | "health" | "tls" | "use"

export function errorText(language: Language, texts: ConsoleTexts, error: unknown): string {
  if (!(error instanceof ApiError)) return String(error)
  if (error.code === "Unreachable") return texts.login.unreachable
  return sentenceOf(language, "error", error.code, error.params, error.message)
}

export function useErrorText(): (error: unknown) => string {
  const { language, texts } = useLanguage()
  return useCallback((error: unknown) => errorText(language, texts, error), [language, texts])
}

export function useProblemText(): (problem: Problem) => string {
  const { language } = useLanguage()
  return useCallback(
    ({ code, params, message }: Problem) => sentenceOf(language, "field", code, params, message),
    [language],
  )
}

/** Where there is no field to say it at: what is wrong with the fields, else the error itself. */
export function useFailureText(): (error: unknown) => string {
  const { language, texts } = useLanguage()
  return useCallback(
    (error: unknown) => {
      const fields = error instanceof ApiError ? Object.values(error.fields) : []
      if (fields.length === 0) return errorText(language, texts, error)
      return fields.map(({ code, params, message }) => sentenceOf(language, "field", code, params, message)).join(" ")
    },
    [language, texts],
  )
}
