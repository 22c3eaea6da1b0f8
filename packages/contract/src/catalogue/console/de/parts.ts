import type {
  file as enFile,
  moment as enMoment,
  password as enPassword,
  registration as enRegistration,
} from "../en/parts.ts"
import { plural, type Texts } from "../texts.ts"

export const password: Texts<typeof enPassword> = {
  rules: "Regeln für das Kennwort",
  met: {
    PasswordTooShort: (minimum) => `mindestens ${minimum} Zeichen`,
    PasswordNeedsUpper: () => "ein Großbuchstabe",
    PasswordNeedsLower: () => "ein Kleinbuchstabe",
    PasswordNeedsDigit: () => "eine Ziffer",
    PasswordNeedsSpecial: () => "ein Sonderzeichen",
  },
  generate: "Erzeugen",
  generateHint: "Ein starkes Kennwort eintragen, das sich vorlesen lässt",
  generated: "Erzeugtes Kennwort. Es wird nur jetzt gezeigt:",
  show: "Kennwort zeigen oder verbergen",
  strong: "Stark",
}

export const registration: Texts<typeof enRegistration> = {
  state: {
    reachable: "Registriert",
    unreachable: "Nicht erreichbar",
    waiting: "Wartet auf das Telefon",
    none: "Nicht registriert",
  },
  network: { inner: "Büro", outer: "Internet", hairpin: "Internet, aus dem Büro" },
  more: (count) => `und ${plural(count, "weiteres Telefon", "weitere Telefone")}`,
  source: "Quelle",
  where: "Netz und Quelle",
  userAgent: "Telefon",
  since: "Seit",
  expires: "Läuft ab in",
  expired: "abgelaufen",
  networkTitle: "Netz",
  stateTitle: "Registrierung",
}

export const file: Texts<typeof enFile> = {
  choose: "Datei wählen…",
  drop: "oder hier ablegen",
  chosen: (name, size) => `${name} (${size})`,
  kilobytes: (size) => `${size} kB`,
  clear: "Andere Datei wählen",
  unreadable: "Der Browser konnte diese Datei nicht lesen.",
}

export const moment: Texts<typeof enMoment> = {
  day: "Tag",
  month: "Monat",
  year: "Jahr",
  hour: "Stunde",
  minute: "Min.",
  second: "Sek.",
}
