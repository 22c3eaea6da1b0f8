/** Teilnehmer, die kommen und gehen, und abgelehnte Registrierungen: was gesehen wurde, was es heißt, was zu tun ist. */
export const registrationEventsDe = {
  "registration.refused.unknown-user":
    "Eine Registrierung als „{user}“ von {source} ({transport}, Netz: {network}) wurde abgelehnt: Kein Teilnehmer hat diese Rufnummer und SIP-Benutzerkennung.",
  "registration.refused.wrong-password":
    "Die Registrierung von „{user}“ von {source} ({transport}, Netz: {network}) wurde abgelehnt: Das Kennwort ist falsch.",
  "registration.refused.internet-registration-off":
    "„{user}“ wollte sich von {source} ({transport}) über das Internet registrieren und wurde abgelehnt: „Internet Registration with internal SBC“ ist aus.",
  "registration.refused.internet-registration-over":
    "„{user}“ wollte sich von {source} ({transport}) über das Internet registrieren und wurde abgelehnt: Das Datum, bis zu dem der Teilnehmer das darf, ist vorbei.",
  "registration.refused.authentication-off":
    "„{user}“ wollte sich von {source} ({transport}) über das Internet registrieren und wurde abgelehnt: Die Authentifizierung des Teilnehmers ist nicht aktiv.",
  "registration.refused.fixed-ip-address":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Der Teilnehmer darf sich nur von seiner festen IP-Adresse registrieren.",
  "registration.refused.user-agent":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Das Telefon nennt sich „{userAgent}“, der Teilnehmer ist für eine andere Art.",
  "registration.refused.no-stun":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt {contact}, aus dem Internet nicht erreichbar.",
  "registration.refused.symmetric-nat":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt {contact}, das Paket kam von einem anderen Port.",
  "registration.refused.sip-alg":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt {contact}, eine andere öffentliche Adresse als die des Pakets.",
  "registration.refused.router-rewrites-source":
    "Die Registrierung von „{user}“ erreichte den externen Port von {source} ({transport}), einer lokalen Adresse, mit {contact} im Contact, und wurde abgelehnt.",
  "registration.refused.contact-host-name":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact nennt den Namen {contact} statt einer Adresse.",
  "registration.refused.contact-not-sip":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Ihr Contact {contact} ist kein sip:-URI.",
  "registration.refused.too-many-contacts":
    "Die Registrierung von „{user}“ von {source} ({transport}) wurde abgelehnt: Für den Teilnehmer sind schon so viele Telefone registriert wie erlaubt.",
  "station.registered":
    "Teilnehmer {callNumber} hat sich von {source} ({transport}, Netz: {network}) mit {userAgent} registriert.",
  "station.unregistered": "Teilnehmer {callNumber} ist nicht mehr von {source} ({transport}) registriert.",
  "station.internet-registration-over":
    "Das Datum, bis zu dem sich Teilnehmer {callNumber} über das Internet registrieren darf, ist vorbei: Seine Telefone dort sind nicht mehr registriert.",
  "station.unreachable": "Teilnehmer {callNumber} an {source} antwortet nicht mehr.",
  "station.reachable": "Teilnehmer {callNumber} an {source} antwortet wieder.",
} as const
