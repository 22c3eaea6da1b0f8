/** The texts of the chosen language for every component below: one chunk a language, loaded when it is chosen. */
import type { ConsoleTexts, PageTexts } from "@homeport/contract/console/en"
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react"
import { type Language, rememberLanguage } from "./language.ts"

export type { ConsoleTexts, PageTexts }

interface Chosen {
  readonly language: Language
  readonly texts: ConsoleTexts
  choose(language: Language): void
}

const TextsContext = createContext<Chosen | undefined>(undefined)

export async function loadTexts(language: Language): Promise<ConsoleTexts> {
  if (language === "de") return (await import("@homeport/contract/console/de")).de
  return (await import("@homeport/contract/console/en")).en
}

/** Texts of some pages alone. */
export async function loadPageTexts<K extends keyof PageTexts>(language: Language, of: K): Promise<PageTexts[K]> {
  if (language === "de") return (await import("@homeport/contract/console/de")).dePages[of]()
  return (await import("@homeport/contract/console/en")).enPages[of]()
}

export function TextsProvider(props: { initial: { language: Language; texts: ConsoleTexts }; children: ReactNode }) {
  const [chosen, setChosen] = useState(props.initial)
  useEffect(() => {
    document.documentElement.lang = chosen.language
  }, [chosen.language])
  const value = useMemo(
    () => ({
      ...chosen,
      choose(language: Language) {
        rememberLanguage(localStorage, language)
        void loadTexts(language).then((texts) => setChosen({ language, texts }))
      },
    }),
    [chosen],
  )
  return <TextsContext value={value}>{props.children}</TextsContext>
}

export function useLanguage(): Chosen {
  const chosen = useContext(TextsContext)
  if (!chosen) throw new Error("TextsProvider is missing above this component")
  return chosen
}

export function useTexts(): ConsoleTexts {
  return useLanguage().texts
}
