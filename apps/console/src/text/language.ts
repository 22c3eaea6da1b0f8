/** Which language the console speaks: what was chosen last on this browser, else what the browser asks for. */
export const languages = ["en", "de"] as const
export type Language = (typeof languages)[number]

const KEY = "homeport-language"

export function chosenLanguage(storage: Pick<Storage, "getItem">, wanted: readonly string[]): Language {
  const stored = storage.getItem(KEY)
  const known = languages.find((language) => language === stored)
  if (known) return known
  for (const tag of wanted) {
    const language = languages.find((candidate) => tag.toLowerCase().startsWith(candidate))
    if (language) return language
  }
  return "en"
}

export function rememberLanguage(storage: Pick<Storage, "setItem">, language: Language): void {
  storage.setItem(KEY, language)
}
