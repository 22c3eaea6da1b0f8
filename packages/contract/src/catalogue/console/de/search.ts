import type { search as english } from "../en/search.ts"
import type { Texts } from "../texts.ts"

export const search: Texts<typeof english> = {
  placeholder: "Eine Seite, ein Teilnehmer oder ein Feld",
  hint: "Sucht Seiten, Teilnehmer nach Index, Rufnummer oder Name, und Felder. Pfeiltasten wählen, Enter öffnet, Escape schließt.",
  groups: { page: "Seiten", station: "Teilnehmer", field: "Felder" },
  nothing: (query) => `Nichts heißt „${query}“.`,
  count: (count) => (count === 1 ? "1 Treffer" : `${count} Treffer`),
}
