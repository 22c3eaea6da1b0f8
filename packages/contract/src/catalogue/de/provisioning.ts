/** Was allein auf den Seiten und Blättern der Geräte steht: warum es keine Datei gibt, was zu wissen ist, warum ein Abruf scheiterte. */
import type { ProvisioningSentences } from "../provisioning.ts"

export const provisioningDe: ProvisioningSentences = {
  refusal: {
    NoTls12:
      "Das {model} spricht kein TLS 1.2, das Mindeste, was Homeport annimmt: Über TLS ist es nicht zu gebrauchen. Wählen Sie UDP oder TCP, oder ein anderes Gerät.",
    NoStun:
      "Das {model} kann seine eigene öffentliche Adresse nicht herausfinden, weil es kein STUN kennt: Über das Internet ist es nicht zu gebrauchen.",
    TransportNotSupported: "Das {model} spricht dieses Transportprotokoll nicht. Wählen Sie ein anderes.",
    StunServerMissing:
      "Ein Telefon zu Hause braucht einen STUN-Server, und keiner ist eingetragen. Tragen Sie den STUN-Server für Telefone in der STUN-Konfiguration ein.",
    AuthorityMissing:
      "Über TLS braucht das Gerät unser CA-Zertifikat, und keines ist installiert. Einrichtung ▸ Sicherheit ▸ Zertifikate für TLS führt dorthin.",
    ValueNotCarried:
      "Die Einstellungsdatei des {model} kann nicht aufnehmen, was beim Teilnehmer in diesem Feld steht: {field}. Ändern Sie es.",
    DigestNotSupported:
      "Das {model} kennt keinen anderen Digest als MD5, und der Teilnehmer verlangt SHA-256. Wählen Sie beim Teilnehmer einen Digest mit MD5.",
    TlsClosed: "SIP über TLS ist aus: Ein Gerät könnte sich darüber nicht anmelden. Sicherheit ▸ SPE sagt, warum.",
    PublicNameUnknown:
      "Es ist kein öffentlicher Name und keine Adresse bekannt, an der sich das Gerät anmelden könnte. Tragen Sie den Namen unter DynDNS ein, oder einen STUN-Server.",
  },
  note: {
    TestedFirmware:
      "Der Leitfaden hat dieses Gerät allein mit der Firmware {firmware} getestet. Vergleichen Sie sie mit der Anzeige am Gerät.",
    LoadAuthorityFirst:
      "Das Gerät weist eine CA zurück, die es nicht kennt: Laden Sie unser CA-Zertifikat zuerst im Büro hinein, oder geben Sie alles von Hand ein.",
    ThirdPartyLearnsPassword:
      "Ein Server des App-Herstellers würde das Kennwort erfahren, für Push-Nachrichten oder sein Portal. Schalten Sie das ab, wo es nicht sein darf.",
    LabelsMayDiffer: "Die Beschriftungen sind die einer älteren Version: Die heutigen können etwas anders lauten.",
    NotProven: "Diese Datei hat noch niemand an einem solchen Gerät ausprobiert. Prüfen Sie das erste sorgfältig.",
    StunForMediaOnly:
      "Das Gerät benutzt STUN nur für die Sprache und meldet sich mit einer privaten Adresse an: Wählen Sie beim Teilnehmer die NAT-Überwindung durch Homeport.",
    Tls12NotProven:
      "Niemand hat gezeigt, dass dieses Gerät mit dieser Firmware TLS 1.2 spricht. Probieren Sie eines aus, bevor Sie sich darauf verlassen.",
    DigestNotProven:
      "Der Teilnehmer verlangt SHA-256, und niemand hat gezeigt, dass dieses Gerät darauf antwortet. Wählen Sie einen Digest mit MD5, falls es sich nicht anmeldet.",
    SecondServerLeftOut:
      "Der Teilnehmer hat eine Zweite System-ID, und es ist kein Weg bekannt, diesem Gerät einen zweiten Server zu nennen.",
    SecondarySystemIdUnused:
      "Die Zweite System-ID des Teilnehmers ist weder Hostname noch Adresse, daher erfährt das Gerät von keinem zweiten Server.",
    StunByHand: "Der Code enthält kein STUN: Schalten Sie es nach dem Einlesen von Hand ein.",
  },
  fetch: {
    "unknown-token": "Kein Link hat (noch) dieses Token.",
    expired: "Die Zeit des Links war vorbei.",
    "used-up": "Alle Abrufe des Links waren verbraucht.",
    "other-device": "Der Link ist an ein anderes Gerät gebunden.",
    "wrong-file": "Keine Datei dieses Geräts.",
    "not-the-device": "Ein Browser oder eine Linkvorschau, nicht das Gerät.",
    "part-of-file": "Nur ein Teil der Datei wurde verlangt.",
    "not-served": "Das Gerät kann nicht, was sein Teilnehmer braucht.",
    "no-token": "Ohne Link gefragt.",
    "too-many": "Zu viele Anfragen von dieser Adresse.",
  },
  verdict: {
    tested: "Der Leitfaden nennt diese Firmware.",
    excluded: "Der Leitfaden schließt diese Firmware aus: Aktualisieren Sie das Gerät.",
    newer: "Der Leitfaden hat eine ältere Firmware getestet; diese sollte genügen, gezeigt hat es niemand.",
    unknown: "Der Leitfaden sagt nichts über diese Firmware.",
  },
  phones: {
    off: "Der Dienst für Telefone ist aus, daher lässt sich nichts abholen. Starten Sie Homeport mit HOMEPORT_PHONES, etwa 0.0.0.0:8443, und leiten Sie den Port im Büro-Router weiter.",
    "public-name-unknown":
      "Es ist kein öffentlicher Name und keine Adresse bekannt, von der Telefone etwas abholen könnten. Tragen Sie den Namen unter DynDNS ein, oder einen STUN-Server.",
  },
  refusing: {
    "unknown-authority":
      "Es weist ein Zertifikat zurück, dessen CA es nicht kennt, und kann daher auch diese CA nicht von hier abholen. Richten Sie es im Büro über HTTP ein, oder geben Sie das Blatt von Hand ein.",
    "no-tls12":
      "Es spricht kein TLS 1.2 und erreicht den Dienst für Telefone nie. Richten Sie es im Büro über HTTP ein, oder geben Sie das Blatt von Hand ein.",
  },
}
