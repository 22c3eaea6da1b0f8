import type { events as enEvents } from "../en/events.ts"
import type { HelpText, Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Was geschehen ist, das Neueste zuerst: was gesehen wurde, was es wahrscheinlich bedeutet, und was zu tun ist. Mehrere gleiche hintereinander sind eine Zeile mit Anzahl.",
  fields: [
    {
      name: "Schwere",
      text: "Fehler: Etwas geht nicht. Warnung: Etwas wurde abgewiesen oder kann zum Problem werden. Information: fürs Protokoll.",
    },
    { name: "Suche", text: "Sucht die Wörter in den Ereignissen, etwa eine Rufnummer oder eine Adresse." },
  ],
}

export const events: Texts<typeof enEvents> = {
  title: "Ereignisse",
  severity: "Schwere",
  severities: { info: "Information", warning: "Warnung", error: "Fehler" },
  all: "Alle",
  search: "Nummer, Name oder Adresse",
  time: "Zeit",
  what: "Was geschah",
  times: (count, since) => `${count}-mal seit ${since}`,
  empty: "Noch ist nichts geschehen",
  emptyText: "Abgewiesene Registrierungen, belegte Ports und neue Adressen werden hier stehen, jedes in einem Satz.",
  nothingFound: "Kein Ereignis passt",
  nothingFoundText: "Wählen Sie eine andere Schwere oder suchen Sie nach etwas anderem.",
  showAll: "Alle Ereignisse zeigen",
  help,
}
