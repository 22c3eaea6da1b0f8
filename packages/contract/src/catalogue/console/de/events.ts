import type { events as enEvents } from "../en/events.ts"
import type { HelpText, Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Was geschehen ist, das Neueste zuerst: was gesehen wurde, und darunter, was zu tun ist, mit einem Link zu der Seite, die darüber entscheidet. Mehrere gleiche hintereinander sind eine Zeile mit Anzahl.",
  fields: [
    {
      name: "Schwere",
      text: "Fehler: Etwas geht nicht. Warnung: Etwas wurde abgewiesen oder kann zum Problem werden. Information: fürs Protokoll.",
    },
    { name: "Bereich", text: "Worum es geht: Registrierungen, Anrufe, der Weg ins Internet und so weiter." },
    {
      name: "Zeitraum",
      text: "Die letzten Stunden oder Tage, oder von einem Tag bis zu einem anderen, beide eingeschlossen.",
    },
    { name: "Teilnehmer", text: "Eine Rufnummer: was der Teilnehmer selbst tat, und Anrufe von ihm und zu ihm." },
    {
      name: "Suche",
      text: "Sucht jedes Wort in den Sätzen und in dem, was sie nennen, etwa eine Adresse oder „STUN“.",
    },
    {
      name: "Adresse dieser Seite",
      text: "Der Filter steht darin: Als Lesezeichen, oder jemandem geschickt, zeigt sie dasselbe.",
    },
    {
      name: "CSV herunterladen",
      text: "Alles, was der Filter durchlässt, über alle Seiten, in der Sprache der Konsole.",
      range: "bis zu 100.000 Zeilen: Ältere werden gelöscht",
    },
    { name: "E-Mail und Webhook", text: "Welche Ereignisse weitergemeldet werden, steht unter Benachrichtigungen." },
  ],
}

export const events: Texts<typeof enEvents> = {
  title: "Ereignisse",
  severity: "Schwere",
  area: "Bereich",
  all: "Alle",
  allAreas: "Alle Bereiche",
  search: "Wörter, Nummern, Adressen",
  station: "Teilnehmer",
  span: "Zeitraum",
  spans: {
    all: "Jederzeit",
    hour: "Letzte Stunde",
    day: "Letzte 24 Stunden",
    week: "Letzte 7 Tage",
    month: "Letzte 30 Tage",
    between: "Von … bis …",
  },
  from: "Von",
  to: "Bis",
  download: "CSV herunterladen",
  time: "Zeit",
  what: "Was geschah, und was zu tun ist",
  times: (count, since) => `${count}-mal seit ${since}`,
  open: "Öffnen:",
  thatStation: (callNumber) => `Teilnehmer ${callNumber}`,
  empty: "Noch ist nichts geschehen",
  emptyText: "Abgewiesene Registrierungen, belegte Ports und neue Adressen werden hier stehen, jedes in einem Satz.",
  nothingFound: "Kein Ereignis passt",
  nothingFoundText: "Filtern Sie nach weniger, oder suchen Sie nach etwas anderem.",
  showAll: "Alle Ereignisse zeigen",
  help,
}
