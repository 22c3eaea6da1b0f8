import type { deploymentHelp as en } from "../en/deployment-help.ts"
import type { HelpText, Texts } from "../texts.ts"

const link = {
  name: "Link",
  text: "Eine URL für genau ein Gerät. Gespeichert wird nur ihr Hash, gezeigt wird sie einmal; sie öffnet sich für die hier gewählten Stunden und Abrufe. Der erste Abruf bindet sie an das Gerät, das fragt; spätere enthalten ohne geändertes Kennwort keine Geheimnisse.",
  range: "1 Stunde bis 366 Tage, 1 bis 1000 Abrufe",
  standard: "24 Stunden, 5 Abrufe",
}

const devices: HelpText = {
  introduction:
    "Die Telefone und Apps aller Teilnehmer: welche Datei oder welches Blatt jedes bekommt, und was es zuletzt abgeholt hat.",
  fields: [
    link,
    {
      name: "Letzter Abruf",
      text: "Wann das Gerät seine eigene Datei zuletzt abgeholt hat. Veraltet: Etwas, das in der Datei steht, wurde seitdem geändert.",
    },
    {
      name: "Firmware",
      text: "Was das Gerät von sich selbst sagt. Getestet: Der Leitfaden nennt sie. Ausgeschlossen: Der Leitfaden sagt, dass sie nicht funktioniert.",
      warning:
        "Eine ausgeschlossene Firmware meldet sich vielleicht an und versagt dann im Gespräch: Aktualisieren Sie das Gerät.",
    },
    {
      name: "Blätter drucken",
      text: "Ein Blatt Papier für jedes gewählte Gerät, mit seinem Kennwort, für jemanden, der alles von Hand eingibt.",
      warning: "Wer das Blatt hat, kann sich als der Teilnehmer anmelden.",
    },
  ],
}

const several: HelpText = {
  introduction: "Gibt mehreren Teilnehmern ein Gerät desselben Modells: allen oder keinem.",
  fields: [
    {
      name: "Teilnehmer",
      text: "Haken Sie sie in der Liste an. Was angehakt ist, bleibt es auch unter einem anderen Filter.",
      range: "1 bis 1000",
    },
    {
      name: "Gerät",
      text: "Hersteller und Modell. Die MAC-Adresse wird beim Teilnehmer eingetragen, oder das Telefon bringt sie beim Abruf mit.",
    },
    {
      name: "Firmware",
      text: "Welche Firmware auf dem Gerät ist, wo sich die Datei unterscheidet.",
      standard: "nicht bekannt",
    },
    { name: "Transport", text: "Worüber sich die Geräte anmelden.", standard: "UDP" },
    { name: "Sprache", text: "Der Menüs der Geräte und dessen, was für sie gedruckt wird." },
  ],
}

const requests: HelpText = {
  introduction:
    "Wonach Telefone gefragt haben, das Neueste zuerst. Wer abgewiesen wird, sieht jedes Mal dieselbe Antwort; der Grund steht nur hier.",
  fields: [
    {
      name: "Telefone, die ohne Link gefragt haben",
      text: "Sie haben mit ihrer MAC-Adresse nach Einstellungen gefragt. Geben Sie eines einem Teilnehmer und machen Sie seinen Link; oder vergessen Sie es, bis es wieder fragt.",
    },
    { name: "Ergebnis", text: "Bedient, mit oder ohne Geheimnisse, oder abgewiesen, und warum." },
  ],
}

const serving: HelpText = {
  introduction:
    "Von wo Telefone ihre Einstellungen abholen. Beide Dienste schaltet die Umgebung, mit der Homeport gestartet wird.",
  fields: [
    {
      name: "Über HTTPS",
      text: "HOMEPORT_PHONES. Gezeigt wird das SPE-Zertifikat, sonst das eigene der Konsole.",
      warning: "Ein Telefon, das unsere CA nicht kennt, holt nichts ab, und daher auch die CA nicht von hier.",
    },
    {
      name: "Über HTTP, nur im Büro",
      text: "HOMEPORT_PHONES_HTTP. Für Telefone, die kein TLS 1.2 sprechen oder unsere CA nicht kennen.",
      warning:
        "Kennwörter gehen unverschlüsselt durch das Büronetz: Schalten Sie ihn ab, wenn die Telefone eingerichtet sind.",
    },
  ],
}

const station: HelpText = {
  introduction:
    "Die Geräte dieses Teilnehmers. Für jedes gibt es ein Blatt zum Eingeben von Hand, und wo das Gerät sie liest, Datei, Link und QR-Code.",
  fields: [
    {
      name: "Gerät",
      text: "Hersteller und Modell. Was es bei diesem Teilnehmer nicht kann, steht da, sobald es gewählt ist.",
    },
    {
      name: "Firmware",
      text: "Welche Firmware auf dem Gerät ist, wo sich die Datei unterscheidet.",
      standard: "nicht bekannt: eine Datei, die alle verstehen",
    },
    {
      name: "MAC-Adresse",
      text: "Aufgedruckt auf dem Gerät. Nach ihr heißt die Datei, nach der das Gerät fragt.",
      range: "12 Stellen 0–9, a–f, in jeder Schreibweise",
    },
    {
      name: "Transport",
      text: "Worüber sich das Gerät anmeldet.",
      standard: "UDP",
      warning: "TLS braucht TLS 1.2 und unser CA-Zertifikat im Gerät.",
    },
    { name: "Sprache", text: "Der Menüs des Geräts, und dessen, was für das Gerät gedruckt wird." },
    link,
    {
      name: "Geheimnisse zeigen",
      text: "Zeigt das Kennwort in Blatt und Datei und verbirgt es wieder, wenn Sie die Seite verlassen. Dass danach gefragt wurde, ist ein Ereignis.",
    },
  ],
}

export const deploymentHelp: Texts<typeof en> = { devices, several, requests, serving, station }
