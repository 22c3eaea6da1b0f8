import { readinessDe } from "../../de/readiness.ts"
import type { readiness as english } from "../en/readiness.ts"
import type { Texts } from "../texts.ts"

export const readiness: Texts<typeof english> = {
  title: "Ist SIP@Home bereit?",
  ready: "Ja: Es fehlt nichts.",
  unproven: (count) =>
    `Soweit zu sehen ist, ja; ${count === 1 ? "eine Prüfung ist" : `${count} Prüfungen sind`} noch nicht bewiesen.`,
  warnings: (count) => (count === 1 ? "Ja, mit einer Warnung." : `Ja, mit ${count} Warnungen.`),
  notReady: (count) => (count === 1 ? "Nein: Eines fehlt." : `Nein: ${count} Dinge fehlen.`),
  notInUse: "Es ist nicht in Gebrauch: Kein Teilnehmer darf sich über das Internet anmelden.",
  rest: (passed, without) =>
    `${passed} bestanden${without === 0 ? "" : `, ${without} ${without === 1 ? "trifft" : "treffen"} nicht zu`}`,
  states: {
    passed: "bestanden",
    warning: "Warnung",
    failed: "nicht bestanden",
    "not-proven": "nicht bewiesen",
    "not-applicable": "trifft nicht zu",
  },
  checks: {
    authentication: "Authentifizierung und Passwörter",
    "inner-ports": "Innere Ports bleiben innen",
    "migrated-ports": "Eigene Ports",
    "stun-server": "STUN-Server",
    "mapped-port": "Port, wie ihn das Internet sieht",
    mapping: "Eine Abbildung für alle Ziele",
    "public-address": "Öffentliche Adresse",
    "one-interface": "Eine Schnittstelle für VoIP",
    lan1: "LAN 1 (WAN)",
    forwarding: "Portweiterleitung",
    "public-name": "Öffentlicher Name",
    tls: "TLS",
    devices: "Geräte",
    refusals: "Abgelehnte Anmeldungen",
    channels: "RTP-Proxy-Kanäle",
  },
  sentences: readinessDe,
}
