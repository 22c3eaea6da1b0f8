/** Netzwerkschnittstellen ▸ Büro-Router: das Übergabeblatt, das Blatt für zu Hause, die automatische Weiterleitung. */
import type { router as enRouter } from "../en/router.ts"
import type { HelpText, Texts } from "../texts.ts"

const handOutHelp: HelpText = {
  introduction:
    "Alles, was braucht, wer den Büro-Router betreut, mit den Werten dieses Systems. Drucken Sie es, oder schicken Sie es als PDF: Das kann das Druckfenster des Browsers speichern.",
  fields: [
    {
      name: "Was dieses System sieht",
      text: "Vergleicht, was STUN, der Namensdienst und der Router sagen. Ist hier nichts falsch, beweist das noch keine Weiterleitung: Das zeigt erst ein Telefon außerhalb des Büros.",
    },
    {
      name: "Weiterleitungen",
      text: "Wie sie aus der Portverwaltung folgen. Für TCP und TLS muss der externe Port derselbe sein wie der im System.",
      warning: "Leiten Sie niemals die internen Ports weiter.",
    },
    {
      name: "Router",
      text: "Schritte für das gewählte Fabrikat. Sie stammen aus den Unterlagen der Hersteller, und Menüs unterscheiden sich je nach Version. Wo wir etwas dort nicht prüfen konnten, steht es dabei.",
    },
  ],
}

const homeHelp: HelpText = {
  introduction:
    "Was der Router zu Hause können muss. In der Regel ist dort nichts einzustellen; das Blatt hilft, wo Sprache fehlt oder abbricht.",
  fields: [],
}

const mappingHelp: HelpText = {
  introduction:
    "Viele Router öffnen Ports, wenn ein Programm in ihrem Netz darum bittet, mit NAT-PMP oder UPnP. Dieses System kann um die äußeren SIP-Ports bitten, statt dass jemand sie einträgt.",
  fields: [
    {
      name: "Den Router bitten",
      text: "Um die äußeren SIP-Ports für UDP und TCP, und um den für TLS, solange SIP über TLS offen ist. Jeweils für eine Stunde, rechtzeitig erneuert; zurückgegeben, wenn dies ausgeschaltet wird und wenn das System endet.",
      standard: "aus",
      warning:
        "Ein Router, der dieses System Ports öffnen lässt, lässt es jedes Programm in seinem Netz. Viele Verwalter wollen das nicht: Dann leiten Sie die Ports von Hand weiter.",
    },
    {
      name: "Worum nie gebeten wird",
      text: "Die internen Ports 5060, 5061 und 5062; ein anderer Port außen als innen; die RTP-Ports, denn STUN öffnet sie Gespräch für Gespräch, und Router halten nur wenige Weiterleitungen; der Port, von dem Telefone ihre Konfiguration holen.",
    },
  ],
}

export const router: Texts<typeof enRouter> = {
  title: "Büro-Router",
  lead: "Für den, der den Router betreut, der das Büro mit dem Internet verbindet. Telefone zu Hause erreichen die Telefonanlage durch ihn.",
  seenTitle: "Was dieses System vom Weg ins Internet sieht",
  seenNothing: "Von hier aus ist nichts Falsches zu sehen.",
  seenUnknown:
    "Noch nicht bekannt: Kein STUN-Server hat geantwortet. Über das NAT des Routers lässt sich nichts sagen.",
  seenStatic:
    "Die öffentliche Adresse ist von Hand eingetragen (Statische IP benutzen): Vom NAT des Routers wird nichts beobachtet.",
  flags: {
    "carrier-nat": ({ address }) =>
      `Die ermittelte Adresse ${address} gehört zum NAT des Internetanbieters (100.64.0.0/10): Niemand erreicht das Büro von außen, und keine Weiterleitung hilft. Verlangen Sie vom Anbieter eine öffentliche IPv4-Adresse.`,
    "private-address": ({ address }) =>
      `Die ermittelte Adresse ${address} ist privat: Vor dem Internet steht ein zweiter Router. Auch er muss weiterleiten, oder der erste muss als Modem arbeiten.`,
    "second-router": ({ address, router }) =>
      `Der Router nennt als seine Adresse im Internet ${router}, STUN aber sieht ${address}: Dazwischen liegt ein zweites NAT. Auch dort muss weitergeleitet werden.`,
    symmetric: () =>
      "Der Router zeigt jedem Ziel einen anderen Port (symmetrische Abbildung): Was STUN herausfindet, nützt Telefonen nichts. Lassen Sie den Router für dieses System die Quellports behalten (bei manchen: Static Port).",
    "port-differs": ({ mapped, expected }) =>
      `Der Router zeigt den SIP-Port als ${mapped} und nicht als ${expected}: Er schreibt Quellports um. Leiten Sie ${expected} weiter, und lassen Sie den Router für dieses System die Quellports behalten.`,
    "name-differs": ({ name, addresses, mapped }) =>
      `Der öffentliche Name ${name} führt zu ${addresses || "nichts"} und nicht zu ${mapped}: Telefone, die ihm folgen, kommen hier nicht an. Prüfen Sie, wer ihn aktuell hält.`,
    "name-not-resolved": ({ name }) =>
      `Der öffentliche Name ${name} lässt sich von hier nicht auflösen. Prüfen Sie Schreibweise und Konto.`,
  },
  factsTitle: "Dieses Büro",
  facts: {
    publicAddress: "Öffentliche Adresse",
    publicName: "Öffentlicher Name",
    noName: "keiner: Telefone bekommen die öffentliche Adresse",
    system: "Telefonanlage (Homeport)",
    gateway: "Büro-Router, innen",
    reserve: (address) =>
      `Reservieren Sie ${address} im DHCP des Routers für die Telefonanlage, damit die Weiterleitungen weiter zu ihr führen.`,
    seen: (port) => `SIP-Port, von außen gesehen: ${port}`,
    unknown: "nicht bekannt",
  },
  tableTitle: "Weiterleitungen",
  tableLead: (address) => `An ${address}. Externer und interner Port sind gleich: Bei TCP und TLS müssen sie es sein.`,
  protocol: "Protokoll",
  external: "Externer Port",
  internal: "Port im System",
  purpose: "Für",
  purposes: {
    sip: "SIP",
    "sip-tls": "SIP über TLS",
    rtp: "Sprache (RTP)",
    phones: "Konfiguration der Telefone (HTTPS)",
  },
  notYet: "noch nicht nötig: SIP über TLS ist aus",
  neverTitle: "Niemals weiterleiten",
  never: (numbers) =>
    `Leiten Sie NIEMALS ${numbers} weiter: Diese Ports sind für Telefone im Büro. Wer sie aus dem Internet erreicht, ist an allem vorbei, was die externen Ports schützt.`,
  settingsTitle: "Weitere Einstellungen des Routers",
  settings: {
    alg: "Schalten Sie SIP ALG aus (auch: SIP-Helper, SIP-Passthrough, VoIP-Inspektion). Es schreibt Adressen um, die schon stimmen, und Anrufe scheitern auf seltsame Weise.",
    algPorts: "Manches ALG sieht nur auf Port 5060; Port 5070 vermeidet daher einigen Ärger, aber nicht allen.",
    timeout: "Lassen Sie den Router UDP-Verbindungen zwei Minuten oder länger merken.",
    hairpin:
      "Auch eine Telefon-App im WLAN des Büros folgt dem öffentlichen Namen. Sie braucht NAT-Reflection (Hairpin-NAT), oder einen Namensserver im Büro, der mit der inneren Adresse antwortet. Probieren Sie es mit einer App im WLAN.",
  },
  dyndnsTitle: "Dynamisches DNS",
  dyndns: {
    "office-router": (name) =>
      `Der Router meldet jede neue öffentliche Adresse für ${name}: Tragen Sie dort das DynDNS-Konto ein. Ein Konto, das immer wieder abläuft, wie kostenlose es tun, verursacht Ausfälle.`,
    "fixed-address": (name) => `Nichts zu tun: Die öffentliche Adresse ist fest, und ${name} führt zu ihr.`,
    homeport: (name) => `Im Router ist nichts zu tun: Die Telefonanlage hält ${name} selbst aktuell.`,
    none: "Kein öffentlicher Name ist gespeichert. Ändert sich die öffentliche Adresse ab und zu, verlieren Telefone zu Hause das Büro: Richten Sie dynamisches DNS ein, und tragen Sie den Namen in der Telefonanlage ein.",
  },
  stepsTitle: (brand) => `Schritte: ${brand}`,
  chooseBrand: "Router",
  otherBrand: "Ein anderer Router",
  stepsLead:
    "Aus den Unterlagen der Hersteller; Menüs unterscheiden sich je nach Version, und wir haben sie nicht an jedem Gerät ausprobiert.",
  unchecked: "von uns nicht geprüft",
  commands: "Befehle",
  configLines: (file) => `Zeilen für ${file}`,
  steps: {
    otherForward:
      "Öffnen Sie die Portweiterleitung (auch: Virtual Server, NAT, Portfreigabe), und legen Sie jede Zeile der Tabelle oben an.",
    otherAlg: "Suchen Sie SIP ALG bei NAT, Firewall oder VoIP, und schalten Sie es aus.",
    otherManual: "Wo das ist, zeigt die Seite des Herstellers zu genau diesem Modell.",
    fritzboxForward:
      "Internet > Freigaben > Portfreigaben: Wählen Sie die Telefonanlage als Gerät, und legen Sie für jede Zeile der Tabelle eine Freigabe an, mit demselben „Port an Gerät“ und „Port extern“.",
    fritzboxOnce: "Ein externer Port kann nur einmal vergeben werden: Wird er abgelehnt, hat ihn ein anderes Gerät.",
    fritzboxSip: "Port 5060 benutzt die Box selbst, wenn sie eigene Rufnummern hat. Lassen Sie ihn, wie er ist.",
    fritzboxAlg: "Einen Schalter für SIP ALG gibt es nicht.",
    fritzboxAutomatic:
      "Für die automatische Weiterleitung: Erlauben Sie dem Gerät der Telefonanlage „selbstständige Portfreigaben“; das erlaubt PCP oder UPnP.",
    fritzboxDyndns:
      "Dynamisches DNS: Internet > Freigaben > DynDNS, Anbieter „Benutzerdefiniert“ mit dessen Update-URL.",
    openwrtForward: "Fügen Sie diese Zeilen in /etc/config/firewall ein, und laden Sie die Firewall neu.",
    openwrtAlg:
      "Einen SIP-Helper gibt es nur mit dem Paket kmod-nf-nathelper-extra. Entfernen Sie es, oder setzen Sie auto_helper 0 in den Zonen.",
    openwrtTimeout:
      "UDP-Zeiten: net.netfilter.nf_conntrack_udp_timeout und nf_conntrack_udp_timeout_stream, mit sysctl.",
    openwrtDyndns: "Dynamisches DNS: das Paket ddns-scripts.",
    nftablesForward:
      "Fügen Sie diese Tabelle hinzu; „wan“ steht für die Schnittstelle zum Internet. So leitet der Router unserer eigenen Tests weiter.",
    nftablesAccept: "In der Kette, die weitergeleitete Pakete filtert, bevor sie verworfen werden:",
    nftablesAlg:
      "Laden Sie weder nf_nat_sip noch nf_conntrack_sip, und weisen Sie keinen „sip“-Helper zu; manche Anleitung zeigt gerade diese Zeile, um SIP einzuschalten.",
    pfsenseForward: "Firewall > NAT > Port Forward: eine Regel für jede Zeile der Tabelle.",
    pfsenseAlg: "Ein SIP ALG gibt es von sich aus nicht.",
    pfsenseStatic:
      "Firewall > NAT > Outbound: Hybrid, und eine Regel für die Telefonanlage mit Static Port. Ohne sie werden Quellports umgeschrieben, und STUN lernt einen Port, der nirgends hinführt.",
    pfsenseTimeout: "System > Advanced > Firewall & NAT: Firewall Optimization Conservative.",
    pfsenseHairpin: "NAT Reflection steht auf derselben Seite.",
    opnsenseForward: "Firewall > NAT > Port Forward: eine Regel für jede Zeile der Tabelle.",
    opnsenseStatic: "Firewall > NAT > Outbound: Hybrid, und eine Regel für die Telefonanlage mit Static Port.",
    opnsenseAlg: "SIP wird nicht inspiziert.",
    opnsenseTimeout: "Firewall > Settings > Advanced: Optimization conservative.",
    mikrotikForward: "Geben Sie diese Befehle ein; WAN ist die Schnittstellenliste zum Internet.",
    mikrotikAlg: "Der SIP-Helper steht in /ip firewall service-port.",
    mikrotikAlgOff: "Der letzte Befehl schaltet ihn aus.",
    mikrotikTimeout:
      "Von sich aus wird UDP 10 Sekunden gemerkt, und 3 Minuten, sobald Pakete in beide Richtungen gehen. Telefone müssen ihre Verbindung deutlich öfter auffrischen.",
    mikrotikHairpin: "Telefon-Apps im Netz des Büros brauchen eine Hairpin-Regel.",
    lancomForward: "IP-Router > Maskierung > Port-Forwarding-Tabelle: ein Eintrag für jede Zeile der Tabelle.",
    lancomAlg: "LCOS hat ein SIP-ALG: Schalten Sie es aus.",
    lancomAlgPath: "Die Einstellung ist /Setup/SIP-ALG/Operating no.",
    lancomManager: "Prüfen Sie, ob der Voice Call Manager Port 5060 belegt; 5070 gehört ihm nicht.",
    keeneticForward: "Seite Portweiterleitung: eine Regel für jede Zeile der Tabelle.",
    keeneticAlg: "SIP ALG ist eine wahlweise Komponente. Wo Telefone STUN benutzen, muss sie aus sein.",
    fortigateForward:
      "Eine Virtual IP (VIP) mit Portweiterleitung für jede Zeile der Tabelle, und eine Policy, die sie erlaubt.",
    fortigateAlg: "Diese Befehle schalten SIP ALG und SIP-Helper aus:",
    ciscoForward: "Ein statischer NAT-Eintrag für jede Zeile der Tabelle.",
    ciscoAlg: "Dieser Befehl schaltet die SIP-Inspektion im NAT aus:",
    juniperForward: "Eine Destination-NAT-Regel für jede Zeile der Tabelle, und eine Policy, die sie erlaubt.",
    juniperAlg: "Dieser Befehl schaltet SIP ALG aus:",
  },
  testTitle: "So wird geprüft",
  tests: [
    "Schalten Sie an einem Mobiltelefon mit SIP-App das WLAN aus: Es muss von außen kommen. Registrieren Sie eine Station, deren Internet-Registrierung eingeschaltet ist.",
    "In der Telefonanlage zeigt die Startseite die Registrierung der Station als aus dem Internet kommend.",
    "Rufen Sie in beide Richtungen an, und sprechen Sie länger als zwei Minuten: Beide hören einander die ganze Zeit.",
    "Von außen dürfen die Ports 5060, 5061 und 5062 nicht antworten.",
  ],
  undoTitle: "So wird es rückgängig gemacht",
  undo: [
    "Löschen Sie die Weiterleitungen der Tabelle im Router. Telefone zu Hause sind dann abgeschnitten, Telefone im Büro nicht.",
    "Ist die automatische Weiterleitung eingeschaltet, schalten Sie sie in der Telefonanlage aus: Der Router wird gebeten, die Ports zu schließen.",
    "Stellen Sie SIP ALG und Zeiten nur zurück, wenn anderes sie braucht.",
  ],
  handOutHelp,
  home: {
    title: "Heim-Router",
    lead: "Für ein Telefon zu Hause, das zum Büro gehört. In der Regel ist im Heim-Router nichts einzustellen und nichts weiterzuleiten.",
    mustTitle: "Was der Router leisten muss",
    must: [
      "NAT, das sich für VoIP eignet: zu jedem Ziel derselbe externe Port. Ein Router mit symmetrischem NAT ist nicht brauchbar.",
      "SIP ALG ausgeschaltet, wo der Router eines hat (auch: SIP-Helper, SIP-Passthrough, VoIP-Inspektion).",
      "UDP-Verbindungen länger gemerkt, als das Telefon zwischen zwei Auffrischungen wartet, am besten zwei Minuten und mehr.",
    ],
    reachTitle: "Was das Telefon erreicht",
    office: "Telefonanlage",
    ports: "Ports dort",
    portsText: (udp, tcp, tls) => {
      const plain = udp === tcp ? `${udp} (UDP oder TCP)` : `${udp} (UDP), ${tcp} (TCP)`
      return tls === undefined ? plain : `${plain}, ${tls} (TLS)`
    },
    stun: "STUN-Server",
    noStun: "keiner eingestellt",
    outgoing:
      "All das sind Verbindungen von innen nach außen: Die Firewall des Routers lässt sie durch, wenn niemand sie verboten hat.",
    bandwidthTitle: "Bandbreite",
    bandwidth:
      "Jedes Gespräch braucht in jeder Richtung zugleich etwa 90 kbit/s (G.711), die ganze Zeit und ohne auf anderes zu warten.",
    bandwidthReason:
      "Die Sprache allein hat 64 kbit/s. Sie reist in 50 Paketen je Sekunde, jedes mit 160 Byte Sprache, 40 Byte RTP, UDP und IP, und 18 oder mehr Byte der Leitung selbst: 218 × 8 × 50 = 87 200 bit/s.",
    bandwidthUpload:
      "Knapp ist der Upload: Bei asymmetrischem DSL ist er ein Bruchteil des Downloads. Gleichzeitige Uploads und Videogespräche zerreißen die Sprache; ein Router, der Telefonie bevorzugt, hilft.",
    calls: "Gespräche zugleich",
    upload: "Upload und Download, je",
    kilobits: (count) => `${count} kbit/s`,
    helpTitle: "Wenn etwas nicht stimmt",
    troubles: [
      "Es registriert sich nicht: Prüfen Sie Name, Port und Passwort im Telefon. Schalten Sie dann SIP ALG aus.",
      "Es registriert sich, aber Sprache ist nur in einer Richtung oder gar nicht zu hören: Das NAT des Routers ist symmetrisch, oder SIP ALG ist an. Prüfen Sie, ob STUN im Telefon an ist.",
      "Es kann anrufen und ist nach einigen Minuten nicht erreichbar: Der Router vergisst UDP-Verbindungen zu früh. Lassen Sie das Telefon öfter auffrischen.",
      "Sprache bricht ab, während andere die Leitung benutzen: Der Upload ist zu klein.",
    ],
    help: homeHelp,
  },
  mapping: {
    title: "Automatische Weiterleitung",
    settingsTitle: "Den Router bitten, die Ports zu öffnen",
    settingsLead:
      "Statt die Weiterleitungen von Hand einzutragen, kann dieses System den Router darum bitten: mit NAT-PMP oder mit UPnP.",
    automatic: "Den Router um die äußeren SIP-Ports bitten",
    consent:
      "Wenn Sie dies einschalten, sind Sie einverstanden, dass dieses System seine äußeren SIP-Ports selbst zum Internet öffnet, ohne dass jemand am Router ist. Ein Router, der das erlaubt, erlaubt es jedem Programm in seinem Netz. Jede Öffnung ist eine Zeile im Protokoll. Die internen Ports und die RTP-Ports werden nie geöffnet.",
    statusTitle: "Was der Router geöffnet hat",
    off: "Aus",
    on: "An",
    router: "Büro-Router",
    protocol: "Gesprochen wird",
    protocols: { "nat-pmp": "NAT-PMP", "upnp-igd": "UPnP" },
    notSpoken: "noch nichts",
    external: "Seine Adresse im Internet",
    next: "Nächste Frage",
    offTitle: "Der Router wird um nichts gebeten",
    offText:
      "Leiten Sie die Ports von Hand weiter, wie das Übergabeblatt sagt, oder schalten Sie unten die automatische Weiterleitung ein.",
    port: "Port",
    state: "Zustand",
    until: "Gehalten bis",
    states: { asking: "Gefragt", mapped: "Offen", failed: "Nicht geöffnet" },
    problems: {
      "no-gateway":
        "Dieser Rechner sagt nicht, zu welchem Router seine Standardroute führt; daher kann keiner gefragt werden.",
      "no-answer":
        "Der Router antwortet weder auf NAT-PMP noch auf UPnP. Schalten Sie eines davon im Router ein, oder leiten Sie den Port von Hand weiter.",
      "not-authorized":
        "Der Router lehnt ab: Er erlaubt diesem System nicht, Ports zu öffnen. Erlauben Sie es diesem Gerät im Router, oder leiten Sie den Port von Hand weiter.",
      "port-taken":
        "Der Router hat diesen Port schon vergeben: an ein anderes Gerät, oder durch eine Weiterleitung, die jemand von Hand angelegt hat. Führt sie hierher, wird die automatische nicht gebraucht.",
      "other-port":
        "Der Router bot einen anderen äußeren Port an, der zurückgegeben wurde: Außen und innen müssen gleich sein. Finden Sie heraus, was den Port im Router belegt.",
      "only-permanent":
        "Der Router öffnet Ports nur für immer; darum bittet dieses System nicht. Leiten Sie den Port von Hand weiter.",
      "internal-port": "Dies ist ein Port für Telefone im Büro: Er wird nie zum Internet geöffnet.",
      "other-port-chosen":
        "In der Portverwaltung steht, dass der Router einen anderen UDP-Port zeigt: Automatisch geht nur dieselbe Nummer.",
      failed:
        "Der Router konnte den Port nicht öffnen. Sein Protokoll sagt vielleicht, warum; es wird wieder versucht.",
    },
    events: "Jede Öffnung, jede Schließung und jeder Fehler steht unter Ereignisse.",
    eventsLink: "Zeigen",
    help: mappingHelp,
  },
}
