/** What is wrong, in the reader's language: from the code and its parameters, through the catalogues shared with the server. */
import { type Params, sayIfKnown } from "@homeport/contract"
import { useCallback } from "react"
import { ApiError } from "../api/api-error.ts"
import type { Problem } from "../form/use-page-form.ts"
import { type ConsoleTexts, useTexts } from "./texts.tsx"

/** A sentence of a shared catalogue; for a code that this console does not know (a newer server), the server's own words. */
export function sentenceOf(
  { sentences }: ConsoleTexts,
  area: Area,
  code: string,
  params: Params = {},
  otherwise = code,
): string {
  return sayIfKnown(sentences, `${area}.${code}`, params) ?? otherwise
}

export type Area = "error" | "field" | "health" | "tls" | "use"

export function errorText(texts: ConsoleTexts, error: unknown): string {
  if (!(error instanceof ApiError)) return String(error)
  if (error.code === "Unreachable") return texts.login.unreachable
  return sentenceOf(texts, "error", error.code, error.params, error.message)
}

export function useErrorText(): (error: unknown) => string {
  const texts = useTexts()
  return useCallback((error: unknown) => errorText(texts, error), [texts])
}

export function useProblemText(): (problem: Problem) => string {
  const texts = useTexts()
  return useCallback(({ code, params, message }: Problem) => sentenceOf(texts, "field", code, params, message), [texts])
}

/** Where there is no field to say it at: what is wrong with the fields, else the error itself. */
export function useFailureText(): (error: unknown) => string {
  const texts = useTexts()
  return useCallback(
    (error: unknown) => {
      const fields = error instanceof ApiError ? Object.values(error.fields) : []
      if (fields.length === 0) return errorText(texts, error)
      return fields.map(({ code, params, message }) => sentenceOf(texts, "field", code, params, message)).join(" ")
    },
    [texts],
  )
}
