/** Was dem System selbst geschieht, und warum es nicht gesund sein mag. */
export const systemEventsDe = {
  "stun.mapped": "Die öffentliche Adresse ist {address}, Port {port} (STUN-Server {server}).",
  "stun.changed":
    "Die öffentliche Adresse hat sich von {previous} auf {address}, Port {port}, geändert. Neue Anrufe benutzen die neue.",
  "stun.lost":
    "Der STUN-Server {server} antwortet nicht mehr. Anrufe benutzen die zuletzt bekannte Adresse; prüfen Sie den Server und den Internetanschluss des Büros.",
  "stun.no-answer":
    "Der STUN-Server {server} antwortet nicht, daher ist die öffentliche Adresse unbekannt und Anrufe über das Internet werden abgelehnt. Prüfen Sie Name und Port in der STUN-Konfiguration.",
  "stun.name-not-resolved":
    "Der Name des STUN-Servers, {server}, ließ sich nicht auflösen. Prüfen Sie den Namen in der STUN-Konfiguration und das DNS dieses Rechners.",
  "stun.port-differs":
    "Der Büro-Router zeigt SIP-Port {local} dem Internet als Port {mapped}. Telefone erreichen nur den weitergeleiteten Port: Leiten Sie ihn auf dieselbe Nummer weiter.",
  "stun.not-public":
    "Die ermittelte Adresse {address} ist keine öffentliche: Vor dem Internet liegt ein zweites NAT (doppeltes NAT, DS-Lite). Telefone zu Hause erreichen dieses System nicht: Verlangen Sie vom Anbieter eine öffentliche IPv4-Adresse.",
  "listener.failed.address-in-use":
    "{name}: {transport}-Port {port} an {address} lässt sich nicht öffnen, ein anderes Programm benutzt ihn. Beenden Sie es oder wählen Sie im Port-Management einen anderen Port; alle 5 Sekunden wird es wieder versucht.",
  "listener.failed.address-not-available":
    "{name}: {transport}-Port {port} lässt sich nicht öffnen, dieser Rechner hat zurzeit keine Adresse {address}. Wählen Sie unter Netzwerkschnittstellen eine andere; alle 5 Sekunden wird es wieder versucht.",
  "listener.failed.permission-denied":
    "{name}: {transport}-Port {port} an {address} darf nicht geöffnet werden: Ports unter 1024 brauchen eine Berechtigung des Betriebssystems. Wählen Sie im Port-Management einen anderen Port.",
  "listener.failed.certificate":
    "{name}: {transport}-Port {port} an {address} lässt sich nicht öffnen: Die TLS-Bibliothek dieses Rechners weist das SPE-Zertifikat zurück. Installieren Sie ein anderes.",
  "listener.failed.failed":
    "{name}: {transport}-Port {port} an {address} lässt sich nicht öffnen; alle 5 Sekunden wird es wieder versucht. Mehr steht im Protokoll des Servers.",
  "listener.listening": "{name}: {transport}-Port {port} an {address} ist offen.",
  "message.malformed":
    "Eine Nachricht von {source} (Netz: {network}) war nicht lesbar: {problem}, bei „{excerpt}“. Kommt sie von einem Ihrer Telefone, aktualisieren Sie dessen Software.",
  "settings.changed": "{by} hat die Einstellungen geändert: {section}.",
  "station.added": "{by} hat Teilnehmer {index} angelegt: {callNumber} {name}.",
  "station.changed": "{by} hat Teilnehmer {index} geändert: {callNumber} {name}.",
  "station.removed": "{by} hat Teilnehmer {index} gelöscht: {callNumber} {name}.",
  "network.changed":
    "Die Adresse für VoIP hat sich von {previous} auf {address} geändert. Prüfen Sie die Portweiterleitung im Büro-Router.",
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
