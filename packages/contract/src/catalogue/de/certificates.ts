/** Was Zertifikaten und SIP über TLS geschieht, und warum TLS geschlossen ist. */
export const certificateEventsDe = {
  "certificate.created": "{by} hat das Zertifikat „{name}“ erzeugt.",
  "certificate.imported": "{by} hat das Zertifikat „{name}“ importiert.",
  "certificate.renewed": "{by} hat das Zertifikat „{former}“ als „{name}“ erneuert.",
  "certificate.exported": "{by} hat das Zertifikat „{name}“ mit seinem privaten Schlüssel exportiert.",
  "certificate.revoked": "{by} hat das Zertifikat „{name}“ gesperrt.",
  "certificate.removed": "{by} hat das Zertifikat „{name}“ entfernt.",
  "certificate.expires": "Das Zertifikat „{name}“ ({use}) endet in {days} {days|Tag|Tagen}, am {at} (GMT).",
  "certificate.expired": "Das Zertifikat „{name}“ ({use}) ist am {at} (GMT) abgelaufen.",
  "spe.certificate-installed": "{by} hat „{name}“ als SPE-Zertifikat installiert.",
  "spe.certificate-removed": "{by} hat „{name}“ als SPE-Zertifikat außer Betrieb genommen.",
  "spe.authority-installed": "{by} hat „{name}“ als SPE-CA-Zertifikat installiert.",
  "spe.authority-removed": "{by} hat „{name}“ aus den SPE-CA-Zertifikaten entfernt.",
  "spe.trust-lost":
    "{by} hat in Kauf genommen, dass die Telefone von {count} {count|Teilnehmer|Teilnehmern} diesem System nicht mehr vertrauen: {numbers}.",
  "console.certificate-changed":
    "{by} hat das Zertifikat dieser Konsole auf „{name}“ umgestellt; sein SHA-256-Fingerabdruck ist {fingerprint}.",
  "tls.opened": "SIP über TLS ist an: Ports {outer} (Internet) und {inner} (Büro).",
  "tls.closed.spe-support-off": "SIP über TLS ist aus: SPE-Unterstützung ist in den Systemflags nicht angekreuzt.",
  "tls.closed.no-certificate": "SIP über TLS ist aus: Kein SPE-Zertifikat ist installiert.",
  "tls.closed.expired": "SIP über TLS ist aus: Das SPE-Zertifikat ist abgelaufen.",
  "tls.closed.not-yet-valid": "SIP über TLS ist aus: Das SPE-Zertifikat gilt noch nicht.",
  "tls.closed.revoked": "SIP über TLS ist aus: Das SPE-Zertifikat wurde gesperrt.",
  "tls.closed.refused": "SIP über TLS ist aus: Das SPE-Zertifikat lässt sich nicht mehr benutzen.",
  "tls.closed.voip-on-lan1":
    "SIP über TLS ist aus: VoIP benutzt LAN 1 (WAN), und TLS wird nur an einer LAN-Schnittstelle unterstützt.",
  "handshake.failed.protocol-version":
    "Eine TLS-Verbindung von {source} zu Port {port} ist gescheitert: Das Telefon bot nur {detail} an.",
  "handshake.failed.no-common-cipher":
    "Eine TLS-Verbindung von {source} zu Port {port} ist gescheitert: Das Telefon kennt keines der sicheren Verschlüsselungsverfahren.",
  "handshake.failed.untrusted-ca":
    "Eine TLS-Verbindung von {source} zu Port {port} ist gescheitert: Das Telefon vertraut unserer CA nicht.",
  "handshake.failed.certificate-expired":
    "Eine TLS-Verbindung von {source} zu Port {port} ist gescheitert: Das Telefon sagt, unser Zertifikat sei abgelaufen.",
  "handshake.failed.certificate-refused":
    "Eine TLS-Verbindung von {source} zu Port {port} ist gescheitert: Das Telefon weist unser Zertifikat zurück ({detail}).",
  "handshake.failed.not-tls": "{source} schickte etwas anderes als TLS an Port {port}, der nur für TLS da ist.",
  "handshake.failed.http":
    "{source} schickte eine HTTP-Anfrage an Port {port}, der für SIP über TLS da ist. Ein Browser tut das, oder ein Router, der den falschen Port weiterleitet.",
  "handshake.failed.timeout":
    "Eine TLS-Verbindung von {source} zu Port {port} wurde geschlossen: Ihr Verbindungsaufbau wurde nicht rechtzeitig fertig.",
  "handshake.failed.closed":
    "{source} schloss seine TLS-Verbindung zu Port {port} während des Verbindungsaufbaus. Ein Telefon, das unserer CA nicht vertraut, tut das womöglich.",
  "handshake.failed.other": "Eine TLS-Verbindung von {source} zu Port {port} ist gescheitert: {detail}.",
} as const

/** Warum die TLS-Ports geschlossen sind: spe.ts. */
export const tlsDe = {
  "no-certificate": "Kein SPE-Zertifikat ist installiert.",
  expired: "Das SPE-Zertifikat ist abgelaufen.",
  "not-yet-valid": "Das SPE-Zertifikat gilt noch nicht.",
  revoked: "Das SPE-Zertifikat wurde gesperrt.",
  refused:
    "Das SPE-Zertifikat lässt sich nicht benutzen: Sein Schlüssel oder seine Signatur ist zu schwach, oder es ist nicht für Server gemacht.",
  "spe-support-off": "SPE-Unterstützung ist in den Systemflags aus.",
  "voip-on-lan1": "VoIP benutzt LAN 1 (WAN): TLS wird nur an einer LAN-Schnittstelle unterstützt.",
} as const

/** Wofür ein Zertifikat benutzt wird: certificate.ts. */
export const certificateUsesDe = {
  "spe-certificate": "SPE-Zertifikat",
  "spe-ca": "SPE-CA-Zertifikat",
  console: "Zertifikat dieser Konsole",
  issuer: "CA anderer Zertifikate hier",
} as const
