import type { sipClients as enSipClients } from "../en/sip-clients.ts"
import { plural, type Texts } from "../texts.ts"

export const sipClients: Texts<typeof enSipClients> = {
  title: "SIP-Clients",
  index: "Index",
  callNumber: "Rufnummer",
  name: "Name",
  internetRegistration: "Internet",
  allowed: "Erlaubt",
  notAllowed: "Aus",
  registered: "Registrierung",
  filter: "Nummer oder Name",
  add: "SIP-Client hinzufügen",
  count: (total) => `${total} Teilnehmer`,
  empty: "Noch kein Teilnehmer",
  emptyText: "Fügen Sie den ersten hinzu: Rufnummer, Name und ein starkes Kennwort genügen.",
  selected: (count) => `${count} ausgewählt`,
  removeSelected: "Löschen",
  allowSelected: "Internet-Registrierung erlauben",
  forbidSelected: "Internet-Registrierung ausschalten",
  removeTitle: (count) => `${count} Teilnehmer löschen?`,
  removeText:
    "Die Teilnehmer und ihre Kennwörter werden endgültig gelöscht. Ihre Registrierungen enden sofort; laufende Gespräche gehen weiter.",
  removed: (count) => `${plural(count, "Teilnehmer wurde", "Teilnehmer wurden")} gelöscht.`,
  changed: (count) => `${plural(count, "Teilnehmer wurde", "Teilnehmer wurden")} geändert.`,
  notChanged: "Nichts wurde geändert.",
  open: (name) => `${name} bearbeiten`,
}
