/** What happens to certificates and to SIP over TLS, and why TLS is closed. */
export const certificateEventsEn = {
  "certificate.created": "{by} generated the certificate “{name}”.",
  "certificate.imported": "{by} imported the certificate “{name}”.",
  "certificate.renewed": "{by} renewed the certificate “{former}” as “{name}”.",
  "certificate.exported": "{by} exported the certificate “{name}” with its private key.",
  "certificate.revoked": "{by} revoked the certificate “{name}”.",
  "certificate.removed": "{by} removed the certificate “{name}”.",
  "certificate.expires": "The certificate “{name}” ({use}) ends in {days} {days|day|days}, on {at} (GMT).",
  "certificate.expired": "The certificate “{name}” ({use}) expired on {at} (GMT).",
  "spe.certificate-installed": "{by} installed “{name}” as the SPE certificate.",
  "spe.certificate-removed": "{by} took “{name}” out of use as the SPE certificate.",
  "spe.authority-installed": "{by} installed “{name}” as an SPE CA certificate.",
  "spe.authority-removed": "{by} removed “{name}” from the SPE CA certificates.",
  "spe.trust-lost":
    "{by} accepted that the phones of {count} {count|station|stations} no longer trust this system: {numbers}.",
  "console.certificate-changed":
    "{by} switched the certificate of this console to “{name}”; its SHA-256 fingerprint is {fingerprint}.",
  "tls.opened": "SIP over TLS is on: ports {outer} (internet) and {inner} (office).",
  "tls.closed.spe-support-off": "SIP over TLS is off: SPE support is not ticked in System Flags.",
  "tls.closed.no-certificate": "SIP over TLS is off: no SPE certificate is installed.",
  "tls.closed.expired": "SIP over TLS is off: the SPE certificate has expired.",
  "tls.closed.not-yet-valid": "SIP over TLS is off: the SPE certificate is not valid yet.",
  "tls.closed.revoked": "SIP over TLS is off: the SPE certificate has been revoked.",
  "tls.closed.refused": "SIP over TLS is off: the SPE certificate can no longer be used.",
  "tls.closed.voip-on-lan1":
    "SIP over TLS is off: VoIP uses LAN 1 (WAN), and TLS is supported at a LAN interface only.",
  "handshake.failed.protocol-version":
    "A TLS connection from {source} to port {port} failed: the phone offered only {detail}.",
  "handshake.failed.no-common-cipher":
    "A TLS connection from {source} to port {port} failed: the phone knows none of the safe cipher suites.",
  "handshake.failed.untrusted-ca":
    "A TLS connection from {source} to port {port} failed: the phone does not trust our CA.",
  "handshake.failed.certificate-expired":
    "A TLS connection from {source} to port {port} failed: the phone says that our certificate has expired.",
  "handshake.failed.certificate-refused":
    "A TLS connection from {source} to port {port} failed: the phone refuses our certificate ({detail}).",
  "handshake.failed.not-tls": "{source} sent something other than TLS to port {port}, which is for TLS alone.",
  "handshake.failed.http":
    "{source} sent an HTTP request to port {port}, which is for SIP over TLS. A browser does this, or a router that forwards the wrong port.",
  "handshake.failed.timeout":
    "A TLS connection from {source} to port {port} was closed: its handshake was not finished in time.",
  "handshake.failed.closed":
    "{source} closed its TLS connection to port {port} during the handshake. A phone that does not trust our CA may do this.",
  "handshake.failed.other": "A TLS connection from {source} to port {port} failed: {detail}.",
} as const

/** Why the TLS ports are closed: spe.ts. */
export const tlsEn = {
  "no-certificate": "No SPE certificate is installed.",
  expired: "The SPE certificate has expired.",
  "not-yet-valid": "The SPE certificate is not valid yet.",
  revoked: "The SPE certificate has been revoked.",
  refused: "The SPE certificate cannot be used: its key or its signature is too weak, or it is not made for servers.",
  "spe-support-off": "SPE support is off in System Flags.",
  "voip-on-lan1": "VoIP uses LAN 1 (WAN): TLS is supported at a LAN interface only.",
} as const

/** What a certificate is used for: certificate.ts. */
export const certificateUsesEn = {
  "spe-certificate": "SPE certificate",
  "spe-ca": "SPE CA certificate",
  console: "certificate of this console",
  issuer: "CA of other certificates here",
} as const
