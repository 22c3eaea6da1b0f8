/** Anrufe, die abgelehnt wurden oder anders als durch Auflegen endeten: was gesehen wurde, was es heißt, was zu tun ist. */
export const callEventsDe = {
  "call.refused.not-registered-here":
    "Ein Anruf von {from} an {to} von {source} wurde abgelehnt ({status}): Kein Telefon von {from} ist von dieser Adresse über das Internet registriert.",
  "call.refused.unknown-number":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Diese Rufnummer gibt es nicht.",
  "call.refused.not-registered":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Für {to} ist kein Telefon registriert.",
  "call.refused.unreachable":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Die für {to} registrierten Telefone antworten nicht.",
  "call.refused.no-channel":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Alle RTP-Proxy-Kanäle sind belegt.",
  "call.refused.no-ports": "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Keine RTP-Ports sind frei.",
  "call.refused.no-mapped-address":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Homeport kennt seine öffentliche Adresse nicht, das Telefon zu Hause könnte keine Sprache senden.",
  "call.refused.media-address-not-source":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Das Telefon verlangt Sprache an eine Adresse, die nicht seine ist (das ist {source}).",
  "call.refused.no-usable-audio":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Das Telefon bot kein Audio an, das sich weiterleiten lässt (RTP/AVP oder RTP/AVPF).",
  "call.refused.unsupported-uri":
    "Ein Anruf von {from} an {source} wurde abgelehnt ({status}): Er wurde mit einem anderen URI als sip: gewählt.",
  "call.refused.loop": "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Er kam dahin zurück, wo er schon war.",
  "call.refused.wrong-password":
    "Ein Anruf von {from} an {to} von {source} wurde abgelehnt ({status}): Das Kennwort ist falsch.",
  "call.ended.caller-hung-up": "Der Anruf von {from} an {to} ist zu Ende: Der Anrufer hat aufgelegt.",
  "call.ended.callee-hung-up": "Der Anruf von {from} an {to} ist zu Ende: Die angerufene Seite hat aufgelegt.",
  "call.ended.cancelled": "Der Anruf von {from} an {to} endete, bevor er angenommen wurde: Der Anrufer hat aufgelegt.",
  "call.ended.refused": "Der Anruf von {from} an {to} wurde nicht angenommen: Die angerufene Seite hat ihn abgelehnt.",
  "call.ended.no-answer": "Der Anruf von {from} an {to} endete nach 3 Minuten Klingeln: Niemand hat abgenommen.",
  "call.ended.no-media": "Der Anruf von {from} an {to} wurde beendet: 60 Sekunden lang kam von keiner Seite Sprache.",
  "call.ended.media-refused":
    "Der Anruf von {from} an {to} wurde beendet: {to} hat mit einer Adresse für Sprache geantwortet, die nicht seine ist.",
  "call.ended.failed": "Der Anruf von {from} an {to} ist gescheitert: Eines der Telefone antwortete nicht mehr.",
  "call.ended.shutdown": "Der Anruf von {from} an {to} wurde beendet, weil Homeport beendet wurde.",
  "channels.exhausted":
    "Alle {total} RTP-Proxy-Kanäle sind belegt: Ein Anruf von {from} an {to} konnte nicht vermittelt werden.",
  "media.missing": "Teilnehmer {callNumber} hat in den 5 Sekunden nach dem Annehmen keine Sprache gesendet.",
  "stun.late":
    "Der STUN-Server hat für einen Anruf über eine Sekunde gebraucht: Er wurde mit der zuletzt bekannten Adresse aufgebaut.",
} as const
