import type { form as enForm, frame as enFrame, login as enLogin, table as enTable } from "../en/frame.ts"
import { plural, type Texts } from "../texts.ts"

export const frame: Texts<typeof enFrame> = {
  product: "Homeport",
  home: "Startseite",
  administrators: "Administratoren",
  setup: "Setup",
  expertMode: "Expertenmodus",
  titleLine: {
    administrators: (top) => `Administratoren - ${top}`,
    setup: (top) => `Setup - ${top}`,
    expertMode: (top) => `Expertenmodus - ${top}`,
  },
  areas: "Bereiche",
  tree: {
    administrators: "Seiten über Administratoren",
    setup: "Seiten des Setups",
    expertMode: "Seiten des Expertenmodus",
  },
  openTree: "Menü öffnen",
  closeTree: "Menü schließen",
  skip: "Zur Seite springen",
  logout: "Abmelden",
  signedInAs: (name) => `Angemeldet als ${name}`,
  language: "Sprache",
  languageSwitch: "English",
  scheme: "Farben",
  schemes: { light: "Hell", dark: "Dunkel", auto: "Wie das System" },
  preferences: "Darstellung und Sprache",
  actions: "Aktionen dieser Seite",
  print: "Drucken",
  more: (count) => `${count} weitere…`,
  loading: "Wird geladen",
  help: "Hilfe",
  closeHelp: "Hilfe schließen",
  helpRange: "Erlaubt",
  helpStandard: "Vorgabe",
  overview: "Was hier eingestellt wird",
  notFound: {
    title: "Hier ist keine Seite",
    text: "Die Adresse ist vielleicht vertippt, oder es gibt die Seite noch nicht.",
    home: "Zur Startseite",
  },
  failed: {
    title: "Diese Seite konnte nicht geladen werden",
    retry: "Erneut versuchen",
    request: (id) => `Anfrage ${id}`,
    stale: "Diese Seite konnte nicht aufgefrischt werden. Sie sehen den letzten bekannten Stand.",
    role: "Ihre Rolle erlaubt diese Seite nicht",
    roleText: (role) => `Sie braucht die Rolle ${role}.`,
  },
  offline: {
    title: "Keine Verbindung zu Homeport",
    text: "Sie sehen den letzten bekannten Stand. Gespräche sind davon nicht betroffen.",
  },
  wizard: {
    progress: (current, total) => `Schritt ${current} von ${total}`,
    steps: "Schritte",
    done: "erledigt",
    back: "Zurück",
    next: "Weiter",
    cancel: "Abbrechen",
  },
  readOnly: (role) => `Nur zum Lesen: Änderungen brauchen die Rolle ${role}.`,
  roles: { basic: "Basis", enhanced: "Erweitert", expert: "Experte" },
}

export const form: Texts<typeof enForm> = {
  apply: "Übernehmen",
  undo: "Rückgängig",
  applyHint: "Strg+S",
  changes: (count) => `${plural(count, "Änderung", "Änderungen")} nicht übernommen`,
  changed: "geändert",
  applying: "Wird übernommen…",
  applied: (time) => `Um ${time} übernommen und bereits in Gebrauch.`,
  undone: "Zurück auf dem gespeicherten Stand.",
  fieldsWrong: (count) =>
    `Nichts wurde übernommen: ${plural(count, "Feld braucht", "Felder brauchen")} einen anderen Wert.`,
  notApplied: "Nichts wurde übernommen.",
  signedOut: "Sie waren abgemeldet, deshalb wurde nichts übernommen. Bitte noch einmal auf Übernehmen drücken.",
  meanwhile:
    "Inzwischen hat jemand diese Seite geändert, deshalb wurde nichts übernommen. Die Felder sind markiert: übernehmen oder behalten.",
  decide: (count) =>
    `Erst über ${plural(count, "markiertes Feld", "markierte Felder")} entscheiden: übernehmen oder behalten.`,
  on: "ein",
  off: "aus",
  empty: "leer",
  conflict: (who, value) => `Von ${who} geändert auf: ${value}`,
  somebody: "jemand anderem",
  take: "Übernehmen",
  keep: "Meinen behalten",
  takeField: (field) => `Gespeicherten Wert übernehmen: ${field}`,
  keepField: (field) => `Meinen Wert behalten: ${field}`,
  leave: {
    title: "Verlassen, ohne zu übernehmen?",
    text: (count) =>
      count === 1
        ? "1 Änderung auf dieser Seite ginge verloren."
        : `${count} Änderungen auf dieser Seite gingen verloren.`,
    stay: "Hier bleiben",
    discard: "Verlassen und verwerfen",
  },
  cancel: "Abbrechen",
  copy: "Kopieren",
  copied: "Kopiert",
}

export const table: Texts<typeof enTable> = {
  filter: "Filtern",
  clearFilter: "Filter löschen",
  sortBy: (column) => `Nach ${column} sortieren`,
  shown: (from, to, total) => `${from}–${to} von ${total}`,
  next: "Nächste Seite",
  previous: "Vorige Seite",
  firstPage: "Erste Seite",
  nothingFound: (text) => `Nichts passt zu „${text}“.`,
  select: (name) => `${name} auswählen`,
  selectAll: "Alle auf dieser Seite auswählen",
}

export const login: Texts<typeof enLogin> = {
  title: "Anmelden",
  lead: "Web-basiertes Management",
  name: "Name",
  password: "Kennwort",
  submit: "Anmelden",
  ended: "Ihre Anmeldung ist abgelaufen",
  endedText: "Melden Sie sich wieder an, um fortzufahren. Was Sie eingegeben haben, ist noch da.",
  first: {
    title: "Erstes Kennwort setzen",
    lead: "Dieses System hat noch keinen Administrator. Das Konto wird administrator heißen.",
    code: "Einmal-Code",
    codeHint: "Steht auf dem Terminal, auf dem Homeport läuft, und in der Datei first-sign-in in seinem Datenordner.",
    password: "Neues Kennwort",
    confirm: "Kennwort wiederholen",
    mismatch: "Die beiden Kennwörter sind verschieden.",
    submit: "Kennwort setzen und anmelden",
  },
  secondFactor: "Code des zweiten Faktors",
  secondFactorHint: "Aus Ihrer Authenticator-App, oder ein Wiederherstellungscode.",
  unreachable: "Homeport antwortet nicht. Läuft es?",
}
