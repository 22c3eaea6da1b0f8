/** Teilnehmer, die kommen und gehen, und abgelehnte Registrierungen: was gesehen wurde, was es heißt, was zu tun ist. */
export const registrationEventsDe = {
  "registration.refused.unknown-user":
    "Eine Registrierung als „{user}“ von {source} ({transport}, Netz: {network}) wurde abgelehnt: Kein Teilnehmer hat diese Rufnummer und SIP-Benutzerkennung. Ist es eines Ihrer Telefone, berichtigen Sie dort Benutzername und SIP-Benutzerkennung; wenn nicht, probiert jemand herum.",
  "registration.refused.wrong-password":
    "Die Registrierung von „{user}“ von {source} ({transport}, Netz: {network}) wurde abgelehnt: Das Kennwort ist falsch. Geben Sie das Kennwort des Teilnehmers am Telefon neu ein.",
  "registration.refused.internet-registration-off":
    "„{user}“ wollte sich von {source} ({transport}) über das Internet registrieren und wurde abgelehnt: „Internet Registration with internal SBC“ ist aus. Schalten Sie es beim Teilnehmer ein, wenn dieses Telefon von zu Hause arbeiten soll.",
  "registration.refused.internet-registration-over":
    "„{user}“ wollte sich von {source} ({transport}) über das Internet registrieren und wurde abgelehnt: Das Datum, bis zu dem der Teilnehmer das darf, ist vorbei. Setzen Sie beim Teilnehmer ein späteres.",
  "registration.refused.authentication-off":
    "„{user}“ wollte sich von {source} ({transport}) über das Internet registrieren und wurde abgelehnt: Die Authentifizierung des Teilnehmers ist nicht aktiv. Schalten Sie sie ein und setzen Sie ein starkes Kennwort.",
  "registration.refused.fixed-ip-address":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Der Teilnehmer darf sich nur von seiner festen IP-Adresse registrieren. Berichtigen Sie diese Adresse beim Teilnehmer oder schalten Sie sie aus.",
  "registration.refused.user-agent":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Das Telefon nennt sich „{userAgent}“, der Teilnehmer ist für eine andere Art. Berichtigen Sie „User-Agent beginnt mit“ beim Teilnehmer; ist es nicht Ihr Telefon, ändern Sie das Kennwort.",
  "registration.refused.no-stun":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt {contact}, aus dem Internet nicht erreichbar. Das Telefon benutzt kein STUN: Schalten Sie STUN am Telefon ein oder wählen Sie beim Teilnehmer NAT-Überwindung durch Homeport.",
  "registration.refused.symmetric-nat":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt {contact}, das Paket kam von einem anderen Port. Der Heimrouter vergibt für jedes Ziel einen anderen Port (symmetrisches NAT): Nehmen Sie einen anderen Router oder wählen Sie beim Teilnehmer NAT-Überwindung durch Homeport.",
  "registration.refused.sip-alg":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt {contact}, eine andere öffentliche Adresse als die des Pakets. Ein Router unterwegs schreibt SIP um (ALG): Schalten Sie SIP-ALG im Heimrouter aus und prüfen Sie den STUN-Server des Telefons.",
  "registration.refused.router-rewrites-source":
    "Die Registrierung von „{user}“ erreichte den externen Port von {source} ({transport}), einer lokalen Adresse, mit {contact} im Contact, und wurde abgelehnt. Der Büro-Router verbirgt, wer anruft: Richten Sie seine Portweiterleitung so ein, dass Absenderadressen erhalten bleiben.",
  "registration.refused.contact-host-name":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt den Namen {contact} statt einer Adresse. Schalten Sie STUN am Telefon ein, damit es seine öffentliche Adresse nennt.",
  "registration.refused.contact-not-sip":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact {contact} ist kein sip:-URI. Stellen Sie das Telefon auf sip:-URIs um.",
  "registration.refused.too-many-contacts":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Für den Teilnehmer sind schon so viele Telefone registriert wie erlaubt. Melden Sie ein nicht mehr benutztes ab oder warten Sie, bis es abläuft.",
  "station.registered":
    "Teilnehmer {callNumber} hat sich von {source} ({transport}, Netz: {network}) mit {userAgent} registriert.",
  "station.unregistered": "Teilnehmer {callNumber} ist nicht mehr von {source} ({transport}) registriert.",
  "station.internet-registration-over":
    "Das Datum, bis zu dem sich Teilnehmer {callNumber} über das Internet registrieren darf, ist vorbei: Seine Telefone dort sind nicht mehr registriert. Setzen Sie beim Teilnehmer ein späteres Datum, wenn es weitergeht.",
  "station.unreachable":
    "Teilnehmer {callNumber} an {source} antwortet nicht mehr. Anrufe lassen ihn aus, bis er sich wieder zeigt: Prüfen Sie das Telefon und seinen Internetanschluss.",
  "station.reachable": "Teilnehmer {callNumber} an {source} antwortet wieder.",
} as const
