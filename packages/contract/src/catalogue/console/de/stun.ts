import type { stun as enStun } from "../en/stun.ts"
import type { HelpText, Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Ein Telefon zu Hause muss erfahren, wohin es SIP und Sprache schickt. Das System ermittelt seine öffentliche Adresse und seinen SIP-Port mit einem STUN-Server und überwacht sie ständig.",
  fields: [
    {
      name: "STUN-Modus",
      text: "Wann gefragt und was angekündigt wird. Statische IP benutzen ist für ein Büro mit fester öffentlicher Adresse, in dem STUN nicht möglich oder nicht erwünscht ist.",
      standard: "Automatisch",
    },
    {
      name: "Vorgegebener STUN-Server",
      text: "Hostname oder Adresse eines STUN-Servers im Internet. Er wird nur benutzt, wenn kein ITSP einen eigenen hat.",
      standard: "keiner",
      warning:
        "Ohne STUN-Server können Telefone zu Hause nicht telefonieren, es sei denn, eine statische Adresse ist eingetragen.",
    },
    { name: "Port", text: "Wo der STUN-Server lauscht.", range: "1–65535", standard: "3478" },
    {
      name: "STUN-Server für Telefone",
      text: "Welcher STUN-Server in die Telefone eingetragen wird. Er muss von deren Zuhause aus erreichbar sein.",
      standard: "der vorgegebene STUN-Server",
    },
    {
      name: "Öffentliche IP-Adresse, Öffentlicher SIP-Port",
      text: "Nur bei Statische IP benutzen: was Telefonen gesagt wird. Die Adresse muss öffentlich sein.",
      warning: "In diesem Modus öffnet nichts die RTP-Ports: Der Büro-Router muss den RTP-Bereich weiterleiten.",
    },
    {
      name: "Ermittelte Adresse",
      text: "Was der STUN-Server sieht. Weicht ihr Port vom lokalen ab, behält der Büro-Router Ports nicht bei: Leiten Sie den äußeren Port auf dieselbe Nummer weiter.",
    },
  ],
}

export const stun: Texts<typeof enStun> = {
  title: "Internet-Telefonie-Anbieter",
  statusTitle: "Was STUN jetzt sagt",
  settingsTitle: "STUN-Konfiguration",
  lead: "Das System muss seine öffentliche Adresse und seinen SIP-Port kennen, um sie Telefonen im Internet anzukündigen. Dazu fragt es alle 15 Sekunden einen STUN-Server.",
  mode: "STUN-Modus",
  modes: {
    automatic: "Automatisch",
    always: "Immer",
    static: "Statische IP benutzen",
    "port-preserving": "Router behält Ports bei",
  },
  modeHints: {
    automatic: "Fragt, sobald sich ein Teilnehmer über das Internet registrieren darf.",
    always: "Fragt auch, solange kein Teilnehmer es braucht.",
    static: "Fragt niemanden: Angekündigt werden die hier eingetragene öffentliche Adresse und der SIP-Port.",
    "port-preserving": "Fragt nach der Adresse; angekündigt wird die lokale Portnummer.",
  },
  server: "Vorgegebener STUN-Server",
  serverHint:
    "Nur benutzt, wenn kein ITSP einen STUN-Server hat. Keiner ist vorbelegt: Wen das System fragt, entscheiden Sie.",
  port: "Port",
  phonesServer: "STUN-Server für Telefone",
  phonesServerHint: "Leer: derselbe wie der vorgegebene STUN-Server.",
  phonesPort: "Port für Telefone",
  staticIpAddress: "Öffentliche IP-Adresse",
  staticPort: "Öffentlicher SIP-Port",
  staticWarning:
    "Mit einer statischen Adresse öffnet nichts die RTP-Ports im Büro-Router: Leiten Sie auch den ganzen RTP-Bereich weiter (Portverwaltung).",
  state: {
    mapped: "Adresse bekannt",
    static: "Wie eingetragen",
    asking: "Wird erfragt",
    lost: "Keine Antwort mehr",
    off: "Nicht in Gebrauch",
  },
  mappedAddress: "Ermittelte Adresse des SIP-Ports",
  localPort: "Lokaler Port",
  roundTrip: "Laufzeit hin und zurück",
  milliseconds: (value) => `${value} ms`,
  checked: "Zuletzt geprüft",
  changed: "Letzte Änderung",
  never: "noch nicht",
  behaviour: "NAT des Büro-Routers",
  mapping: "Abbildung",
  filtering: "Filterung",
  behaviours: {
    "endpoint-independent": "für jedes Ziel gleich",
    "address-dependent": "hängt von der Zieladresse ab",
    "address-and-port-dependent": "hängt von Zieladresse und Zielport ab",
  },
  behaviourUnknown: "der STUN-Server kann es nicht sagen",
  offText: "STUN wird zurzeit nicht gebraucht: Kein Teilnehmer darf sich über das Internet registrieren.",
  problems: {
    "no-server":
      "Kein STUN-Server ist eingetragen. Ohne ihn ist die öffentliche Adresse unbekannt, und Gespräche über das Internet werden abgewiesen.",
    "no-answer": "Der STUN-Server antwortet nicht. Prüfen Sie Name und Port und den Internetzugang des Büros.",
    "name-not-resolved":
      "Der Name des STUN-Servers lässt sich nicht auflösen. Prüfen Sie den Namen und das DNS dieses Rechners.",
  },
  portDiffers: (mapped, local) =>
    `Der Router zeigt Port ${local} im Internet als Port ${mapped}. Telefone erreichen nur den weitergeleiteten Port: Leiten Sie den äußeren Port ${local} auf Port ${local} dieses Systems weiter.`,
  notPublic:
    "Diese Adresse ist nicht öffentlich: Vor dem Internet liegt ein zweites NAT (doppeltes NAT oder DS-Lite). Telefone zu Hause erreichen dieses System nicht.",
  reachable: "Diese Adresse wird Telefonen im Internet genannt.",
  help,
}
