import type { wizard as enWizard } from "../en/wizard.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Telefone melden sich verschlüsselt an, wenn dieses System ihnen ein Zertifikat zeigt, dem sie vertrauen. Fünf Schritte führen dorthin; jeder wirkt sofort, Sie können also jederzeit gehen und später weitermachen, wo Sie waren.",
  fields: [
    {
      name: "CA",
      text: "Eine Zertifizierungsstelle dieses Systems. Sie unterschreibt das Serverzertifikat. Telefone bekommen das CA-Zertifikat einmal; danach vertrauen sie allem, was diese CA unterschreibt, auch späterem.",
      standard: "SPE CA, zehn Jahre",
      warning: "Ein Telefon, das eine andere CA kennt, weist die Verbindung zurück.",
    },
    {
      name: "Serverzertifikat",
      text: "Was Telefonen gezeigt wird, wenn sie sich verbinden. Es muss die Adresse nennen, die sie als SIP-Server bekommen haben: den öffentlichen Namen oder die ermittelte Adresse.",
      standard: "der öffentliche Name aus DynDNS, 825 Tage",
      warning:
        "Ändert sich der öffentliche Name, ist ein neues Serverzertifikat nötig. Die CA bleibt, und mit ihr das Vertrauen der Telefone.",
    },
    {
      name: "PKCS#12",
      text: "Eine Datei mit dem Zertifikat, seinem privaten Schlüssel und der CA, unter einer Passphrase. Zum Installieren ist sie nicht nötig: Sie ist eine Kopie für ein anderes System oder für den Tresor.",
      range: "Passphrase aus 8–128 Zeichen",
    },
    {
      name: "Ich habe ein Zertifikat",
      text: "Ein Zertifikat Ihrer Firma oder Ihres Anbieters, als PKCS#12 mit seinem Schlüssel. Enthält die Datei die CA nicht, die es unterschrieben hat, fragt die Seite auch nach dem CA-Zertifikat.",
      range: ".p12 oder .pfx, höchstens 128 kB; RSA ab 2048 Bit oder elliptische Kurven P-256 und P-384",
    },
    {
      name: "SPE-Unterstützung",
      text: "Das Systemflag, das SIP über TLS öffnet. Es lässt sich in den Systemflags wieder ausschalten.",
      warning: "TLS geht nur an einer LAN-Schnittstelle, nicht an LAN 1 (WAN).",
    },
  ],
}

export const wizard: Texts<typeof enWizard> = {
  steps: {
    ca: "CA",
    export: "CA exportieren",
    server: "Serverzertifikat",
    install: "Für SPE installieren",
    support: "SPE-Unterstützung",
    file: "Zertifikatsdatei",
  },
  downloaded: (file) => `${file} wurde heruntergeladen.`,
  now: {
    title: "SIP über TLS jetzt",
    certificate: "SPE-Zertifikat",
    authorities: "SPE-CA-Zertifikate",
    none: "keines installiert",
    stations: "Teilnehmer über TLS",
    phones: "Was an den Telefonen einzutragen ist",
  },
  start: {
    title: "Woher soll das Zertifikat kommen?",
    lead: "Fünf Schritte: eine CA, ihre Datei für die Telefone, ein Serverzertifikat, beide für SPE installiert, und die SPE-Unterstützung eingeschaltet.",
    existing: (name) => `Die CA „${name}“ benutzen`,
    existingHint: (until) =>
      `Sie ist mit ihrem Schlüssel auf diesem System und gilt bis ${until}. Telefone, die sie kennen, brauchen nichts Neues.`,
    make: "Eine CA erzeugen",
    makeHint: "Dieses System unterschreibt sein Serverzertifikat selbst. Telefone bekommen das CA-Zertifikat, einmal.",
    own: "Ich habe ein Zertifikat",
    ownHint: "Eine PKCS#12-Datei (.p12, .pfx) mit ihrer Passphrase, von Ihrer Firma oder Ihrem Anbieter.",
  },
  details: "Einzelheiten",
  ca: {
    title: "Ein CA-Zertifikat erzeugen",
    lead: "Gute Werte sind eingetragen. Den Namen sieht, wer die Datei in ein Telefon lädt.",
    generate: "CA erzeugen",
    existsTitle: "Die CA ist da",
    existsLead:
      "Sie liegt mit ihrem privaten Schlüssel auf diesem System. Für eine andere gehen Sie zurück und wählen „Eine CA erzeugen“.",
  },
  validity: "Gültig",
  validFrom: (from, until) => `${from} bis ${until}`,
  generating: (bits) => `Ein Schlüssel von ${bits} Bit wird erzeugt. Gespräche sind davon nicht betroffen.`,
  export: {
    title: "Das CA-Zertifikat exportieren",
    lead: "Diese Datei ist für die Telefone: An ihr erkennen sie dieses System. Sie enthält kein Geheimnis. Bewahren Sie sie auf, wo Sie Telefone einrichten; am Ende wird sie noch einmal angeboten.",
    pem: "CA-Zertifikat herunterladen",
    der: "Als DER herunterladen",
    fileHint: "X.509, PEM. Wenige Telefone wollen stattdessen DER.",
  },
  server: {
    title: "Das Serverzertifikat erzeugen",
    lead: (ca) => `Unterschrieben von „${ca}“. Es muss die Adresse nennen, die an den Telefonen als SIP-Server steht.`,
    generate: "Serverzertifikat erzeugen",
    madeTitle: "Das Serverzertifikat ist da",
    madeLead: "Es liegt mit seinem privaten Schlüssel auf diesem System und lässt sich installieren.",
    another: "Ein anderes erzeugen",
    fromDyndns: (name) => `${name} wird den Telefonen zu Hause genannt.`,
    noName:
      "Weder ein öffentlicher Name noch eine ermittelte Adresse ist bekannt: Eingetragen wurde die Adresse im Büro, die Telefone zu Hause nicht benutzen. Tragen Sie zuerst unter DynDNS den öffentlichen Namen ein, oder hier.",
    backup: "Eine Kopie aufbewahren",
  },
  file: {
    title: "Ihr Zertifikat",
    lead: "Noch wird nichts geändert: Die nächste Seite zeigt, was in der Datei ist.",
    file: "PKCS#12-Datei",
    fileHint: ".p12 oder .pfx, mit dem privaten Schlüssel",
    passPhrase: "Passphrase der Datei",
    issuer: "CA-Zertifikat",
    issuerHint: "PEM oder DER (.crt, .cer, .pem)",
    issuerMissing: (issuer) =>
      `Die Datei enthält die CA nicht, die das Zertifikat unterschrieben hat. Wählen Sie auch das CA-Zertifikat. Ausgestellt wurde es von: ${issuer}`,
    check: "In die Datei sehen",
    refused: "Dieses Zertifikat ist für SPE nicht brauchbar:",
  },
  install: {
    title: "Für SPE installieren",
    lead: "Ein Zertifikat dient allen SIP-Schnittstellen. Neuen Verbindungen wird es sofort gezeigt; bestehende Gespräche und Verbindungen gehen weiter.",
    install: "Installieren",
    doneTitle: "Für SPE installiert",
    doneLead: "Neuen Verbindungen wird dieses Zertifikat gezeigt.",
    certificate: "SPE-Zertifikat",
    authority: "SPE-CA-Zertifikat",
    issuer: {
      included: "kommt mit der Datei",
      installed: "bereits installiert",
      stored: "wird mit installiert",
      "self-signed": "keines: Das Zertifikat unterschreibt sich selbst",
      missing: "fehlt",
    },
    wrongName: (name) =>
      `Das Zertifikat nennt ${name} nicht, was den Telefonen genannt wird. Telefone, die den Namen prüfen, werden die Verbindung zurückweisen.`,
    losesTitle: (count) => `${plural(count, "Teilnehmer verliert", "Teilnehmer verlieren")} das Vertrauen`,
    losesText:
      "Sie sind jetzt über TLS registriert und kennen eine andere CA. Sie weisen das neue Zertifikat zurück, bis ihre Telefone das neue CA-Zertifikat bekommen:",
    accept: "Trotzdem installieren",
    acceptNeeded:
      "Geben Sie diesen Telefonen zuerst das neue CA-Zertifikat, oder kreuzen Sie an, dass Sie den Verlust in Kauf nehmen.",
    view: "Das ganze Zertifikat",
  },
  support: {
    title: "SPE-Unterstützung einschalten",
    lead: "Der letzte Schritt öffnet die Ports für SIP über TLS, im Büro und für das Internet.",
    doneTitle: "SPE-Unterstützung ist an",
    switchOn: "SPE-Unterstützung einschalten",
    live: "SIP über TLS jetzt",
    finish: "Fertig",
  },
  phones: {
    title: "An den Telefonen",
    lead: "Alles andere bleibt, wie es mit UDP war.",
    server: "SIP-Server",
    serverNote: "genau wie im Zertifikat",
    port: "Port",
    portNote: "SIP_TLS_SUB_EXT; im Büro SIP_TLS_SUB",
    portInner: (port) => `im Büro ${port}`,
    transport: "Transport",
    transportValue: "TLS",
    transportNote: "TLS 1.2 oder 1.3",
    ca: "Zu ladendes CA-Zertifikat",
    noCa: "unterschreibt sich selbst: das Zertifikat laden",
    user: "Benutzer- und Authentifizierungsname",
    userValue: "wie im Teilnehmer",
    stun: "STUN-Server",
    stunNone: "wie bisher (hier ist keiner eingetragen)",
    srtp: "SRTP",
    srtpValue: "aus",
    srtpNote: "verschlüsselte Sprache mit SDES wird nicht unterstützt",
    t19p: "Das Yealink T19P kann kein TLS 1.2: Lassen Sie es bei UDP.",
    nameMissing: (name) =>
      `Das Zertifikat nennt ${name} nicht: Telefone, die den Namen prüfen, weisen es zurück. Erzeugen Sie ein neues Serverzertifikat.`,
  },
  router: {
    title: "Am Büro-Router",
    forward: (port, address) =>
      `Leiten Sie TCP-Port ${port} auf Port ${port} an ${address} weiter. Der externe Port muss derselbe sein wie der Port im System.`,
    link: "Alle Weiterleitungen",
  },
  help,
}
