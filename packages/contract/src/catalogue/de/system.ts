/** Was dem System selbst geschieht, und warum es nicht gesund sein mag. */
export const systemEventsDe = {
  "stun.mapped": "Die öffentliche Adresse ist {address}, Port {port} (STUN-Server {server}).",
  "stun.changed":
    "Die öffentliche Adresse hat sich von {previous} auf {address}, Port {port}, geändert. Neue Anrufe benutzen die neue.",
  "stun.lost": "Der STUN-Server {server} antwortet nicht mehr.",
  "stun.no-answer":
    "Der STUN-Server {server} antwortet nicht, daher ist die öffentliche Adresse unbekannt und Anrufe über das Internet werden abgelehnt.",
  "stun.name-not-resolved": "Der Name des STUN-Servers, {server}, ließ sich nicht auflösen.",
  "stun.port-differs": "Der Büro-Router zeigt SIP-Port {local} dem Internet als Port {mapped}.",
  "stun.not-public":
    "Die ermittelte Adresse {address} ist keine öffentliche: Vor dem Internet liegt ein zweites NAT (doppeltes NAT, DS-Lite).",
  "listener.failed.address-in-use":
    "{name}: {transport}-Port {port} an {address} lässt sich nicht öffnen, ein anderes Programm benutzt ihn.",
  "listener.failed.address-not-available":
    "{name}: {transport}-Port {port} lässt sich nicht öffnen, dieser Rechner hat zurzeit keine Adresse {address}.",
  "listener.failed.permission-denied":
    "{name}: {transport}-Port {port} an {address} darf nicht geöffnet werden: Ports unter 1024 brauchen eine Berechtigung des Betriebssystems.",
  "listener.failed.certificate":
    "{name}: {transport}-Port {port} an {address} lässt sich nicht öffnen: Die TLS-Bibliothek dieses Rechners weist das SPE-Zertifikat zurück.",
  "listener.failed.failed":
    "{name}: {transport}-Port {port} an {address} lässt sich nicht öffnen; alle 5 Sekunden wird es wieder versucht. Mehr steht im Protokoll des Servers.",
  "listener.listening": "{name}: {transport}-Port {port} an {address} ist offen.",
  "message.malformed": "Eine Nachricht von {source} (Netz: {network}) war nicht lesbar: {problem}, bei „{excerpt}“.",
  "settings.changed": "{by} hat die Einstellungen geändert: {section}.",
  "station.added": "{by} hat Teilnehmer {index} angelegt: {callNumber} {name}.",
  "station.changed": "{by} hat Teilnehmer {index} geändert: {callNumber} {name}.",
  "station.removed": "{by} hat Teilnehmer {index} gelöscht: {callNumber} {name}.",
  "network.changed": "Die Adresse für VoIP hat sich von {previous} auf {address} geändert.",
  "backup.taken": "{by} hat eine Sicherung von allem heruntergeladen.",
  "backup.restored": "{by} hat die Sicherung vom {at} eingespielt. Was vorher hier war, steht in {before}.",
  "backup.failed": "Die geplante Sicherung konnte nicht gemacht werden: {reason}.",
  "system.started": "Homeport {version} wurde gestartet.",
  "system.stopped": "Homeport wurde beendet.",
} as const

export const healthDe = {
  listener: "{name}: {transport}-Port {port} an {address} ist nicht offen ({problem}).",
  "no-listener": "Kein SIP-Port ist offen.",
  store: "In den Speicher lässt sich nicht schreiben.",
  stopping: "Homeport wird gerade beendet.",
} as const
