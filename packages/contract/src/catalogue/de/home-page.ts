/** Die Seite eines Einmal-Links, für die Person zu Hause: jemand, der von SIP noch nie gehört hat. */
import type { HomePageSentences } from "../home-page.ts"

export const homePageDe: HomePageSentences = {
  landing: {
    title: "Telefon-Einstellungen für {name}",
    lead: "Ihr Büro hat die Einstellungen für Ihr Gerät vorbereitet: {model}. Drücken Sie auf den Knopf, um sie zu sehen.",
    once: "Der Knopf wirkt einmal: Danach zeigt nur dieser Browser die Einstellungen, {minutes} Minuten lang. Später und in jedem anderen Browser sagt der Link „Not Found“. Legen Sie vorher das Gerät bereit: {model}.",
    scan: "Öffnen Sie diesen Link am besten nicht auf dem Telefon selbst, sondern zum Beispiel am Computer: Sie werden mit dem Telefon einen Code scannen.",
    button: "Meine Einstellungen zeigen",
    foreign: "Nicht für Sie bestimmt? Dann schließen Sie bitte diese Seite.",
    cookies:
      "Es wurde nichts geöffnet: Ihr Browser lehnt Cookies ab, und ohne Cookie könnte diese Seite ihn nicht wiedererkennen. Erlauben Sie Cookies für diese Seite und drücken Sie noch einmal.",
    notReady:
      "Es wurde nichts geöffnet: Die Einstellungen sind noch nicht vollständig. Sagen Sie bitte der Person Bescheid, die Ihnen den Link geschickt hat; er bleibt gültig.",
  },
  page: {
    document: "Telefon-Einstellungen",
    language: "Sprache",
    title: "Telefon-Einstellungen von {name}",
    subtitle: "Rufnummer {callNumber} · {model}",
    minutes: "Diese Seite ist in diesem Browser noch {minutes} {minutes|Minute|Minuten} zu sehen, und nirgends sonst.",
    secret: "Behalten Sie diese Einstellungen für sich: Wer sie hat, kann in Ihrem Namen telefonieren.",
    steps: "Schritt für Schritt",
    scan: "Code zum Scannen",
    values: "Werte zum Eintragen",
    trust: "Zertifikat",
    router: "Ihr Internetanschluss",
    help: "Wenn etwas nicht klappt",
    notReady:
      "Die Einstellungen sind im Moment nicht vollständig. Fragen Sie bitte die Person, die Ihnen den Link geschickt hat, und laden Sie dann diese Seite neu.",
  },
  value: {
    labels: "Auf Ihrem Gerät kann ein Name etwas anders lauten.",
    optional: "kann so bleiben",
    empty: "(leer)",
    copy: "Kopieren",
    copied: "Kopiert",
    show: "Zeigen",
    hide: "Verbergen",
    hidden: "{label}: zeigen oder verbergen",
  },
  step: {
    installApp: "Installieren Sie {model} aus dem App Store oder von Google Play und öffnen Sie die App.",
    installProgram: "Installieren Sie {model} auf Ihrem Computer und öffnen Sie das Programm.",
    connectPhone:
      "Verbinden Sie das Telefon mit einem Netzwerkkabel mit Ihrem Router und schließen Sie den Strom an. Warten Sie, bis es gestartet ist.",
    openPhonePage:
      "Suchen Sie im Menü des Telefons unter Status oder Information seine IP-Adresse. Geben Sie sie zu Hause an einem Computer im Browser ein und melden Sie sich mit Benutzername und Passwort des Telefons an. Beides kennt, wer Ihnen das Telefon gegeben hat.",
    loadCertificate:
      "Installieren Sie das Zertifikat von weiter unten, damit das Gerät der verschlüsselten Verbindung vertraut.",
    scanCode:
      "Wählen Sie in der App die Einrichtung mit QR-Code oder Fernkonfiguration und scannen Sie den Code weiter unten.",
    createAccount: "Legen Sie von Hand ein neues SIP-Konto an.",
    enterValues:
      "Tragen Sie die Werte weiter unten ein, jeden in das Feld, dessen Name davorsteht. Alle anderen bleiben, wie sie sind.",
    orEnterValues: "Klappt das Scannen nicht, tragen Sie stattdessen die Werte weiter unten von Hand ein.",
    save: "Speichern Sie. Nach einem Moment zeigt das Gerät, dass es registriert, verbunden oder online ist.",
    try: "Rufen Sie jemanden im Büro an. Sie sollten einander hören.",
  },
  scan: {
    code: "QR-Code mit den Einstellungen",
    sameDevice:
      "Ist die App auf genau dem Gerät, auf dem Sie das lesen? Kopieren Sie diese Adresse und geben Sie sie in der App als Fernkonfiguration ein:",
    address: "Adresse",
  },
  trust: {
    lead: "Die Verbindung zum Büro ist verschlüsselt. Ihr Gerät vertraut ihr, wenn es dieses Zertifikat hat.",
    download: "Das Zertifikat {name} herunterladen",
    fingerprint: "SHA-256-Fingerabdruck, den Ihr Administrator vergleichen kann",
    iphone:
      "iPhone, iPad: Öffnen Sie die heruntergeladene Datei. Installieren Sie unter Einstellungen ▸ Allgemein ▸ VPN und Geräteverwaltung das Profil und schalten Sie es unter Einstellungen ▸ Allgemein ▸ Info ▸ Zertifikatsvertrauenseinstellungen ein.",
    android:
      "Android: Suchen Sie in den Einstellungen nach „CA-Zertifikat“, wählen Sie Installieren und dann die heruntergeladene Datei.",
    program:
      "Computer: Laden Sie die Datei als vertrauenswürdiges Stammzertifikat, in den Einstellungen des Programms oder des Betriebssystems.",
    phone:
      "Telefon: Laden Sie die Datei auf seiner eigenen Seite im Browser hoch, unter Sicherheit ▸ Vertrauenswürdige Zertifikate (Security ▸ Trusted Certificates).",
  },
  router: {
    lead: "In der Regel muss an Ihrem Router zu Hause nichts eingestellt und kein Port geöffnet werden. Gelingen Anrufe nicht oder hört eine Seite nichts, prüfen Sie dies:",
    alg: "„SIP ALG“ (auch: SIP-Helper, VoIP-Assistent) muss im Router ausgeschaltet sein.",
    nat: "Der Router darf kein symmetrisches NAT verwenden (manche sagen: striktes NAT). Wählen Sie eine andere Art, wo es eine Wahl gibt.",
    bandwidth:
      "Jedes Gespräch braucht etwa {kilobits} kbit/s in jeder Richtung. Ein großer Upload zur selben Zeit kann es stören.",
  },
  help: {
    ask: "Fragen Sie die Person, die Ihnen den Link geschickt hat, und sagen Sie ihr:",
    number: "Ihre Rufnummer, {callNumber}",
    shows: "was Ihr Gerät anzeigt ({model})",
    router: "welchen Router Sie zu Hause haben",
  },
}
