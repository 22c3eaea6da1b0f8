/** What each node of the tree is for: on the overviews. */
import type { about as english } from "../en/about.ts"
import type { Texts } from "../texts.ts"

export const about: Texts<typeof english> = {
  telephonyServer: "Alles, was das Telefonieren ausmacht.",
  basicSettings: "Systemflags, der öffentliche Name und die Ports des Systems.",
  system: "Was für das ganze System gilt.",
  systemFlags: "Schalter des ganzen Systems, darunter die SPE-Unterstützung, die SIP über TLS öffnet.",
  dynDns: "Der öffentliche Name für die Telefone, und wer ihn aktuell hält.",
  portManagement: "SIP- und RTP-Ports, und was der Büro-Router weiterleiten muss.",
  phoneParameterDeployment:
    "Die Telefone der Teilnehmer: ihre Einstellungen als Datei, Link oder Blatt, und was sie abgeholt haben.",
  security: "Wer kommen darf, Zertifikate, und verschlüsselte Signalisierung für die Telefone.",
  applicationFirewall: "Welche Netze Konsole und Ports erreichen dürfen, und wer gesperrt ist.",
  spe: "SIP über TLS: das Zertifikat, das Telefonen gezeigt wird, und die CAs, von denen es stammt.",
  speCertificate: "Das eine Zertifikat aller SIP-Schnittstellen, und ob TLS offen ist.",
  speAuthorities: "Die CAs, denen die Telefone vertrauen müssen.",
  ssl: "Zertifikate dieses Systems: erzeugen, importieren, exportieren, erneuern, sperren.",
  certificateGeneration: "Eigene CAs, und die Serverzertifikate, die sie signieren.",
  certificateManagement: "Alle Zertifikate, die hier liegen, und wie lange sie noch gelten.",
  networkInterfaces: "Welche Schnittstelle LAN 1 und LAN 2 ist, und welche VoIP trägt.",
  officeRouter:
    "Was der Büro-Router zu tun hat, zum Drucken oder automatisch: Weiterleitungen, SIP-ALG, Prüfungen. Und das Blatt für den Router zu Hause.",
  voiceGateway: "Der Weg ins Internet: öffentliche Adresse und Anbieter.",
  itsp: "Wie das System seine öffentliche Adresse und seinen SIP-Port erfährt (STUN).",
  station: "Die Telefone.",
  ipClients: "Teilnehmer, die über IP angeschlossen sind.",
  sipClients: "SIP-Teilnehmer: Nummern, Passwörter, und wer sich über das Internet registrieren darf.",
  payload: "Sprache auf ihrem Weg durch das System.",
  rtpProxyChannels: "Der Vorrat an Kanälen für Gespräche über das Internet.",
  maintenance: "Was geschehen ist, und warum.",
  calls: "Wer jetzt spricht, und die letzten Gespräche: wann, warum sie endeten, Verlust und Jitter.",
  events: "Abgewiesene Registrierungen, belegte Ports, neue Adressen: in Worten.",
  accounts: "Wer sich hier anmelden darf, und was jeder darf.",
  signIns: "Wer sich angemeldet hat, von wo, und warum andere nicht.",
  ownAccount: "Ihr Kennwort, zweiter Faktor, API-Tokens und Anmeldungen.",
  adminLog: "Wer was wann geändert hat.",
  notifications: "Ereignisse per E-Mail und Webhook.",
  setupTelephones: "Die Teilnehmer und was auf dem Tisch steht.",
  ipTelephones: "Alle Teilnehmer mit ihren Geräten, und wer registriert ist.",
  sipAtHome: "Ein Telefon zu Hause, vom Teilnehmer bis zur ersten Registrierung.",
  setupSecurity: "Verschlüsselte Signalisierung, Schritt für Schritt.",
  backupNow: "Alles als eine verschlüsselte Datei.",
  restoreBackup: "Eine Datei tritt nach einer Vorschau an die Stelle von allem hier.",
  scheduledBackups: "Sicherungen, die von selbst gemacht werden, und die behaltenen.",
  certificatesForTls:
    "Von nichts zu Telefonen, die sich verschlüsselt anmelden: CA, Serverzertifikat, SPE-Unterstützung.",
}
