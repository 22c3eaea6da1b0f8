/** Was sich gegen ein Ereignis tun lässt, wo es etwas zu tun gibt: Es steht beim Satz des Ereignisses. */
import type { adviceEn } from "../en/event-advice.ts"

export const adviceDe = {
  "registration.refused.unknown-user":
    "Ist es eines Ihrer Telefone, berichtigen Sie dort Benutzername und SIP-Benutzerkennung; wenn nicht, probiert jemand herum.",
  "registration.refused.wrong-password": "Geben Sie das Kennwort des Teilnehmers am Telefon neu ein.",
  "registration.refused.internet-registration-off":
    "Schalten Sie es beim Teilnehmer ein, wenn dieses Telefon von zu Hause arbeiten soll.",
  "registration.refused.internet-registration-over": "Setzen Sie beim Teilnehmer ein späteres.",
  "registration.refused.authentication-off": "Schalten Sie sie ein und setzen Sie ein starkes Kennwort.",
  "registration.refused.fixed-ip-address": "Berichtigen Sie diese Adresse beim Teilnehmer oder schalten Sie sie aus.",
  "registration.refused.user-agent":
    "Berichtigen Sie „User-Agent beginnt mit“ beim Teilnehmer; ist es nicht Ihr Telefon, ändern Sie das Kennwort.",
  "registration.refused.no-stun":
    "Das Telefon benutzt kein STUN: Schalten Sie STUN am Telefon ein oder wählen Sie beim Teilnehmer NAT-Überwindung durch Homeport.",
  "registration.refused.symmetric-nat":
    "Der Heimrouter vergibt für jedes Ziel einen anderen Port (symmetrisches NAT): Nehmen Sie einen anderen Router oder wählen Sie beim Teilnehmer NAT-Überwindung durch Homeport.",
  "registration.refused.sip-alg":
    "Ein Router unterwegs schreibt SIP um (ALG): Schalten Sie SIP-ALG im Heimrouter aus und prüfen Sie den STUN-Server des Telefons.",
  "registration.refused.router-rewrites-source":
    "Der Büro-Router verbirgt, wer anruft: Richten Sie seine Portweiterleitung so ein, dass Absenderadressen erhalten bleiben.",
  "registration.refused.contact-host-name":
    "Schalten Sie STUN am Telefon ein, damit es seine öffentliche Adresse nennt.",
  "registration.refused.contact-not-sip": "Stellen Sie das Telefon auf sip:-URIs um.",
  "registration.refused.too-many-contacts": "Melden Sie ein nicht mehr benutztes ab oder warten Sie, bis es abläuft.",
  "station.internet-registration-over": "Setzen Sie beim Teilnehmer ein späteres Datum, wenn es weitergeht.",
  "station.unreachable":
    "Anrufe lassen ihn aus, bis er sich wieder zeigt: Prüfen Sie das Telefon und seinen Internetanschluss.",
  "call.refused.not-registered-here":
    "Lassen Sie das Telefon sich zuerst registrieren; ist es keines von Ihnen, versucht es jemand.",
  "call.refused.unknown-number": "Legen Sie einen Teilnehmer damit an oder wählen Sie eine andere.",
  "call.refused.not-registered": "Prüfen Sie, ob jenes Telefon an ist und sein Kennwort stimmt.",
  "call.refused.unreachable": "Prüfen Sie sie und ihren Internetanschluss.",
  "call.refused.no-channel": "Warten Sie, bis ein Anruf über das Internet endet.",
  "call.refused.no-ports": "Vergrößern Sie den RTP-Bereich im Port-Management.",
  "call.refused.no-mapped-address": "Prüfen Sie den STUN-Server in der STUN-Konfiguration.",
  "call.refused.media-address-not-source":
    "Schalten Sie STUN am Telefon ein oder wählen Sie beim Teilnehmer NAT-Überwindung durch Homeport.",
  "call.refused.no-usable-audio": "Schalten Sie SRTP und reine Videoanrufe am Telefon aus.",
  "call.refused.unsupported-uri": "Stellen Sie das Telefon auf sip:-URIs um.",
  "call.refused.loop": "Prüfen Sie Rufumleitungen an den beteiligten Telefonen.",
  "call.refused.wrong-password": "Geben Sie das Kennwort des Teilnehmers am Telefon neu ein.",
  "call.ended.no-media": "Prüfen Sie die Router zwischen den Telefonen und Homeport.",
  "call.ended.media-refused":
    "Schalten Sie STUN an jenem Telefon ein oder wählen Sie bei seinem Teilnehmer NAT-Überwindung durch Homeport.",
  "call.ended.failed": "Prüfen Sie seine Verbindung und versuchen Sie es noch einmal.",
  "channels.exhausted": "Warten Sie, bis einer endet; die Seite RTP-Proxy-Kanäle zeigt, wer sie benutzt.",
  "media.missing":
    "Wahrscheinlich hält sein Heimrouter oder eine Firewall RTP zurück, oder das Telefon benutzt dafür kein STUN: Prüfen Sie die STUN-Einstellungen des Telefons und schalten Sie SIP-ALG im Heimrouter aus.",
  "stun.late": "Fehlt dem Anruf die Sprache, wählen Sie einen schnelleren STUN-Server.",
  "stun.changed":
    "Kommen Telefone zu Hause nicht mehr an, prüfen Sie, ob der öffentliche Name zur neuen Adresse führt.",
  "stun.lost":
    "Anrufe benutzen die zuletzt bekannte Adresse; prüfen Sie den Server und den Internetanschluss des Büros.",
  "stun.no-answer": "Prüfen Sie Name und Port in der STUN-Konfiguration.",
  "stun.name-not-resolved": "Prüfen Sie den Namen in der STUN-Konfiguration und das DNS dieses Rechners.",
  "stun.port-differs": "Telefone erreichen nur den weitergeleiteten Port: Leiten Sie ihn auf dieselbe Nummer weiter.",
  "stun.not-public":
    "Telefone zu Hause erreichen dieses System nicht: Verlangen Sie vom Anbieter eine öffentliche IPv4-Adresse.",
  "listener.failed.address-in-use":
    "Beenden Sie es oder wählen Sie im Port-Management einen anderen Port; alle 5 Sekunden wird es wieder versucht.",
  "listener.failed.address-not-available":
    "Wählen Sie unter Netzwerkschnittstellen eine andere; alle 5 Sekunden wird es wieder versucht.",
  "listener.failed.permission-denied": "Wählen Sie im Port-Management einen anderen Port.",
  "listener.failed.certificate": "Installieren Sie ein anderes.",
  "listener.failed.failed":
    "Mehr steht im Protokoll des Servers; im Port-Management lässt sich ein anderer Port wählen.",
  "message.malformed": "Kommt sie von einem Ihrer Telefone, aktualisieren Sie dessen Software.",
  "account.failed":
    "Waren Sie es nicht selbst, rät jemand: Halten Sie die Konsole aus dem Internet heraus und wählen Sie ein langes Kennwort.",
  "account.failed-code":
    "War es nicht {name}, kennt jemand das Kennwort: Setzen Sie unter Administratoren ein anderes, und fragen Sie {name}, wo es benutzt wurde.",
  "account.recovery-code": "Falls das nicht {name} war, setzen Sie unter Administratoren ein anderes Kennwort.",
  "account.wrong-code":
    "Geben Sie den Code ein, den das Terminal zeigt, oder den aus der Datei first-sign-in im Datenordner.",
  "network.changed": "Prüfen Sie die Portweiterleitung im Büro-Router.",
  "backup.failed": "Beheben Sie, was im Weg steht, oder sichern Sie solange von Hand.",
  "certificate.exported": "War das nicht beabsichtigt, sperren Sie das Zertifikat und erzeugen Sie ein anderes.",
  "certificate.expires": "Erneuern Sie es in der Zertifikatsverwaltung als Kopie.",
  "certificate.expired":
    "Telefone weisen es zurück: Erneuern Sie es in der Zertifikatsverwaltung als Kopie und installieren Sie die Kopie.",
  "spe.trust-lost": "Geben Sie ihnen das CA-Zertifikat „{name}“.",
  "tls.closed.spe-support-off": "Kreuzen Sie SPE-Unterstützung an, wenn Telefone sich über TLS registrieren sollen.",
  "tls.closed.no-certificate": "Erzeugen oder installieren Sie eines: Der Assistent für Zertifikate führt dorthin.",
  "tls.closed.expired": "Erneuern Sie es als Kopie und installieren Sie die Kopie.",
  "tls.closed.not-yet-valid": "Prüfen Sie die Uhr dieses Rechners, oder warten Sie.",
  "tls.closed.revoked": "Installieren Sie ein anderes.",
  "tls.closed.refused": "Installieren Sie ein anderes.",
  "tls.closed.voip-on-lan1": "Lassen Sie VoIP LAN 2 benutzen, wenn Telefone sich über TLS registrieren sollen.",
  "handshake.failed.protocol-version":
    "TLS 1.2 ist das Mindeste: Aktualisieren Sie die Software des Telefons, oder lassen Sie es UDP benutzen.",
  "handshake.failed.no-common-cipher": "Aktualisieren Sie seine Software.",
  "handshake.failed.untrusted-ca": "Laden Sie das CA-Zertifikat in das Telefon (SPE-CA-Zertifikat(e) ▸ Export).",
  "handshake.failed.certificate-expired": "Prüfen Sie die Daten des Zertifikats und die Uhr des Telefons.",
  "handshake.failed.certificate-refused":
    "Prüfen Sie, ob das Zertifikat die Adresse nennt, die das Telefon bekommen hat, und ob das Telefon unser CA-Zertifikat hat.",
  "handshake.failed.not-tls":
    "Stellen Sie den Transport des Telefons auf TLS oder seinen Port auf den von UDP und TCP.",
  "handshake.failed.http": "Geschieht es immer wieder, sehen Sie nach, wohin der Router diesen Port weiterleitet.",
  "handshake.failed.timeout": "Ist es eines Ihrer Telefone, prüfen Sie seinen Internetanschluss.",
  "handshake.failed.closed": "Ist es eines Ihrer Telefone, laden Sie unser CA-Zertifikat hinein.",
  "handshake.failed.other":
    "Ist es eines Ihrer Telefone, aktualisieren Sie seine Software und laden Sie unser CA-Zertifikat hinein.",
  "device.home-link-opened": "War es jemand anderes, ändern Sie das Passwort.",
  "device.home-link-refused.unknown":
    "Kommt jemand zu Hause nicht hinein, erzeugen Sie einen neuen Link und schicken Sie diesen.",
  "device.home-link-refused.closed": "War es, wer gemeint ist, erzeugen Sie einen neuen Link.",
  "device.home-link-refused.expired": "War es, wer gemeint ist, erzeugen Sie einen neuen Link.",
  "device.home-link-refused.used":
    "War es, wer gemeint ist, erzeugen Sie einen neuen Link; hat ihn jemand anderes, ändern Sie das Kennwort.",
  "device.home-link-refused.other-browser":
    "Fragen Sie zu Hause, ob beides dieselbe Person war; wenn nicht, ändern Sie das Kennwort des Teilnehmers.",
  "device.revealed": "War das nicht beabsichtigt, geben Sie dem Teilnehmer ein anderes Kennwort.",
  "device.refused.unknown-token":
    "Ist es eines Ihrer Telefone, erzeugen Sie einen neuen Link und tragen Sie ihn im Telefon ein.",
  "device.refused.expired": "Erzeugen Sie einen neuen.",
  "device.refused.used-up": "Erzeugen Sie einen neuen.",
  "device.refused.other-device":
    "Ist es das richtige, erzeugen Sie einen neuen Link; wenn nicht, kennt ihn jemand anderes: Schließen Sie ihn.",
  "device.refused.wrong-file": "Vergleichen Sie Modell und MAC-Adresse.",
  "device.refused.part-of-file": "Kommt das Telefon nicht weiter, aktualisieren Sie seine Software.",
  "device.refused.not-served": "Sehen Sie auf die Seite des Geräts: Sie sagt, warum.",
  "device.refused.no-token": "Erzeugen Sie einen Link; ein hier neues Telefon steht unter den unbekannten Geräten.",
  "device.refused.too-many":
    "Ist es eines Ihrer Telefone, starten Sie es neu; wenn nicht, sperren Sie die Adresse im Büro-Router.",
  "dyndns.elsewhere": "Nur einer von beiden sollte es tun, sonst sperrt der Anbieter den Namen vielleicht.",
  "dyndns.failed": "Dauert es an, prüfen Sie das Konto und den Internetanschluss des Büros.",
  "dyndns.stopped": "Die Seite DynDNS sagt, was die Antwort bedeutet; berichtigen Sie dort das Konto.",
  "router.unmap-failed": "Er vergisst die Weiterleitung binnen einer Stunde; sehen Sie zur Sicherheit im Router nach.",
  "router.mapping-failed.no-gateway":
    "Geben Sie diesem Rechner eine Standardroute, oder leiten Sie den Port von Hand weiter.",
  "router.mapping-failed.no-answer":
    "Schalten Sie eines davon im Router ein, oder leiten Sie den Port von Hand weiter.",
  "router.mapping-failed.not-authorized":
    "Erlauben Sie es im Router für dieses Gerät, oder leiten Sie den Port von Hand weiter.",
  "router.mapping-failed.port-taken":
    "Sehen Sie im Router nach: Führt der Port schon hierher, ist die automatische Weiterleitung unnötig.",
  "router.mapping-failed.other-port":
    "Finden Sie heraus, was im Router den Port hält, oder leiten Sie ihn von Hand weiter.",
  "router.mapping-failed.only-permanent": "Leiten Sie den Port von Hand weiter.",
  "router.mapping-failed.internal-port":
    "Wählen Sie im Port-Management verschiedene Nummern für interne und externe Ports.",
  "router.mapping-failed.other-port-chosen": "Leeren Sie jenes Feld, oder leiten Sie den Port von Hand weiter.",
  "router.mapping-failed.failed":
    "Vielleicht sagt das Protokoll des Routers, warum; oder leiten Sie den Port von Hand weiter.",
  "notification.mail-failed": "Prüfen Sie Server, Anmeldung und Empfänger, und senden Sie einen Test.",
  "notification.mail-partly": "Berichtigen Sie die Empfänger, oder fragen Sie, wer den Mailserver betreibt.",
  "notification.webhook-failed": "Prüfen Sie die URL und wer dort antwortet, und senden Sie einen Test.",
  "firewall.refused.inner":
    "Ist es eines Ihrer Telefone, tragen Sie sein Netz unter Netzwerkschnittstellen ein; wenn nicht, prüfen Sie, dass der Büro-Router diesen Port nicht weiterleitet.",
  "firewall.refused.outer": "Ist es eines Ihrer Telefone, tragen Sie sein Netz in der Application Firewall ein.",
  "firewall.refused.phones": "Ist es eines Ihrer Telefone, tragen Sie sein Netz in der Application Firewall ein.",
  "firewall.refused.console":
    "Arbeitet dort ein Administrator, tragen Sie das Netz in der Application Firewall ein; kommt niemand mehr an die Konsole, führen Sie auf diesem Rechner „npm run homeport -- unblock --all“ aus.",
  "firewall.blocked.wrong-password":
    "Ist es eines Ihrer Telefone, berichtigen Sie sein Passwort und heben Sie die Sperre in der Application Firewall auf.",
  "firewall.blocked.unknown-user":
    "Ist es eines Ihrer Telefone, berichtigen Sie seinen Benutzernamen und heben Sie die Sperre in der Application Firewall auf.",
  "firewall.throttled":
    "Suchen Sie an dieser Adresse ein zweites Telefon mit falschen Zugangsdaten, oder fragen Sie, wer sie noch benutzt.",
  "firewall.console-opened": "Tragen Sie in der Application Firewall ein, wer sie erreichen darf.",
} as const satisfies Record<keyof typeof adviceEn, string>
