/** Anrufe, die abgelehnt wurden oder anders als durch Auflegen endeten: was gesehen wurde, was es heißt, was zu tun ist. */
export const callEventsDe = {
  "call.refused.not-registered-here":
    "Ein Anruf von {from} an {to} von {source} wurde abgelehnt ({status}): Kein Telefon von {from} ist von dieser Adresse über das Internet registriert. Lassen Sie das Telefon sich zuerst registrieren; ist es keines von Ihnen, versucht es jemand.",
  "call.refused.unknown-number":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Diese Rufnummer gibt es nicht. Legen Sie einen Teilnehmer damit an oder wählen Sie eine andere.",
  "call.refused.not-registered":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Für {to} ist kein Telefon registriert. Prüfen Sie, ob jenes Telefon an ist und sein Kennwort stimmt.",
  "call.refused.unreachable":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Die für {to} registrierten Telefone antworten nicht. Prüfen Sie sie und ihren Internetanschluss.",
  "call.refused.no-channel":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Alle RTP-Proxy-Kanäle sind belegt. Warten Sie, bis ein Anruf über das Internet endet.",
  "call.refused.no-ports":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Keine RTP-Ports sind frei. Vergrößern Sie den RTP-Bereich im Port-Management.",
  "call.refused.no-mapped-address":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Homeport kennt seine öffentliche Adresse nicht, das Telefon zu Hause könnte keine Sprache senden. Prüfen Sie den STUN-Server in der STUN-Konfiguration.",
  "call.refused.media-address-not-source":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Das Telefon verlangt Sprache an eine Adresse, die nicht seine ist (das ist {source}). Schalten Sie STUN am Telefon ein oder wählen Sie beim Teilnehmer NAT-Überwindung durch Homeport.",
  "call.refused.no-usable-audio":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Das Telefon bot kein Audio an, das sich weiterleiten lässt (RTP/AVP oder RTP/AVPF). Schalten Sie SRTP und reine Videoanrufe am Telefon aus.",
  "call.refused.unsupported-uri":
    "Ein Anruf von {from} an {source} wurde abgelehnt ({status}): Er wurde mit einem anderen URI als sip: gewählt. Stellen Sie das Telefon auf sip:-URIs um.",
  "call.refused.loop":
    "Ein Anruf von {from} an {to} wurde abgelehnt ({status}): Er kam dahin zurück, wo er schon war. Prüfen Sie Rufumleitungen an den beteiligten Telefonen.",
  "call.refused.wrong-password":
    "Ein Anruf von {from} an {to} von {source} wurde abgelehnt ({status}): Das Kennwort ist falsch. Geben Sie das Kennwort des Teilnehmers am Telefon neu ein.",
  "call.ended.caller-hung-up": "Der Anruf von {from} an {to} ist zu Ende: Der Anrufer hat aufgelegt.",
  "call.ended.callee-hung-up": "Der Anruf von {from} an {to} ist zu Ende: Die angerufene Seite hat aufgelegt.",
  "call.ended.cancelled": "Der Anruf von {from} an {to} endete, bevor er angenommen wurde: Der Anrufer hat aufgelegt.",
  "call.ended.refused": "Der Anruf von {from} an {to} wurde nicht angenommen: Die angerufene Seite hat ihn abgelehnt.",
  "call.ended.no-answer": "Der Anruf von {from} an {to} endete nach 3 Minuten Klingeln: Niemand hat abgenommen.",
  "call.ended.no-media":
    "Der Anruf von {from} an {to} wurde beendet: 60 Sekunden lang kam von keiner Seite Sprache. Prüfen Sie die Router zwischen den Telefonen und Homeport.",
  "call.ended.media-refused":
    "Der Anruf von {from} an {to} wurde beendet: {to} hat mit einer Adresse für Sprache geantwortet, die nicht seine ist. Schalten Sie STUN an jenem Telefon ein oder wählen Sie bei seinem Teilnehmer NAT-Überwindung durch Homeport.",
  "call.ended.failed":
    "Der Anruf von {from} an {to} ist gescheitert: Eines der Telefone antwortete nicht mehr. Prüfen Sie seine Verbindung und versuchen Sie es noch einmal.",
  "call.ended.shutdown": "Der Anruf von {from} an {to} wurde beendet, weil Homeport beendet wurde.",
  "channels.exhausted":
    "Alle {total} RTP-Proxy-Kanäle sind belegt: Ein Anruf von {from} an {to} konnte nicht vermittelt werden. Warten Sie, bis einer endet; die Seite RTP-Proxy-Kanäle zeigt, wer sie benutzt.",
  "media.missing":
    "Teilnehmer {callNumber} hat in den 5 Sekunden nach dem Annehmen keine Sprache gesendet. Wahrscheinlich hält sein Heimrouter oder eine Firewall RTP zurück, oder das Telefon benutzt dafür kein STUN: Prüfen Sie die STUN-Einstellungen des Telefons und schalten Sie SIP-ALG im Heimrouter aus.",
  "stun.late":
    "Der STUN-Server hat für einen Anruf über eine Sekunde gebraucht: Er wurde mit der zuletzt bekannten Adresse aufgebaut. Fehlt dem Anruf die Sprache, wählen Sie einen schnelleren STUN-Server.",
} as const
