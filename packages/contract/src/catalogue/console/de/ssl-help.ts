/** Hilfe auf den Seiten von Sicherheit ▸ SSL. */
import type { sslHelp as enSslHelp } from "../en/ssl-help.ts"
import type { HelpField } from "../texts.ts"

const requestFields: readonly HelpField[] = [
  {
    name: "Name des Zertifikats",
    text: "Wie es auf diesem System heißt; kein anderes darf den Namen haben.",
    range: "1–64 Zeichen",
  },
  {
    name: "Seriennummer des Zertifikats",
    text: "Unterscheidet die Zertifikate einer CA. Vorgeschlagen wird eine zufällige, damit niemand die nächste erraten kann.",
    range: "positiv, höchstens 20 Oktette",
  },
  {
    name: "Typ des Signaturalgorithmus",
    text: "Wie das Zertifikat signiert wird.",
    range: "sha256RSA, sha384RSA, sha512RSA",
    standard: "sha256RSA",
    warning:
      "sha1RSA steht in der Liste wie auf älteren Systemen, lässt sich aber nicht wählen: Heutige TLS-Bibliotheken lehnen es ab.",
  },
  {
    name: "Länge des öffentlichen Schlüssels",
    text: "Ein längerer Schlüssel ist sicherer und langsamer. 1536 Bit lehnen heutige TLS-Bibliotheken ab; sie lassen sich nicht wählen.",
    range: "2048, 3072, 4096",
    standard: "2048",
  },
  {
    name: "Start- und Endzeit der Gültigkeit",
    text: "In GMT, nicht in Ortszeit. Der Beginn wird einen Tag früher vorgeschlagen, für Telefone, deren Uhr nachgeht.",
    standard: "eine CA 10 Jahre, ein Serverzertifikat 825 Tage",
    warning:
      "Ein Serverzertifikat kann seine CA nicht überleben. Ist es abgelaufen, registrieren sich Telefone nicht mehr verschlüsselt: Die Startseite warnt 60 Tage vorher.",
  },
  {
    name: "Antragstellername",
    text: "Auf wen das Zertifikat lautet. Der allgemeine Name ist nötig: Die exportierten Dateien heißen nach ihm.",
    range: "Land: zwei Buchstaben; die übrigen höchstens 64 Zeichen",
  },
  {
    name: "Alternativer Antragstellername",
    text: "Die Namen und Adressen, die Telefone mit der vergleichen, die sie bekommen haben. Anderes Format: ein DNS-Name, eine IP-Adresse oder eine E-Mail-Adresse. Definierter Name: etwa CN=sip.example.net, O=Example.",
    warning: "Die meisten Telefone weisen ein Serverzertifikat zurück, das die angerufene Adresse nicht nennt.",
  },
  {
    name: "CRL-Verteilungspunkt",
    text: "Wo sich die Liste gesperrter Zertifikate holen lässt: ein Hostname, eine Adresse oder eine URL. Optional.",
  },
]

export const sslHelp: typeof enSslHelp = {
  generation: {
    introduction:
      "Dieses System ist für SIP-Telefone ein TLS-Server und braucht dafür ein Serverzertifikat. Sie können ein vorhandenes installieren oder hier eines erzeugen: erst eine CA, dann ein Serverzertifikat, das sie signiert.",
    fields: [
      {
        name: "CA-Zertifikat erzeugen",
        text: "Erzeugt eine CA und speichert sie hier. Danach steht sie unter der Zertifikatserzeugung, mit eigenen Aktionen.",
      },
      {
        name: "Selbstsigniertes Zertifikat erzeugen",
        text: "Erzeugt ein Serverzertifikat ohne CA, für wenige Telefone oder einen Versuch.",
      },
      {
        name: "Die Aktionen einer CA",
        text: "Sie anzeigen, für die Telefone exportieren, ein Serverzertifikat mit ihr signieren, sie erneuern, sehen, was sie gesperrt hat, sie entfernen.",
        warning: "Nur ein Zertifikat dient allen SIP-Schnittstellen des Systems.",
      },
    ],
  },
  generate: {
    introduction:
      "Alles ist mit guten Werten gefüllt; meist sind nur die Namen anzusehen. Das Schlüsselpaar wird bei Übernehmen erzeugt; ein langes dauert einige Sekunden.",
    fields: requestFields,
  },
  management: {
    introduction:
      "Alle Zertifikate, die auf diesem System liegen, wofür auch immer sie benutzt werden. Gefiltert und sortiert wird vom System; beides steht in der Adresse und lässt sich als Lesezeichen ablegen.",
    fields: [
      {
        name: "Gültigkeit",
        text: "Wie viele Tage es noch sind. Gelb ab 60 Tagen, rot ab 7 Tagen und wenn es abgelaufen ist oder gesperrt wurde.",
      },
      {
        name: "Benutzt von",
        text: "Was ohne es nicht ginge: SPE, diese Konsole, oder Zertifikate, die es signiert hat.",
        warning: "Was in Gebrauch ist, lässt sich nicht entfernen.",
      },
      { name: "Importieren", text: "Nimmt eine Datei in jedem üblichen Format auf." },
    ],
  },
  import: {
    introduction:
      "Ein Zertifikat von anderswo, mit seinem privaten Schlüssel, wenn die Datei einen enthält. Es wird nur gespeichert; SPE und die Konsole bekommen es auf ihren eigenen Seiten.",
    fields: [
      { name: "Name des Zertifikats", text: "Wie es auf diesem System heißt.", range: "1–64 Zeichen" },
      {
        name: "Zertifikatsdatei",
        text: "PEM, DER, PKCS#12 (.p12, .pfx) oder PKCS#7 (.p7b), verschlüsselt oder nicht, die Kette in beliebiger Reihenfolge.",
        range: "höchstens 128 kB",
      },
      { name: "Passphrase", text: "Die, mit der die Datei beim Exportieren geschützt wurde." },
    ],
  },
  stored: {
    introduction: "Ein gespeichertes Zertifikat: was es sagt, und was sich damit tun lässt.",
    fields: [
      {
        name: "Zertifikat anzeigen",
        text: "Alles, was das Zertifikat sagt, sein SHA-256-Fingerabdruck, wie lange es noch gilt, die CAs über ihm und was es benutzt. Zeiten sind GMT.",
      },
      {
        name: "Zertifikat exportieren",
        text: "X.509 (PEM oder DER) ist das Zertifikat allein, das jeder haben darf. PKCS#12 enthält auch den privaten Schlüssel, unter einer Passphrase.",
        warning: "Wer eine PKCS#12-Datei und ihre Passphrase hat, kann sich als dieses System ausgeben.",
      },
      {
        name: "Als Kopie erneuern",
        text: "Erzeugt ein Zertifikat mit denselben Namen, neuer Seriennummer und neuen Daten. Mit demselben Schlüssel vertraut der Kopie, was dem alten vertraute.",
        standard: "derselbe Schlüssel",
      },
      {
        name: "Zertifikat sperren",
        text: "Erklärt ein Zertifikat vor seinem Ende für ungültig. Die Sperrliste seiner CA nennt es.",
        warning: "Das lässt sich nicht zurücknehmen.",
      },
      {
        name: "Sperrliste (CRL) anzeigen",
        text: "Die Sperrliste einer CA, deren Schlüssel hier liegt, und wo Telefone sie sich holen.",
      },
      {
        name: "Für diese Konsole benutzen",
        text: "Zeigt dieses Zertifikat Browsern, die die Konsole über HTTPS öffnen, statt dessen, das Homeport für sich selbst gemacht hat.",
      },
      { name: "Zertifikat entfernen", text: "Löscht Zertifikat und Schlüssel. Was in Gebrauch ist, bleibt." },
    ],
  },
}
