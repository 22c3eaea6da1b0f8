/** What only some pages say: a chunk of its own for each language, in `prefetch` like every other thing the page will ask for. */
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query"
import { chosenLanguage, type Language } from "./language.ts"
import { loadPageTexts, type PageTexts, useLanguage } from "./texts.tsx"

export function usePageTexts<K extends keyof PageTexts>(of: K): PageTexts[K] {
  const { language } = useLanguage()
  return useSuspenseQuery(pageTextsQuery(of, language)).data
}

export const pageTextsQuery = <K extends keyof PageTexts>(
  of: K,
  language: Language = chosenLanguage(localStorage, navigator.languages),
) =>
  queryOptions({
    queryKey: ["texts", of, language],
    queryFn: () => loadPageTexts(language, of),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
