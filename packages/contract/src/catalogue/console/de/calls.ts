import type { calls as enCalls } from "../en/calls.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Die Gespräche, die jetzt laufen, und darunter die letzten 10.000, die beendet sind, neueste zuerst. Suche und Filter stehen in der Adresse und können als Lesezeichen gespeichert werden; die Datei enthält alle Gespräche, die passen.",
  fields: [
    {
      name: "Ergebnis",
      text: "Geführt: Es wurde angenommen, und jemand hat aufgelegt. Nicht angenommen: Niemand ging daran, oder der Anrufer gab auf. Abgelehnt: Das gerufene Telefon sagte nein. Gescheitert: Es brach ab oder kam nicht zustande.",
    },
    {
      name: "Verlust",
      text: "Der Anteil der Sprachpakete eines Telefons, der nie bei Homeport ankam. Ab 1 Prozent ist er vielleicht zu hören, ab 5 stört er.",
    },
    {
      name: "Jitter",
      text: "Wie ungleichmäßig die Pakete eines Telefons bei Homeport ankamen. Mehr als 30 ms ist für die meisten Telefone viel.",
    },
    {
      name: "Wo Verlust und Jitter gemessen werden",
      text: "Dort, wo die Pakete jedes Telefons bei Homeport ankommen. Was auf dem Weg von Homeport zu einem Telefon verloren geht, weiß nur dieses Telefon.",
    },
    {
      name: "Was hier nicht steht",
      text: "Anrufe, die abgelehnt wurden, bevor ein Telefon läutete, etwa weil es die Nummer nicht gibt oder niemand registriert ist. Sie stehen in den Ereignissen und im Verlauf des Teilnehmers.",
    },
  ],
}

const timelineHelp: HelpText = {
  introduction:
    "Was mit diesem Teilnehmer geschah, neuestes zuerst: wann sich seine Telefone registrierten oder verloren gingen, was abgewiesen wurde und warum, und seine Gespräche, jedes beim Zeitpunkt seines Endes. Der Verlauf entsteht aus den Ereignissen und den beendeten Gesprächen und reicht so weit zurück wie sie. Gleiche Ereignisse hintereinander sind eine Zeile, mit Anzahl und Beginn.",
  fields: [],
}

export const calls: Texts<typeof enCalls> = {
  title: "Gespräche",
  now: "Gespräche jetzt",
  none: "Kein Gespräch läuft",
  noneText: "Ein Gespräch erscheint hier, sobald es beginnt.",
  ended: (total) => plural(total, "beendetes Gespräch", "beendete Gespräche"),
  endedTitle: "Beendete Gespräche",
  empty: "Noch kein Gespräch ist beendet",
  emptyText: "Jedes Gespräch steht hier, wenn es vorbei ist: wer, wann, warum es endete und wie gut es zu hören war.",
  nothingFound: "Kein Gespräch passt",
  nothingFoundText: "Wählen Sie ein anderes Ergebnis oder andere Tage, oder suchen Sie etwas anderes.",
  showAll: "Alle Gespräche zeigen",
  search: "Name oder Adresse",
  callNumber: "Rufnummer",
  outcome: "Ergebnis",
  allOutcomes: "Jedes Ergebnis",
  outcomes: { completed: "Geführt", unanswered: "Nicht angenommen", refused: "Abgelehnt", failed: "Gescheitert" },
  from: "Von",
  until: "Bis",
  download: "CSV herunterladen",
  caller: "Anrufer",
  callee: "Gerufen",
  state: "Zustand",
  states: { calling: "Ruft", ringing: "Läutet", answered: "Gespräch", ended: "Beendet" },
  started: "Beginn",
  answered: "Angenommen",
  endedAt: "Ende",
  duration: "Dauer",
  durationSeconds: "Dauer (s)",
  why: "Warum es endete",
  loss: "Verlust",
  jitter: "Jitter",
  direction: { caller: "vom Anrufer", callee: "vom gerufenen Telefon" },
  milliseconds: (value) => `${value} ms`,
  percent: (value) => `${value} %`,
  unmeasured: "–",
  networks: { inner: "Büro", outer: "Internet" },
  name: "Name",
  network: "Netz",
  address: "Adresse",
  status: "SIP-Status",
  times: "UTC",
  ends: {
    "caller-hung-up": "Der Anrufer hat aufgelegt",
    "callee-hung-up": "Die gerufene Seite hat aufgelegt",
    cancelled: "Der Anrufer hat aufgegeben",
    refused: "Das gerufene Telefon hat abgelehnt",
    busy: "Das gerufene Telefon war besetzt",
    declined: "Die gerufene Seite hat abgelehnt",
    "no-answer": "Niemand hat angenommen",
    "no-media": "60 Sekunden lang keine Sprache",
    "media-refused": "Die Telefone fanden keinen gemeinsamen Weg für Sprache",
    failed: "Ein Telefon antwortete nicht mehr",
    shutdown: "Homeport wurde angehalten",
    "no-channel": "Kein RTP-Proxy-Kanal war frei",
    "no-ports": "Kein RTP-Port war frei",
    "no-mapped-address": "Die öffentliche Adresse war nicht bekannt (STUN)",
    "media-address-not-source": "Das Telefon nannte eine Adresse für Sprache, die nicht seine ist",
    "no-usable-audio": "Das Telefon bot kein Audio an, das weitergeleitet werden kann",
    unreachable: "Kein Telefon war erreichbar",
  },
  timeline: {
    title: "Verlauf",
    when: "Wann",
    what: "Was geschah",
    call: "Gespräch",
    outgoing: (to) => `Rief ${to} an`,
    incoming: (from) => `Wurde von ${from} angerufen`,
    talked: (duration) => `${duration} gesprochen`,
    empty: "Noch ist nichts geschehen",
    emptyText:
      "Wenn sich ein Telefon mit diesem Teilnehmer registriert, abgewiesen wird, verloren geht oder spricht, steht es hier.",
    allCalls: "Gespräche dieses Teilnehmers",
    count: (total) => plural(total, "Eintrag", "Einträge"),
    help: timelineHelp,
  },
  help,
}
