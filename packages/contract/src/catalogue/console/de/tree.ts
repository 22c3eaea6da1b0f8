import type { about as enAbout, tree as enTree } from "../en/tree.ts"
import type { Texts } from "../texts.ts"

export const tree: Texts<typeof enTree> = {
  telephonyServer: "Telefonieserver",
  basicSettings: "Grundeinstellungen",
  dynDns: "DynDNS",
  portManagement: "Portverwaltung",
  networkInterfaces: "Netzwerkschnittstellen",
  voiceGateway: "Sprach-Gateway",
  itsp: "Internet-Telefonie-Anbieter",
  editStun: "STUN-Konfiguration bearbeiten",
  station: "Teilnehmer",
  ipClients: "IP-Clients",
  sipClients: "SIP-Clients",
  displaySipClients: "SIP-Clients anzeigen",
  addSipClient: "SIP-Client hinzufügen",
  editSipClient: "SIP-Client bearbeiten",
  payload: "Nutzdaten",
  rtpProxyChannels: "RTP-Proxy-Kanäle",
  maintenance: "Wartung",
  events: "Ereignisse",
}

export const about: Texts<typeof enAbout> = {
  telephonyServer: "Alles, was das Telefonieren ausmacht.",
  basicSettings: "Der öffentliche Name und die Ports des Systems.",
  dynDns: "Der öffentliche Name für die Telefone, und wer ihn aktuell hält.",
  portManagement: "SIP- und RTP-Ports, und was der Büro-Router weiterleiten muss.",
  networkInterfaces: "Welche Schnittstelle LAN 1 und LAN 2 ist, und welche VoIP trägt.",
  voiceGateway: "Der Weg ins Internet: öffentliche Adresse und Anbieter.",
  itsp: "Wie das System seine öffentliche Adresse und seinen SIP-Port erfährt (STUN).",
  editStun: "STUN-Server, Modus, und was STUN gerade sagt.",
  station: "Die Telefone.",
  ipClients: "Teilnehmer, die über IP angeschlossen sind.",
  sipClients: "SIP-Teilnehmer: Nummern, Passwörter, und wer sich über das Internet registrieren darf.",
  displaySipClients: "Alle SIP-Teilnehmer mit ihren Registrierungen.",
  addSipClient: "Ein neuer SIP-Teilnehmer.",
  editSipClient: "Ein SIP-Teilnehmer.",
  payload: "Sprache auf ihrem Weg durch das System.",
  rtpProxyChannels: "Der Vorrat an Kanälen für Gespräche über das Internet.",
  maintenance: "Was geschehen ist, und warum.",
  events: "Abgewiesene Registrierungen, belegte Ports, neue Adressen: in Worten.",
}
