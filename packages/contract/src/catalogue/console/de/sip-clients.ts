import type { sipClients as enSipClients } from "../en/sip-clients.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Alle SIP-Teilnehmer, und wo jeder in diesem Augenblick registriert ist. Die Liste folgt von selbst; Filter und Reihenfolge stehen in der Adresse und lassen sich als Lesezeichen merken.",
  fields: [
    { name: "Index", text: "Die eigene Nummer des Systems für den Teilnehmer. Die Rufnummer muss ihr nicht gleichen." },
    {
      name: "Registrierung",
      text: "Registriert: Das Telefon ist anrufbar. Nicht erreichbar: Es antwortet nicht mehr. Wartet auf das Telefon: Es war vor einem Neustart registriert und ist noch nicht zurück.",
    },
    {
      name: "Netz",
      text: "Büro: an einem internen Port. Internet: am externen Port. Internet, aus dem Büro: am externen Port, aber aus dem Büronetz.",
    },
    { name: "Quelle", text: "Adresse und Port, von denen die Registrierung kam." },
    {
      name: "Internet-Registrierung",
      text: "Ob sich der Teilnehmer über das Internet registrieren darf.",
      warning: "Jeder, der darf, soll ein starkes Kennwort haben, und jeder andere auch.",
    },
  ],
}

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
  help,
}
