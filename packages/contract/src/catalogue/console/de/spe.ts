import type { spe as enSpe } from "../en/spe.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "SIP über TLS: Dieses System zeigt jedem Telefon ein Zertifikat, und das Telefon prüft, ob es von einer CA stammt, der es vertraut, und auf die Adresse lautet, die es bekommen hat.",
  fields: [
    {
      name: "SIP über TLS",
      text: "Die TLS-Ports sind nur offen, wenn SPE-Unterstützung in den Systemflags angekreuzt ist, ein gültiges SPE-Zertifikat installiert ist und VoIP eine LAN-Schnittstelle benutzt, nicht LAN 1 (WAN). Was fehlt, steht hier.",
    },
    {
      name: "SPE-Zertifikat",
      text: "Ein Serverzertifikat mit seinem privaten Schlüssel. Eines dieses Systems wird mit einem Klick genommen; eines von anderswo wird als PKCS#12-Datei mit ihrer Passphrase importiert.",
      range: "RSA ab 2048 Bit, oder P-256, P-384; SHA-256 oder besser; nicht abgelaufen",
      warning: "Es gibt nur eines: Es dient allen SIP-Schnittstellen.",
    },
    {
      name: "Vorschau",
      text: "Bevor etwas installiert wird, sehen Sie, was es ist, ob Telefone ihre Adresse darin finden und welche Teilnehmer das Vertrauen verlieren würden.",
    },
    {
      name: "Teilnehmer, die das Vertrauen verlieren",
      text: "Sie sind über TLS registriert und vertrauen nur einer CA, die das neue Zertifikat nicht signiert hat. Geben Sie ihren Telefonen erst das neue CA-Zertifikat.",
    },
    {
      name: "Installieren",
      text: "Neuen Verbindungen wird sofort das neue Zertifikat gezeigt. Offene Verbindungen und laufende Gespräche bleiben.",
    },
  ],
}

const authoritiesHelp: HelpText = {
  introduction:
    "Die CAs, von denen das SPE-Zertifikat stammt. Telefone müssen eine davon bekommen, um diesem System zu vertrauen; wird ein SPE-Zertifikat installiert, kommt seine CA mit.",
  fields: [
    {
      name: "CA-Zertifikat importieren",
      text: "Eine Datei (.crt, .cer, .pem), oder eine CA, die auf diesem System liegt.",
      range: "höchstens 16",
      warning: "Nur ein CA-Zertifikat wird genommen: eines, das andere signieren darf.",
    },
    { name: "Zertifikat exportieren", text: "Die Datei, die die Telefone bekommen." },
    {
      name: "Zertifikat entfernen",
      text: "Nimmt es aus SPE; in der Zertifikatsverwaltung bleibt es. Abgelehnt, solange das SPE-Zertifikat von ihm stammt.",
    },
  ],
}

export const spe: Texts<typeof enSpe> = {
  title: "SPE-Zertifikat",
  statusTitle: "SIP über TLS",
  support: "SPE-Unterstützung",
  publicName: "Öffentlicher Name oder Adresse",
  noPublicName: "keiner bekannt",
  named: "vom Zertifikat genannt",
  notNamed: "vom Zertifikat nicht genannt",
  notNamedText: (name) =>
    `Das SPE-Zertifikat lautet nicht auf ${name}, die Adresse, die Telefone zu Hause bekommen: Die meisten werden es zurückweisen. Erzeugen Sie ein Serverzertifikat, das sie nennt.`,
  toDynDns: "DynDNS",
  overTls: "Über TLS registrierte Teilnehmer",
  installedTitle: "Installiertes Zertifikat",
  none: "Kein SPE-Zertifikat",
  noneText: "Solange keines installiert ist, bleiben die TLS-Ports geschlossen.",
  import: "Zertifikat importieren",
  wizard: "Mit dem Assistenten einrichten",
  view: "Zertifikat anzeigen",
  remove: "Zertifikat entfernen",
  importTitle: "Das SPE-Zertifikat importieren",
  stored: "Zertifikate dieses Systems",
  storedLead:
    "Serverzertifikate, deren privater Schlüssel hier liegt. Was Sie nehmen, wird gezeigt, bevor es installiert wird.",
  take: "Dieses nehmen",
  takeNamed: (name) => `Dieses nehmen: ${name}`,
  nothingStored: "Auf diesem System liegt kein Serverzertifikat mit seinem privaten Schlüssel.",
  alreadyInstalled: "installiert",
  fromFile: "Aus einer Datei",
  fromFileLead: "PKCS#12 (.p12, .pfx) mit dem Zertifikat und seinem privaten Schlüssel, am besten mit seiner Kette.",
  file: "Zertifikatsdatei",
  passPhrase: "Passphrase",
  passPhraseHint: "Die, mit der die Datei geschützt wurde.",
  preview: "Vorschau",
  previewTitle: "Das würde installiert",
  previewLead: "Noch ist nichts geändert.",
  fits: "Nichts spricht dagegen.",
  problems: "Es lässt sich nicht installieren:",
  issuer: {
    included: "Die CA kommt mit der Datei und wird ein SPE-CA-Zertifikat.",
    installed: "Die CA ist schon ein SPE-CA-Zertifikat.",
    stored: "Die CA liegt auf diesem System und wird ein SPE-CA-Zertifikat.",
    "self-signed": "Es ist selbstsigniert: Telefone müssen genau dieses Zertifikat bekommen.",
    missing: "Die CA, die es signiert hat, ist weder in der Datei noch auf diesem System.",
  },
  issuerFile: "CA-Zertifikat",
  issuerFileHint: (issuer) => `Das Zertifikat (.crt, .cer, .pem) von: ${issuer}`,
  previewAgain: "Vorschau mit dieser CA",
  namesPublicName: (name) => `Es nennt ${name}, die Adresse, die Telefone zu Hause bekommen.`,
  misnames: (name) =>
    `Es nennt ${name} nicht, die Adresse, die Telefone zu Hause bekommen: Die meisten werden es zurückweisen.`,
  losesTrust: (count) =>
    count === 1
      ? "1 über TLS registrierter Teilnehmer würde das Vertrauen verlieren: Es stammt von einer anderen CA."
      : `${count} über TLS registrierte Teilnehmer würden das Vertrauen verlieren: Es stammt von einer anderen CA.`,
  losesTrustHint:
    "Geben Sie ihren Telefonen erst das neue CA-Zertifikat. Sonst können sie sich nicht verschlüsselt registrieren, bis sie es haben.",
  accept: "Trotzdem installieren",
  chain: (number) => `CA ${number} der Kette`,
  everything: "Alles, was das Zertifikat sagt",
  install: "Installieren",
  back: "Ein anderes wählen",
  installed: (name) => `„${name}“ ist jetzt das SPE-Zertifikat. Neuen Verbindungen wird es sofort gezeigt.`,
  removeTitle: "Dieses Zertifikat außer Betrieb nehmen",
  removeLead:
    "Die TLS-Ports schließen, und Telefone können sich nicht mehr verschlüsselt registrieren. Das Zertifikat bleibt in der Zertifikatsverwaltung.",
  removeStations: (count) =>
    `Über TLS ${count === 1 ? "ist" : "sind"} jetzt ${plural(count, "Teilnehmer", "Teilnehmer")} registriert.`,
  removeSubmit: "Entfernen",
  removeConfirm: (name) => `„${name}“ außer Betrieb nehmen?`,
  removed: (name) => `„${name}“ ist nicht mehr das SPE-Zertifikat.`,
  numbered: (node, number) => `${node} - ${number}`,
  help,
  authorities: {
    title: "SPE-CA-Zertifikat(e)",
    count: (count, most) => `${count} von ${most}`,
    number: "Nummer",
    open: (name) => `${name} anzeigen`,
    forPhones: "Für die Telefone",
    export: "Exportieren",
    exportOf: (name) => `${name} exportieren`,
    empty: "Kein SPE-CA-Zertifikat",
    emptyText:
      "Wird ein SPE-Zertifikat installiert, kommt seine CA mit. Telefone, die diesem System vertrauen sollen, brauchen sie.",
    import: "CA-Zertifikat importieren",
    importTitle: "Ein CA-Zertifikat importieren",
    stored: "CAs dieses Systems",
    storedLead: "CA-Zertifikate, die hier liegen und für SPE noch nicht installiert sind.",
    take: "Dieses installieren",
    takeNamed: (name) => `Dieses installieren: ${name}`,
    nothingStored: "Jedes CA-Zertifikat dieses Systems ist installiert, oder es gibt keines.",
    fromFile: "Aus einer Datei",
    file: "CA-Zertifikatsdatei",
    fileHint: ".crt, .cer oder .pem",
    submit: "Importieren",
    installed: (name) => `„${name}“ ist jetzt ein SPE-CA-Zertifikat.`,
    removeTitle: "Dieses CA-Zertifikat aus SPE nehmen",
    removeLead: "In der Zertifikatsverwaltung bleibt es.",
    needed:
      "Es lässt sich nicht entfernen: Das SPE-Zertifikat stammt von ihm. Installieren Sie erst ein anderes SPE-Zertifikat.",
    removeConfirm: (name) => `„${name}“ aus SPE nehmen?`,
    removed: (name) => `„${name}“ ist kein SPE-CA-Zertifikat mehr.`,
    help: authoritiesHelp,
  },
}
