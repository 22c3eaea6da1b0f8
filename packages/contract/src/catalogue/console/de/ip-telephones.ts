import type { PageTexts } from "../en.ts"

export const ipTelephones: PageTexts["ipTelephones"] = {
  help: {
    introduction:
      "Dieselben Teilnehmer wie unter SIP-Clients, vom Telefon aus gesehen: Rufnummer, Name, Gerät, und ob es jetzt registriert ist.",
    fields: [
      {
        name: "Rufnummer",
        text: "Öffnet den Teilnehmer: sein Passwort, und ob er sich über das Internet anmelden darf.",
      },
      {
        name: "Gerät",
        text: "Öffnet das Gerät: seine Datei, sein Blatt und seinen Link. Fehlt es, wird es dort gewählt.",
      },
      {
        name: "Registrierung",
        text: "Registriert: Das Telefon ist erreichbar. Nicht erreichbar: Es antwortet nicht mehr.",
      },
    ],
  },
  device: "Gerät",
  choose: "Gerät wählen",
  chooseFor: (station) => `Gerät für ${station} wählen`,
  none: "Kein Gerät",
}
