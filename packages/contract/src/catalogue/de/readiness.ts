/** Die fünfzehn Prüfungen der Startseite: was jede ergab, als `<Prüfung>.<Grund>`. */
import type { readinessEn } from "../en/readiness.ts"

export const readinessDe: Readonly<Record<keyof typeof readinessEn, string>> = {
  "authentication.none": "Es gibt noch keinen Teilnehmer.",
  "authentication.all": "Bei allen Teilnehmern ist die Authentifizierung aktiv und das Passwort stark: {count}.",
  "authentication.off":
    "Bei {count|Teilnehmer|den Teilnehmern} {numbers} ist die Authentifizierung aus: Wer die Rufnummer kennt, kann sich als {count|dieser|einer von ihnen} anmelden.",
  "authentication.weak": "Bei {count|Teilnehmer|den Teilnehmern} {numbers} fehlt das Passwort oder ist zu schwach.",
  "inner-ports.none":
    "Kein Telefon aus dem Internet ist an einem inneren Port angemeldet. Leiten Sie diese Ports niemals weiter: {ports}.",
  "inner-ports.registered":
    "Teilnehmer {number} ist von {source}, einer Adresse im Internet, an einem inneren Port angemeldet: Nehmen Sie diese Weiterleitung aus dem Büro-Router.",
  "inner-ports.at-router":
    "Der Büro-Router zeigt dem Internet Port {port}, die Nummer eines inneren Ports: Angreifer versuchen sie zuerst. Wählen Sie {instead}.",
  "migrated-ports.own": "Das Internet hat eigene Ports: {ports}.",
  "migrated-ports.migrated":
    "Port {port} für das Internet ist wie in einer früheren Version einer von denen fürs Büro: Er muss von Hand geändert werden.",
  "stun-server.static": "STUN wird nicht gefragt: {address} wurde von Hand eingetragen.",
  "stun-server.not-needed": "Kein Teilnehmer darf sich über das Internet anmelden, deshalb wird STUN nicht gefragt.",
  "stun-server.answering": "{server} antwortet, nach {milliseconds} ms.",
  "stun-server.asking": "{server} wurde gefragt und hat noch nicht geantwortet.",
  "stun-server.no-server":
    "Es ist kein STUN-Server eingetragen: Die öffentliche Adresse ist unbekannt, und Gespräche über das Internet werden abgelehnt.",
  "stun-server.no-answer":
    "{server} antwortet nicht: Die öffentliche Adresse ist unbekannt, und Gespräche über das Internet werden abgelehnt.",
  "stun-server.name-not-resolved": "Der Name {server} lässt sich nicht auflösen.",
  "stun-server.lost": "{server} antwortet nicht mehr. Die zuletzt bekannte Adresse wird benutzt.",
  "mapped-port.same": "Das Internet sieht den SIP-Port als {port}, wie es sein muss.",
  "mapped-port.differs":
    "Das Internet sieht den SIP-Port als {mapped} statt {expected}. Telefone erreichen nur einen Port, der auf dieselbe Nummer weitergeleitet ist.",
  "mapped-port.unknown": "Welchen Port das Internet sieht, ist noch nicht bekannt.",
  "mapped-port.static": "Der Port wurde von Hand eingetragen und wird nicht beobachtet.",
  "mapping.same": "Der Büro-Router zeigt jedem Ziel dieselbe Adresse und denselben Port.",
  "mapping.symmetric":
    "Der Büro-Router zeigt jedem Ziel einen anderen Port (symmetrisches NAT): Telefone zu Hause sind nicht anrufbar.",
  "mapping.no-address": "Noch hat kein STUN-Server geantwortet.",
  "mapping.unknown": "Dieser STUN-Server kann zwei Ziele nicht vergleichen (RFC 5780).",
  "mapping.static": "Die Adresse wurde von Hand eingetragen: Es wird nichts verglichen.",
  "public-address.public": "{address} ist eine Adresse im Internet.",
  "public-address.unknown": "Die öffentliche Adresse ist noch nicht bekannt.",
  "public-address.carrier-nat":
    "{address} gehört zum NAT des Anbieters (DS-Lite, CGNAT): Niemand kann sie erreichen. Verlangen Sie vom Anbieter eine öffentliche IPv4-Adresse.",
  "public-address.private-address":
    "{address} ist keine öffentliche Adresse: Vor dem Internet steht ein zweiter Router (doppeltes NAT).",
  "public-address.second-router":
    "Das Internet sieht {address}, der Büro-Router aber hat {router}: Dazwischen steht ein zweiter Router (doppeltes NAT).",
  "one-interface.one": "Alles VoIP benutzt {lan} ({address}).",
  "one-interface.loopback":
    "SIP lauscht nur auf diesem Rechner: Kein Telefon kann es erreichen. Wählen Sie die Adresse für VoIP.",
  "one-interface.gone": "Dieser Rechner hat {address}, die Adresse für VoIP, nicht mehr.",
  "one-interface.closed": "Kein SIP-Port ist offen.",
  "lan1.not-used": "VoIP benutzt LAN 1 (WAN) nicht.",
  "lan1.behind-router": "VoIP benutzt LAN 1 (WAN), hinter einem Router.",
  "lan1.access-router":
    "LAN 1 (WAN) hat {address}, eine Adresse im Internet: Als Zugangsrouter hinter einem Modem wird Homeport nicht unterstützt. Stellen Sie einen Router davor.",
  "lan1.nat":
    "Dieser Rechner leitet zwischen seinen Netzen weiter: Network Address Translation an LAN 1 (WAN) muss aus sein, damit SIP unverändert ankommt.",
  "forwarding.proven": "Aus dem Internet kam etwas herein an {lines}.",
  "forwarding.not-proven":
    "An {lines} ist aus dem Internet noch nichts hereingekommen. Portverwaltung sagt, wie man es probiert.",
  "forwarding.closed": "Homeport selbst lauscht nicht an {lines}.",
  "public-name.matches": "{name} führt zu {address}.",
  "public-name.no-name":
    "Es ist kein öffentlicher Name eingetragen: Telefonen zu Hause wird die öffentliche Adresse genannt, die sich ändern kann.",
  "public-name.asking": "{name} wird aufgelöst.",
  "public-name.unknown-mapped":
    "{name} führt zu {addresses}; die öffentliche Adresse ist nicht bekannt, um sie zu vergleichen.",
  "public-name.not-resolved":
    "{name} lässt sich nicht auflösen: Telefone zu Hause, die danach gehen, finden niemanden.",
  "public-name.differs":
    "{name} führt zu {addresses}, die öffentliche Adresse aber ist {address}: Telefone zu Hause, die nach dem Namen gehen, kommen hier nicht an.",
  "public-name.stopped":
    "Der DynDNS-Anbieter lehnt die Aktualisierungen von {name} ab, und es wird nichts mehr gesendet: Telefone zu Hause finden das Büro womöglich nicht.",
  "tls.off": "SPE-Unterstützung ist aus: Kein Telefon benutzt TLS.",
  "tls.closed": "SPE-Unterstützung ist ein, aber SIP über TLS ist geschlossen. {why}",
  "tls.not-open": "TLS-Port {port} konnte nicht geöffnet werden.",
  "tls.name":
    "Das SPE-Zertifikat ist nicht auf {name} ausgestellt: Telefone, die das prüfen, lehnen die Verbindung ab. Erzeugen Sie ein neues Server-Zertifikat.",
  "tls.ends":
    "Das SPE-Zertifikat endet in {days} {days|Tag|Tagen}. Erneuern Sie es als Kopie, bevor Telefone es ablehnen.",
  "tls.ends-today": "Das SPE-Zertifikat endet heute. Erneuern Sie es als Kopie, bevor Telefone es ablehnen.",
  "tls.open": "SIP über TLS ist offen, sein Zertifikat noch {days} {days|Tag|Tage} gültig.",
  "devices.none": "Kein Teilnehmer hat ein Gerät in Phone Parameter Deployment.",
  "devices.able": "{count} {count|Gerät|Geräte}, und keines, das nicht kann, was sein Teilnehmer braucht.",
  "devices.unable": "{model} von Teilnehmer {number} kann nicht, was der Teilnehmer braucht.",
  "devices.several": "{count} Geräte können nicht, was ihre Teilnehmer brauchen: die von {numbers}.",
  "refusals.none": "In den letzten 24 Stunden wurde kein Teilnehmer abgelehnt, der nicht inzwischen angemeldet ist.",
  "refusals.some": "{number} wurde in den letzten 24 Stunden abgelehnt und ist nicht angemeldet: {cause}.",
  "refusals.several":
    "{count} Teilnehmer wurden in den letzten 24 Stunden abgelehnt und sind nicht angemeldet: {numbers}.",
  "channels.room": "Heute waren höchstens {peak} von {total} Kanälen belegt.",
  "channels.scarce": "Heute waren {peak} von {total} Kanälen gleichzeitig belegt: mehr als 80 %.",
  "channels.full": "Heute waren alle {total} Kanäle gleichzeitig belegt: Weitere Gespräche wurden abgelehnt.",
  "cause.unknown-user": "Rufnummer oder SIP-Benutzerkennung falsch",
  "cause.wrong-password": "falsches Passwort",
  "cause.internet-registration-off": "Internet-Registrierung ist aus",
  "cause.internet-registration-over": "sein Datum ist vorbei",
  "cause.user-agent": "nicht seine Art Telefon",
  "cause.authentication-off": "Authentifizierung ist aus",
  "cause.fixed-ip-address": "nicht von der festen IP-Adresse",
  "cause.no-stun": "das Telefon benutzt kein STUN",
  "cause.symmetric-nat": "symmetrisches NAT zu Hause",
  "cause.sip-alg": "ein Router schreibt SIP um (ALG)",
  "cause.router-rewrites-source": "der Büro-Router verbirgt den Absender",
  "cause.contact-host-name": "ein Name statt der Adresse",
  "cause.contact-not-sip": "sein Contact ist kein sip:-URI",
  "cause.too-many-contacts": "zu viele Telefone angemeldet",
}
