import type { forwarding as english } from "../en/forwarding.ts"
import type { Texts } from "../texts.ts"

export const forwarding: Texts<typeof english> = {
  column: "Nachweis",
  proven: "Nachgewiesen",
  notProven: "Nicht nachgewiesen",
  from: (address) => `von ${address}`,
  how: {
    datagram: "ein Datagramm aus dem Internet",
    connection: "eine Verbindung aus dem Internet",
    "filtering-test": "die andere Adresse des STUN-Servers kam durch",
    http: "in einem Browser geöffnet",
    fetch: "ein Gerät hat seine Datei geholt",
    registration: "ein Telefon hat sich angemeldet",
  },
  udp: "Jetzt UDP prüfen drücken oder ein Telefon zu Hause anmelden",
  open: "Zum Nachweis auf einem Telefon ohne WLAN öffnen:",
  openAgain: "Zum erneuten Nachweis:",
  certificateWarning: "Das Telefon warnt vor dem Zertifikat: Es zählt trotzdem.",
  phones: "PHONES_EXT: Telefone zu Hause holen ihre Dateien",
  phonesOpen: "Zum Nachweis eine Datei von außen holen oder auf einem Telefon ohne WLAN öffnen:",
  phonesAnswer: "Das Telefon warnt vielleicht vor dem Zertifikat und zeigt Not Found: Es zählt trotzdem.",
  noAddress:
    "Was zu öffnen ist, steht hier, sobald ein öffentlicher Name (DynDNS) oder die öffentliche Adresse (STUN) bekannt ist.",
  rtp: "Das zeigt erst ein Gespräch von außen",
  notOpen: "Der Port ist in diesem System nicht offen",
  afterApply: "Bekannt nach dem Übernehmen",
  test: "Jetzt UDP prüfen",
  testing: "Wird geprüft …",
  outcomes: {
    proven: "Nachgewiesen: Die andere Adresse des STUN-Servers, die niemand gefragt hatte, kam am UDP-Port an.",
    filtered:
      "Nicht weitergeleitet: Der STUN-Server antwortet, aber seine andere Adresse kommt nicht durch. Prüfen Sie die UDP-Zeile im Büro-Router, und dass sie zu diesem System führt.",
    "port-differs":
      "Diese Prüfung sagt nichts: Der Router benutzt für dieses System einen anderen externen Port als den, der weiterzuleiten ist. Melden Sie stattdessen ein Telefon zu Hause an.",
    "too-soon":
      "Diese Prüfung sagt noch nichts: Der Router kann sich die andere Adresse des STUN-Servers von einer unserer Fragen gemerkt haben. Versuchen Sie es in 10 Minuten wieder, oder melden Sie ein Telefon zu Hause an.",
    "not-supported":
      "Diese Prüfung sagt nichts: Der STUN-Server hat keine zweite Adresse im Internet (RFC 5780). Melden Sie stattdessen ein Telefon zu Hause an.",
    "no-answer": "Der STUN-Server antwortet nicht. Sehen Sie zuerst in der STUN-Konfiguration nach.",
    "no-server":
      "Es gibt keinen STUN-Server zu fragen: Es ist keiner eingetragen, STUN ist statisch, oder keine Station darf sich über das Internet anmelden. Melden Sie stattdessen ein Telefon zu Hause an.",
    "not-open": "Der UDP-Port ist in diesem System nicht offen. Seine Zeile in der Tabelle oben sagt, warum.",
  },
}
