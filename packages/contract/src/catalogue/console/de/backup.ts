import { backupProblemsDe } from "../../de/backup.ts"
import type { backup as enBackup } from "../en/backup.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const takeHelp: HelpText = {
  introduction:
    "Alles, was eine neue Maschine braucht, um an die Stelle dieser zu treten, als eine Datei: Einstellungen, Teilnehmer mit ihren Passwörtern, Geräte, Zertifikate mit ihren Schlüsseln, Administratoren.",
  fields: [
    {
      name: "Passphrase",
      text: "Mit ihr wird die Datei verschlüsselt. Ohne sie kann niemand die Datei öffnen, auch dieses System nicht.",
      range: "8 bis 128 Zeichen",
      warning:
        "Eine verlorene Passphrase ist eine verlorene Sicherung. Bewahren Sie sie dort auf, wo diese Maschine nicht ist.",
    },
    {
      name: "Was nicht darin ist",
      text: "Wer angemeldet und wer registriert ist, das Ereignisprotokoll, noch nicht geöffnete Links und das eigene Zertifikat dieser Maschine für die Konsole. Auch die Firmware von Telefonen ist nicht darin.",
    },
  ],
}

const restoreHelp: HelpText = {
  introduction:
    "Eine Sicherung tritt an die Stelle von allem, was hier eingestellt ist. Zuerst wird sie nur angesehen. Dann läuft sie und ist gespeichert, oder keines von beidem.",
  fields: [
    {
      name: "Datei und Passphrase",
      text: "Jede Sicherung dieser oder einer älteren Version von Homeport. Die Passphrase ist die, mit der sie gemacht wurde.",
    },
    {
      name: "Netzwerkschnittstellen behalten",
      text: "Auf einer anderen Maschine können die Schnittstellen andere Namen und Adressen haben. Mit dem Haken bleiben LAN 1, LAN 2 und die Schnittstelle für VoIP, wie sie hier sind.",
      standard: "aus",
    },
    {
      name: "Administratoren",
      text: "Konten und ihre Kennwörter kommen aus der Sicherung, und jede Anmeldung endet: auch Ihre. Hat die Sicherung keinen Administrator mit der Rolle Experte, bleiben die jetzigen Konten.",
    },
    {
      name: "Telefone",
      text: "Telefone, deren Teilnehmer gleich ist, bleiben registriert; Gespräche gehen weiter. Telefone, die ihre Einstellungen schon haben, holen sie weiterhin; noch nicht geöffnete Links sind ungültig.",
    },
    {
      name: "Der Weg zurück",
      text: "Was vorher hier war, bleibt als Sicherung auf dieser Maschine, unter derselben Passphrase. Die fünf neuesten davon werden behalten.",
    },
  ],
}

const scheduleHelp: HelpText = {
  introduction:
    "Sicherungen, die dieses System von selbst macht. Sie liegen in seinem Datenordner: Kopieren Sie sie hin und wieder auf eine andere Maschine.",
  fields: [
    {
      name: "Zeitplan, Tag und Stunde",
      text: "Wann eine Sicherung gemacht wird, nach der Uhr der Maschine. Eine versäumte, weil Homeport nicht lief oder der Datenträger voll war, wird nachgeholt, sobald das möglich ist.",
      standard: "aus",
    },
    {
      name: "Anzahl",
      text: "Ist eine neue gemacht, gehen die ältesten. Sicherungen vor einem Einspielen zählen nicht mit.",
      range: "1 bis 99",
      standard: "7",
    },
    {
      name: "Passphrase",
      text: "Der künftigen Sicherungen: Die vorhandenen behalten ihre. Sie wird verschlüsselt gespeichert und nie gezeigt; bleibt das Feld leer, gilt die gespeicherte weiter.",
      range: "8 bis 128 Zeichen",
    },
  ],
}

export const backup: Texts<typeof enBackup> = {
  problems: backupProblemsDe,
  take: {
    help: takeHelp,
    title: "Sicherung herunterladen",
    lead: "Einstellungen, Teilnehmer, Geräte, Zertifikate und Administratoren als eine Datei, verschlüsselt mit einer Passphrase Ihrer Wahl.",
    passPhrase: "Passphrase",
    passPhraseHint: "Ohne sie kann niemand die Datei öffnen. Bewahren Sie sie an einem anderen Ort auf.",
    confirm: "Passphrase bestätigen",
    button: "Sicherung herunterladen",
    saved: (file) => `Gespeichert als ${file}.`,
  },
  restore: {
    help: restoreHelp,
    title: "Sicherung",
    lead: "Die Datei wird nur angesehen: Es ändert sich nichts, bevor Sie gesehen haben, was sie brächte.",
    file: "Datei",
    passPhrase: "Passphrase der Sicherung",
    keep: "Netzwerkschnittstellen dieser Maschine behalten",
    keepHint: "Für die Sicherung einer anderen Maschine, deren Schnittstellen andere Namen oder Adressen hatten.",
    look: "Sicherung ansehen",
    preview: "Was die Sicherung brächte",
    from: (when, version) => `Vom ${when}, geschrieben von Homeport ${version}.`,
    other: "Sie wurde auf einer anderen Installation gemacht.",
    what: "Was",
    now: "Jetzt",
    inBackup: "In der Sicherung",
    stations: "Teilnehmer",
    devices: "Geräte",
    certificates: "Zertifikate",
    administrators: "Administratoren",
    interfaces: { lan1: "LAN 1 (WAN)", lan2: "LAN 2", voip: "VoIP nutzt" },
    port: (name) => `Port ${name}`,
    sections: "Andere Einstellungen auf",
    same: "Alle Einstellungen sind gleich.",
    accounts:
      "Konten und Kennwörter kommen aus der Sicherung. Jede Anmeldung endet, auch Ihre: Melden Sie sich danach mit einem Konto der Sicherung an.",
    accountsStay:
      "Niemand in der Sicherung darf alles, daher bleiben die jetzigen Konten. Jede Anmeldung endet, auch Ihre.",
    registrations: (count) =>
      `${plural(count, "Registrierung endet", "Registrierungen enden")} sofort: Den Teilnehmer gibt es in der Sicherung nicht, oder er hat dort andere Zugangsdaten.`,
    calls: (count) => `${plural(count, "laufendes Gespräch geht", "laufende Gespräche gehen")} weiter.`,
    missing: (names) =>
      `${names} gibt es auf dieser Maschine nicht: Telefone könnten sie nicht erreichen. Behalten Sie die Netzwerkschnittstellen dieser Maschine, oder wählen Sie nach dem Einspielen andere.`,
    taken: "So lässt sie sich nicht einspielen:",
    button: "Diese Sicherung einspielen",
    question: "Diese Sicherung einspielen?",
    questionText:
      "Sie tritt an die Stelle von allem, was hier eingestellt ist. Was jetzt hier ist, wird zuerst als Sicherung behalten.",
    yes: "Einspielen",
    busy: "Behält, was hier ist, und spielt dann ein …",
    done: "Die Sicherung ist eingespielt und läuft.",
    before: (file) =>
      `Was vorher hier war, ist als ${file} behalten, unter der Passphrase, die Sie eben eingegeben haben.`,
    signIn: "Jede Anmeldung ist beendet: Melden Sie sich mit einem Konto der Sicherung an.",
    toStored: "Sicherungen auf dieser Maschine",
  },
  schedule: {
    help: scheduleHelp,
    title: "Zeitplan",
    schedule: "Sicherungen",
    schedules: { off: "Aus", daily: "Jeden Tag", weekly: "Jede Woche" },
    weekday: "Tag",
    weekdays: {
      monday: "Montag",
      tuesday: "Dienstag",
      wednesday: "Mittwoch",
      thursday: "Donnerstag",
      friday: "Freitag",
      saturday: "Samstag",
      sunday: "Sonntag",
    },
    hour: "Stunde",
    hourHint: "Nach der Uhr der Maschine.",
    keep: "Anzahl",
    keepHint: "Die ältesten gehen, wenn eine neue gemacht ist.",
    passPhrase: "Passphrase",
    passPhraseStored: "Eine ist gespeichert. Leer: Sie gilt weiter.",
    stored: "Sicherungen auf dieser Maschine",
    folder: (path) =>
      `Im Ordner ${path}. Eine Sicherung auf demselben Datenträger hilft nicht, wenn er verloren geht: Laden Sie sie herunter.`,
    last: "Letzte",
    next: "Nächste",
    failures: {
      disk: "Die letzte geplante Sicherung konnte nicht geschrieben werden: Der Datenträger ist voll, schreibgeschützt oder gestört. Es wird stündlich wieder versucht.",
      "too-large": "Die letzte geplante Sicherung wäre zu groß geworden. Es wird stündlich wieder versucht.",
      failed:
        "Die letzte geplante Sicherung konnte nicht gemacht werden; Ereignisse sagt, warum. Es wird stündlich wieder versucht.",
    },
    makeNow: "Jetzt sichern",
    none: "Noch keine Sicherung",
    noneText: "Wählen Sie einen Zeitplan und eine Passphrase, dann „Übernehmen“.",
    when: "Vom",
    kind: "Art",
    kinds: { scheduled: "Geplant", "before-restore": "Vor einem Einspielen" },
    size: "Größe",
    version: "Version",
    unreadable: "unlesbar",
    actions: "Aktionen",
    download: (when) => `Sicherung vom ${when} herunterladen`,
    remove: (when) => `Sicherung vom ${when} entfernen`,
    removeTitle: "Diese Sicherung entfernen?",
    removeText: "Sie lässt sich nicht zurückholen.",
    removeYes: "Entfernen",
  },
}
