/** Sicherheit ▸ SSL: Zertifikatserzeugung und Zertifikatsverwaltung. */
import type { generation as enGeneration, management as enManagement, stored as enStored } from "../en/ssl.ts"
import { plural, type Texts } from "../texts.ts"

export const generation: Texts<typeof enGeneration> = {
  title: "Zertifikatserzeugung",
  authorityTitle: "CA-Zertifikat erzeugen",
  selfSignedTitle: "Selbstsigniertes Zertifikat erzeugen",
  whatTitle: "Welches Zertifikat wofür da ist",
  what: [
    {
      name: "CA-Zertifikat",
      text: "Eine eigene Zertifizierungsstelle. Sie signiert Serverzertifikate, und Telefone, die sie bekommen haben, vertrauen allem, was sie signiert. Ihr privater Schlüssel bleibt auf diesem System.",
    },
    {
      name: "CA-signiertes Serverzertifikat",
      text: "Was dieses System Telefonen an seinen TLS-Ports zeigt, von Ihrer CA signiert. Wird es erneuert, merken die Telefone nichts davon: Sie vertrauen der CA. Das ist der empfohlene Weg.",
    },
    {
      name: "Selbstsigniertes Zertifikat",
      text: "Ein Serverzertifikat ohne CA. Jedes Telefon muss genau dieses Zertifikat bekommen, und wieder, wenn es wechselt.",
    },
  ],
  authorities: "CAs auf diesem System",
  authoritiesLead: "CAs, deren privater Schlüssel hier liegt: Sie können signieren.",
  noAuthority: "Noch keine CA",
  noAuthorityText: "Erzeugen Sie eine: Die Felder sind mit guten Werten gefüllt.",
  open: (name) => `${name} öffnen`,
  sign: "Serverzertifikat erzeugen",
  signWith: (name) => `Serverzertifikat erzeugen, signiert von ${name}`,
  stepsTitle: "Von hier zu verschlüsselten Telefonen",
  stepsLead: (wizard) => `Der Assistent „${wizard}“ geht dieselben Schritte, Bildschirm für Bildschirm.`,
  steps: {
    authority: "Ein CA-Zertifikat erzeugen.",
    export: "Es als X.509 (.crt) exportieren und in die Telefone laden.",
    server: "Ein Serverzertifikat erzeugen, das die CA signiert und das auf den öffentlichen Namen lautet.",
    install: "Es für SPE installieren.",
    support: "SPE-Unterstützung in den Systemflags ankreuzen.",
  },
  done: "erledigt",
  making: (bits) =>
    `Ein Schlüsselpaar mit ${bits} Bit wird erzeugt. Das kann einige Sekunden dauern; Gespräche sind nicht betroffen.`,
  made: (name) => `Das Zertifikat „${name}“ wurde erzeugt.`,
  madeTitle: "Erzeugt",
  exportTitle: "Jetzt als PKCS#12 exportieren",
  next: {
    view: "Anzeigen",
    install: "Für SPE installieren",
    another: "Ein weiteres erzeugen",
  },
  withoutName: {
    title: "Ohne alternativen Namen?",
    text: "Telefone vergleichen die Adresse, die sie bekommen haben, mit den alternativen Namen des Zertifikats, nicht mit dem allgemeinen Namen: Die meisten weisen ein Serverzertifikat ohne zurück.",
    confirm: "Ohne erzeugen",
  },
}

export const management: Texts<typeof enManagement> = {
  title: "Zertifikatsverwaltung",
  count: (total) => plural(total, "Zertifikat", "Zertifikate"),
  filter: "Name oder Antragsteller",
  import: "Importieren",
  name: "Name",
  type: "Typ",
  types: { "self-signed-ca": "CA", ca: "CA", "self-signed": "Selbstsigniert", "ca-signed": "CA-signiert" },
  subject: "Antragsteller",
  issuer: "Aussteller",
  validUntil: "Gültig bis (GMT)",
  left: "Gültigkeit",
  action: "Aktion",
  usedBy: "Benutzt von",
  open: (name) => `${name} anzeigen`,
  empty: "Noch kein Zertifikat",
  emptyText: "Erzeugen Sie ein CA-Zertifikat, oder importieren Sie ein vorhandenes.",
  generate: "CA-Zertifikat erzeugen",
  importTitle: "Ein Zertifikat importieren",
  importLead:
    "PEM, DER, PKCS#12 (.p12, .pfx) oder PKCS#7 (.p7b). Was die Datei von der Kette enthält, wird mit gespeichert. In Betrieb geht dadurch nichts.",
  file: "Zertifikatsdatei",
  passPhrase: "Passphrase",
  passPhraseHint: "Nur für eine Datei, die damit geschützt ist.",
  imported: (name, more) =>
    more === 0
      ? `Das Zertifikat „${name}“ wurde importiert.`
      : `Das Zertifikat „${name}“ wurde importiert, mit ${plural(more, "Zertifikat", "Zertifikaten")} seiner Kette.`,
}

export const stored: Texts<typeof enStored> = {
  title: (node, name) => `${node} - ${name}`,
  problems: "SPE nimmt dieses Zertifikat nicht an:",
  chainTitle: "Kette",
  viewOf: (name) => `${name} anzeigen`,
  export: {
    x509Title: "X.509",
    x509Lead:
      "Das Zertifikat ohne seinen privaten Schlüssel. Die Datei einer CA ist es, die Telefone und Browser brauchen, um ihr zu vertrauen.",
    pem: "Als PEM speichern",
    der: "Als DER speichern",
    pkcs12Title: "PKCS#12",
    pkcs12Lead:
      "Das Zertifikat mit seinem privaten Schlüssel und seiner Kette, in einer Datei, die eine Passphrase schützt.",
    pkcs12Authority:
      "Diese Datei enthält den privaten Schlüssel der CA: Wer sie und ihre Passphrase hat, kann Zertifikate signieren, denen Ihre Telefone vertrauen. Bewahren Sie sie als Sicherung auf, sonst nirgends.",
    passPhrase: "Passphrase",
    passPhraseHint: "Mindestens 8 Zeichen. Mit ihr wird die Datei geöffnet, wo immer sie importiert wird.",
    confirm: "Passphrase bestätigen",
    encryption: "Verschlüsselung",
    encryptions: { aes256: "AES-256 (PBKDF2)", "3des": "3DES, für alte Geräte" },
    save: "Als PKCS#12 speichern",
    saved: (file) => `Gespeichert als ${file}.`,
    noKey:
      "Der private Schlüssel dieses Zertifikats liegt nicht auf diesem System, also gibt es nichts als PKCS#12 zu exportieren.",
  },
  renew: {
    title: "Als Kopie erneuern",
    lead: "Ein neues Zertifikat mit denselben Namen. Das alte bleibt, bis Sie es entfernen.",
    nameHint: "Leer: der alte Name mit einer Nummer dahinter.",
    key: "Schlüssel",
    keys: { same: "Derselbe Schlüssel", new: "Ein neuer Schlüssel" },
    keyHints: {
      same: "Was dem alten vertraut, vertraut der Kopie.",
      new: "Für einen Schlüssel, der bekannt geworden sein könnte oder zu kurz ist.",
    },
    sameNeedsKey: "Der private Schlüssel dieses Zertifikats liegt nicht auf diesem System: Nur ein neuer ist möglich.",
    newAuthority:
      "Eine CA mit neuem Schlüssel ist eine andere CA: Jedes Telefon muss die Kopie bekommen, bevor es etwas vertraut, das sie signiert.",
    replace: "Die Kopie statt des alten benutzen",
    replaceHint: (uses) => `Das alte ist in Gebrauch: ${uses}. Neuen Verbindungen wird sofort die Kopie gezeigt.`,
    renewed: (name) => `Erneuert als „${name}“.`,
  },
  revoke: {
    title: "Dieses Zertifikat sperren",
    lead: "Die nächste Sperrliste seiner CA nennt es, und SPE nimmt es von da an nicht mehr an. Das lässt sich nicht zurücknehmen.",
    reason: "Grund",
    reasons: {
      unspecified: "Nicht angegeben",
      keyCompromise: "Der Schlüssel könnte bekannt geworden sein",
      affiliationChanged: "Die Namen stimmen nicht mehr",
      superseded: "Ein anderes Zertifikat hat seinen Platz eingenommen",
      cessationOfOperation: "Es wird nicht mehr gebraucht",
    },
    submit: "Sperren",
    confirmTitle: (name) => `„${name}“ sperren?`,
    confirmText: "Es bleibt für immer gesperrt.",
    confirmSpe:
      "Es ist das SPE-Zertifikat: Die TLS-Ports schließen sofort, und Telefone, die sich verschlüsselt registrieren, verlieren ihre Registrierung.",
    done: (name) => `„${name}“ wurde gesperrt.`,
    already: (at) => `Dieses Zertifikat wurde am ${at} (GMT) gesperrt.`,
    notPossible: "Hier lässt sich nur ein Zertifikat sperren, das eine CA auf diesem System signiert hat.",
  },
  crl: {
    title: "Sperrliste (CRL)",
    number: "Nummer",
    thisUpdate: "Ausgestellt (GMT)",
    nextUpdate: "Nächste Ausgabe (GMT)",
    algorithm: "Typ des Signaturalgorithmus",
    url: "Wo Telefone sie sich holen",
    notServed: "wird Telefonen nicht angeboten",
    revoked: "Gesperrte Zertifikate",
    none: "Kein Zertifikat ist gesperrt",
    noneText: "Jedes Zertifikat, das diese CA signiert hat, gilt bis zu seinem Ende.",
    serialNumber: "Seriennummer (hex)",
    name: "Name",
    at: "Gesperrt (GMT)",
    reason: "Grund",
    removed: "nicht mehr hier",
    save: "CRL speichern",
    notHere:
      "Von diesem Zertifikat gibt es hier keine Sperrliste: Nur eine CA, deren privater Schlüssel auf diesem System liegt, stellt eine aus.",
  },
  console: {
    title: "Das Zertifikat dieser Konsole",
    lead: "Was Browsern gezeigt wird, die diese Konsole über HTTPS öffnen.",
    certificate: "Zertifikat",
    now: "Jetzt",
    afterwards: "Mit diesem Zertifikat",
    own: "von Homeport für sich selbst gemacht",
    noFingerprint: "keiner: Die Konsole wird über HTTP angeboten",
    fingerprint: "SHA-256-Fingerabdruck",
    http: "Diese Konsole wird über HTTP angeboten, nur auf diesem Rechner (Loopback): Zurzeit wird niemandem ein Zertifikat gezeigt. Ihre Wahl gilt, sobald sie über HTTPS angeboten wird.",
    warning:
      "Browser, die der CA dieses Zertifikats nicht vertrauen, fragen dann wieder nach. Vergleichen Sie den Fingerabdruck, den sie zeigen, mit dem hier.",
    inUse: "Dieses Zertifikat ist das der Konsole.",
    use: "Für diese Konsole benutzen",
    useOwn: "Wieder das eigene Zertifikat von Homeport benutzen",
    confirmTitle: "Das Zertifikat dieser Konsole wechseln?",
    confirmText: (fingerprint) =>
      `Neuen Verbindungen wird das Zertifikat mit diesem SHA-256-Fingerabdruck gezeigt: ${fingerprint}`,
    confirmOwn: "Neuen Verbindungen wird das Zertifikat gezeigt, das Homeport für sich selbst gemacht hat.",
    switched: "Das Zertifikat der Konsole wurde gewechselt.",
    notPossible: "Die Konsole braucht ein Serverzertifikat mit seinem privaten Schlüssel.",
  },
  remove: {
    title: "Dieses Zertifikat entfernen",
    lead: "Das Zertifikat und sein privater Schlüssel werden von diesem System gelöscht.",
    lastCopy:
      "Seinen privaten Schlüssel gibt es sonst nirgends, es sei denn, Sie haben ihn als PKCS#12 exportiert. Er lässt sich nicht zurückholen.",
    inUse: "Es lässt sich nicht entfernen: Es ist in Gebrauch.",
    inUseHint: {
      "spe-certificate": "Installieren Sie erst ein anderes Zertifikat für SPE, oder nehmen Sie es dort außer Betrieb.",
      "spe-ca": "Nehmen Sie es erst aus den SPE-CA-Zertifikaten.",
      console: "Geben Sie der Konsole erst ein anderes Zertifikat.",
      issuer: "Entfernen Sie erst die Zertifikate, die es signiert hat:",
    },
    submit: "Entfernen",
    confirmTitle: (name) => `„${name}“ entfernen?`,
    confirmText: "Das lässt sich nicht zurücknehmen.",
    removed: (name) => `„${name}“ wurde entfernt.`,
  },
}
