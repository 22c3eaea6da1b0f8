import type { homeLink as en } from "../en/home-link.ts"
import { plural, type Texts } from "../texts.ts"

export const homeLink: Texts<typeof en> = {
  title: "Link für die Person zu Hause",
  lead: "Eine Seite mit Werten, Code und Schritten für dieses Gerät, für die Person, die es zu Hause hat. Sie zeigt nichts, bis jemand auf den Knopf drückt; dann öffnet sie sich einmal, für diesen einen Browser und in dessen Sprache.",
  state: "Zustand",
  none: "Kein Link",
  waiting: "Noch nicht geöffnet",
  waitingText: (until) => `kann bis ${until} geöffnet werden`,
  open: "Offen",
  openText: "sein Browser kann die Seite noch sehen",
  over: "Vorbei",
  overUnused: "Nie geöffnet, die Zeit ist vorbei",
  closedState: "Geschlossen",
  opened: "Geöffnet",
  openedText: (at, address) => `${at}, von ${address} aus`,
  openedHint: "War das nicht diese Person? Dann ändern Sie das Passwort des Teilnehmers.",
  hours: "Wartet Stunden",
  hoursHint: (days) => `1 Stunde bis ${days} Tage, bis ihn jemand öffnet.`,
  pageMinutes: (minutes) => `Nach dem Öffnen ist die Seite ${plural(minutes, "Minute", "Minuten")} lang zu sehen.`,
  make: "Einmal-Link erzeugen",
  makeNew: "Neuen Einmal-Link erzeugen",
  made: "Der Einmal-Link",
  madeHint:
    "Er wird nur jetzt gezeigt: Kopieren Sie ihn und senden Sie ihn nur dieser Person. Ein früherer öffnet sich nicht mehr.",
  warns:
    "Browser kennen das Zertifikat des Listeners für Telefone nicht und werden warnen. Sagen Sie es der Person zu Hause, oder installieren Sie eines von einer öffentlichen Stelle.",
  close: "Einmal-Link schließen",
  closeTitle: "Den Einmal-Link schließen?",
  closeText: "Niemand kann ihn mehr öffnen, und eine offene Seite ist beim nächsten Laden weg.",
  closed: "Der Einmal-Link ist geschlossen.",
}
