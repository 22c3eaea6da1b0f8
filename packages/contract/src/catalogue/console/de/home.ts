import type { home as enHome } from "../en/home.ts"
import { plural, type Texts } from "../texts.ts"

export const home: Texts<typeof enHome> = {
  title: "Startseite",
  status: "Zustand des Systems",
  publicAddress: "Öffentliche Adresse",
  publicPort: (port) => `SIP-Port ${port}`,
  stun: {
    mapped: "Durch STUN",
    static: "Wie eingetragen",
    asking: "Wird erfragt",
    lost: "STUN-Server schweigt",
    off: "STUN aus",
  },
  unknown: "unbekannt",
  stations: "Teilnehmer",
  stationsRegistered: (registered, total) => `${registered} von ${total} registriert`,
  stationsInternet: (count) => `${count} ${count === 1 ? "darf" : "dürfen"} ins Internet`,
  calls: "Gespräche",
  callsNow: (count) => (count === 0 ? "zurzeit keine" : `${count} zurzeit`),
  callsInternet: (count) => `${count} über das Internet`,
  channels: "RTP-Proxy-Kanäle",
  channelsUsed: (used, total) => `${used} von ${total} belegt`,
  channelsPeak: (peak) => `Höchststand heute: ${peak}`,
  ports: "SIP-Ports",
  portsOpen: (open, total) => `${open} von ${total} offen`,
  portsWhere: (inner, outer) => `Büro ${inner} · Internet ${outer}`,
  tlsStates: { open: "Offen", opening: "Wird geöffnet", failed: "Nicht offen", closed: "Geschlossen" },
  tlsOff: "Aus",
  noCertificate: "Kein Zertifikat",
  daysLeft: (days) => (days < 0 ? "Zertifikat abgelaufen" : `Zertifikat: noch ${plural(days, "Tag", "Tage")}`),
  attention: "Was Aufmerksamkeit braucht",
  fine: "Nichts braucht Aufmerksamkeit.",
  mend: (page) => `Zu ${page}`,
  warnings: {
    loopbackOnly:
      "SIP lauscht nur auf diesem Rechner: Kein Telefon erreicht es. Wählen Sie die Adresse, die VoIP trägt.",
    noServer: (count) =>
      `${plural(count, "Teilnehmer darf", "Teilnehmer dürfen")} sich über das Internet registrieren, aber es ist kein STUN-Server eingetragen: Die öffentliche Adresse ist unbekannt, Gespräche über das Internet werden abgewiesen.`,
    noAnswer: (server) =>
      `Der STUN-Server ${server} antwortet nicht: Die öffentliche Adresse ist unbekannt, Gespräche über das Internet werden abgewiesen.`,
    notResolved: (server) => `Der Name des STUN-Servers, ${server}, lässt sich nicht auflösen.`,
    lost: (server) => `Der STUN-Server ${server} antwortet nicht mehr. Benutzt wird die letzte bekannte Adresse.`,
    portDiffers: (mapped, local) =>
      `Der Büro-Router zeigt den SIP-Port ${local} im Internet als ${mapped}. Telefone erreichen nur einen Port, der auf dieselbe Nummer weitergeleitet wird.`,
    notPublic: (address) =>
      `Die ermittelte Adresse ${address} ist nicht öffentlich: Vor dem Internet liegt ein zweites NAT (doppeltes NAT oder DS-Lite).`,
    nameNotResolved: (name) =>
      `Der öffentliche Name ${name} lässt sich nicht auflösen: Telefone zu Hause, die ihn benutzen, finden niemanden.`,
    nameDiffers: (name, addresses, mapped) =>
      `Der öffentliche Name ${name} führt zu ${addresses}, die öffentliche Adresse ist aber ${mapped}: Telefone zu Hause, die ihn benutzen, kommen hier nicht an.`,
    dynDnsStopped: (name) =>
      `Der DynDNS-Anbieter lehnt die Meldungen für ${name} ab, und es wird nichts mehr gesendet: Telefone zu Hause finden das Büro vielleicht nicht.`,
    tlsClosed: (why) => `SPE-Unterstützung ist an, aber SIP über TLS ist geschlossen. ${why}`,
    nameNotIn: (name) =>
      `Das SPE-Zertifikat nennt den öffentlichen Namen ${name} nicht: Telefone, die ihn prüfen, weisen die Verbindung zurück. Ein geänderter öffentlicher Name verlangt ein neues Serverzertifikat.`,
    certificateEnds: (name, uses, days) =>
      `Das Zertifikat „${name}“ (${uses}) endet ${days === 0 ? "heute" : `in ${plural(days, "Tag", "Tagen")}`}. Erneuern Sie es als Kopie, bevor Telefone und Browser es zurückweisen.`,
    certificateExpired: (name, uses) =>
      `Das Zertifikat „${name}“ (${uses}) ist abgelaufen: Telefone und Browser weisen es zurück.`,
    channels: (used, total) => `${used} von ${total} RTP-Proxy-Kanälen sind belegt: mehr als 80 %.`,
    listener: (name, transport, address, port, why) =>
      `${name}: ${transport}-Port ${port} an ${address} ist nicht offen (${why}). Alle 5 Sekunden wird es erneut versucht.`,
  },
  listenerProblem: {
    "address-in-use": "ein anderes Programm benutzt ihn",
    "address-not-available": "dieser Rechner hat die Adresse nicht",
    "permission-denied": "das Betriebssystem erlaubt es nicht",
    certificate: "sein Zertifikat lässt sich nicht benutzen",
    failed: "es gelang nicht",
  },
  callsTitle: "Gespräche jetzt",
  noCalls: "Zurzeit kein Gespräch",
  noCallsText: "Sobald jemand wählt, erscheint das Gespräch hier, mit seinen Paketen in beiden Richtungen.",
  call: {
    from: "Von",
    to: "An",
    state: "Zustand",
    duration: "Dauer",
    packets: "Pakete",
    states: { calling: "Ruft", ringing: "Klingelt", answered: "Spricht", ended: "Beendet" },
    onHold: "gehalten",
    channel: "Kanal",
    received: "empfangen",
    sent: "gesendet",
    lost: (count) => `${count} verloren`,
    silent: (seconds) => `seit ${seconds} s still`,
    noMedia: "noch keine Sprache",
  },
  registrationsTitle: "Registrierungen jetzt",
  noStations: "Noch kein Teilnehmer",
  noStationsText: "Fügen Sie den ersten hinzu: Rufnummer, Name und ein starkes Kennwort genügen.",
  addStation: "SIP-Client hinzufügen",
  noRegistrations: "Kein Telefon ist registriert",
  noRegistrationsText: (host) =>
    `Tragen Sie SIP-Benutzerkennung und Kennwort eines Teilnehmers an einem Telefon ein, mit ${host} als SIP-Server.`,
  allStations: "Alle SIP-Clients",
  shownOf: (shown, total) => `${shown} von ${total} werden gezeigt.`,
  station: "Teilnehmer",
}
