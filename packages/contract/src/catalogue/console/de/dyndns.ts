import type { dynDns as enDynDns } from "../en/dyndns.ts"
import type { HelpText, Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Telefone zu Hause brauchen einen Namen, der immer ins Büro führt, auch wenn sich dessen öffentliche Adresse ändert. Mit dynamischem DNS meldet der Büro-Router oder Homeport selbst jede neue Adresse.",
  fields: [
    {
      name: "Hostname",
      text: "Der öffentliche Name, den Telefone als SIP-Server bekommen. Leer: Telefone bekommen die ermittelte Adresse.",
      standard: "leer",
    },
    {
      name: "Wohin der Name führt",
      text: "Was das DNS dieses Rechners zum gespeicherten Namen sagt, verglichen mit der ermittelten Adresse. Er wird höchstens einmal in der Minute neu aufgelöst, und nur, solange eine Seite es zeigt.",
      warning: "Führt der Name nicht zur ermittelten Adresse, finden Telefone zu Hause das Büro nicht.",
    },
    {
      name: "Aktualisiert durch",
      text: "Wer dem DNS-Anbieter eine neue Adresse meldet: der Büro-Router, wie üblich; niemand, weil sich die Adresse nie ändert; oder Homeport, wo der Router es nicht kann.",
      standard: "Büro-Router",
      warning:
        "Kostenlose Konten, die immer wieder ablaufen, verursachen Ausfälle, die sich im Büro niemand erklären kann. Und nur einer darf melden: Doppelt gemeldete Namen sperrt der Anbieter.",
    },
    {
      name: "Anbieter",
      text: "Wer den Namen führt. Homeport fragt jeden über HTTPS und prüft sein Zertifikat. Ein nicht genannter ist über eine eigene URL erreichbar, wenn er in den Worten von dyndns2 (good, nochg, badauth …) oder von Duck DNS (OK, KO) antwortet.",
      standard: "eigene URL",
    },
    {
      name: "URL",
      text: "Bei eigener URL: die ganze Adresse, mit <hostname> und <ip> an den Stellen für Name und Adresse. Enthält sie <password> (und <username>), steht die Anmeldung dort; sonst geht sie per HTTP Basic neben der URL mit. Auch die Schreibweisen der Router, <domain>, <ipaddr>, <user>, <pass> und <passwd>, werden verstanden.",
      range: "https; http nur zu einer Adresse im eigenen Netz",
    },
    {
      name: "Benutzername und Passwort",
      text: "Die des Kontos oder was der Anbieter für Meldungen ausgibt: ein Schlüssel oder Token. Das Passwort wird verschlüsselt gespeichert und nie gezeigt; bleibt das Feld leer, bleibt das gespeicherte. Es geht an keinen anderen Server als den, für den es eingegeben wurde.",
    },
    {
      name: "Erneut melden nach",
      text: "Eine unveränderte Adresse wird nach so vielen Tagen erneut gemeldet, damit das Konto nicht ungenutzt abläuft. Leer: nie.",
      range: "7 bis 60 Tage",
      standard: "25 Tage",
    },
    {
      name: "Meldungen durch Homeport",
      text: "Die letzte Antwort des Anbieters. Eine neue ermittelte Adresse wird binnen Sekunden gemeldet, eine unveränderte nicht. Nach einer Ablehnung wird nichts gesendet, bis sich die Einstellungen ändern oder jemand „Jetzt melden“ drückt; nach „911“ mindestens eine halbe Stunde lang nichts.",
    },
  ],
}

export const dynDns: Texts<typeof enDynDns> = {
  title: "Öffentlicher Name",
  hostName: "Hostname",
  hostNameHint: "Was Telefone zu Hause als SIP-Server bekommen. Leer: die ermittelte Adresse.",
  updatedBy: "Aktualisiert durch",
  updaters: {
    "office-router": "Büro-Router",
    "fixed-address": "Niemand: Die Adresse ist fest",
    homeport: "Homeport",
  },
  updaterHints: {
    "office-router": "Das DynDNS-Konto ist im Büro-Router eingerichtet, der jede neue Adresse meldet.",
    "fixed-address": "Das Büro hat eine öffentliche Adresse, die sich nie ändert.",
    homeport: "Dieses System meldet jede neue ermittelte Adresse selbst. Der Büro-Router darf es nicht auch noch tun.",
  },
  statusTitle: "Wohin der Name führt",
  state: {
    "no-name": "Kein Name",
    asking: "Wird erfragt",
    "not-resolved": "Nicht gefunden",
    "unknown-mapped": "Nicht vergleichbar",
    matches: "Führt hierher",
    differs: "Führt woandershin",
  },
  consequence: {
    "no-name":
      "Kein Hostname ist gespeichert: Telefone bekommen die ermittelte Adresse und verlieren das Büro, wenn sie sich ändert.",
    asking: "Der Namensdienst wird gefragt.",
    "not-resolved":
      "Der Name lässt sich nicht auflösen: Telefone zu Hause finden niemanden. Prüfen Sie seine Schreibweise, das Konto, das ihn aktuell hält, und das DNS dieses Rechners.",
    "unknown-mapped":
      "Den Namen gibt es. Ob er hierher führt, lässt sich nicht sagen: Die ermittelte Adresse ist unbekannt (STUN-Konfiguration bearbeiten).",
    matches: "Telefone zu Hause, die den Namen benutzen, kommen hier an.",
    differs:
      "Der Name führt nicht zur ermittelten Adresse: Telefone zu Hause kommen hier nicht an. Prüfen Sie das Konto, das ihn aktuell hält. Eine neue Adresse ist erst nach einigen Minuten bekannt.",
  },
  differsInside:
    "Der Name führt zu einer Adresse, die aus dem Internet nicht erreichbar ist. Antwortet das DNS des Büros anders als das draußen, kommen Telefone zu Hause vielleicht trotzdem an, sonst nicht. Prüfen Sie es von außen.",
  storedName: "Gespeicherter Hostname",
  addresses: "Seine IP-Adressen",
  mapped: "Ermittelte Adresse",
  checked: "Zuletzt geprüft",
  never: "noch nicht",
  given: "Telefone bekommen",
  givenUnknown: "noch nichts: Weder ein Name noch eine ermittelte Adresse ist bekannt",
  freeAccounts:
    "Kostenlose DynDNS-Konten, die immer wieder ablaufen, verursachen Ausfälle: Telefone zu Hause finden dann niemanden.",

  accountTitle: "Konto beim Anbieter",
  provider: "Anbieter",
  own: "Eigene URL",
  server: (host) => `Gemeldet wird an https://${host}.`,
  updateUrl: "URL",
  updateUrlHint:
    "Die Platzhalter <hostname> und <ip> werden ausgefüllt. Enthält sie <password>, steht die Anmeldung dort.",
  plainHttp: "Über http kann jeder in Ihrem Netz, der mithört, die Anmeldung lesen.",
  userName: "Benutzername",
  password: "Passwort",
  passwordStored: "Ein Passwort ist gespeichert. Leer lassen, um es zu behalten.",
  loginHints: {
    desec: "Benutzername: der ganze Hostname. Passwort: ein Token aus dem Konto.",
    duckdns: "Das Token des Kontos. Duck DNS fragt nach keinem Benutzernamen.",
    dyn: "Besser als das Passwort des Kontos: der Updater Client Key.",
    dynv6: "Benutzername: none. Passwort: das HTTP-Token aus dem Konto.",
    "no-ip": "Besser als die Anmeldung des Kontos: ein DDNS Key mit eigenem Benutzernamen und Passwort.",
  },
  refreshDays: "Erneut melden nach",
  refreshDaysHint: "Tage, 7 bis 60, damit das Konto nicht ungenutzt abläuft. Leer: nur wenn sich die Adresse ändert.",

  update: {
    title: "Meldungen durch Homeport",
    now: "Jetzt melden",
    state: {
      "no-address": "Keine öffentliche Adresse",
      idle: "Gemeldet",
      updating: "Wird gemeldet",
      waiting: "Wartet",
      stopped: "Angehalten",
    },
    noAddress:
      "Die ermittelte Adresse ist unbekannt oder aus dem Internet nicht erreichbar: Es gibt nichts zu melden (STUN-Konfiguration bearbeiten).",
    stopped: "Es wird nichts mehr gesendet, bis Sie die Einstellungen ändern oder „Jetzt melden“ drücken.",
    elsewhere:
      "Der Anbieter kannte die neue Adresse, bevor Homeport sie meldete: Auch der Büro-Router scheint den Namen zu aktualisieren. Nur einer von beiden sollte es tun, sonst sperrt der Anbieter den Namen vielleicht.",
    lastAnswer: "Letzte Antwort",
    none: "noch keine",
    words: "In den Worten des Anbieters",
    sent: "Gemeldete Adresse",
    next: "Nächster Versuch",
    refresh: "Erneut gemeldet",
    onChange: "wenn sich die Adresse ändert",
    answer: {
      good: "Der Name führt jetzt zur gemeldeten Adresse.",
      nochg: "Der Name führte schon zur gemeldeten Adresse.",
      badauth: "Benutzername oder Passwort ist falsch. Geben Sie beide neu ein.",
      "!donator": "Das Konto umfasst nicht, was verlangt wurde. Fragen Sie den Anbieter oder wählen Sie einen anderen.",
      notfqdn: "Der Hostname ist kein vollständiger Name. Berichtigen Sie ihn oben.",
      nohost: "Das Konto hat keinen solchen Hostnamen. Prüfen Sie die Schreibweise, und ob er abgelaufen ist.",
      "!yours": "Der Hostname gehört zu einem anderen Konto.",
      numhost: "Zu viele Hostnamen wurden auf einmal gemeldet. Fragen Sie den Anbieter.",
      "!active": "Der Hostname ist nicht aktiv. Aktivieren Sie ihn beim Anbieter.",
      badagent: "Der Anbieter nimmt dieses Programm nicht an. Fragen Sie ihn oder wählen Sie einen anderen.",
      badsys: "Der Anbieter versteht die Anfrage nicht. Prüfen Sie die URL oder wählen Sie einen anderen Anbieter.",
      abuse:
        "Der Name ist wegen zu vieler Meldungen gesperrt. Lassen Sie ihn vom Anbieter entsperren, und nur ein Gerät melden.",
      dnserr: "Der Nameserver des Anbieters hat einen Fehler. Fragen Sie den Anbieter und versuchen Sie es später.",
      KO: "Der Name oder das Token ist falsch. Geben Sie beide neu ein.",
      "911": "Der Anbieter ist außer Betrieb. Nach einer halben Stunde oder später wird es wieder versucht.",
      unknown: "Der Anbieter gab eine hier unbekannte Antwort. Prüfen Sie die URL oder fragen Sie den Anbieter.",
      empty: "Der Anbieter antwortete mit nichts.",
      "web-page":
        "Statt einer Antwort kam eine Webseite. Prüfen Sie die URL, und ob eine Anmeldeseite dazwischenkommt.",
      "other-address":
        "Der Anbieter hat eine andere Adresse gespeichert als die gemeldete: Er scheint dieses System zu übergehen.",
      "http-error": "Der Server antwortete mit einem HTTP-Fehler.",
      redirected:
        "Der Server verweist auf eine andere Adresse, der wegen des Passworts nicht gefolgt wird. Berichtigen Sie die URL.",
      "too-large": "Die Antwort war viel zu lang, um eine zu sein. Prüfen Sie die URL.",
      "no-connection": "Der Server war nicht erreichbar.",
      "no-answer": "Der Server antwortete nicht innerhalb von 30 Sekunden.",
      "name-not-resolved": "Der Name des Servers ließ sich nicht auflösen. Prüfen Sie ihn und das DNS dieses Rechners.",
      certificate: "Dem Zertifikat des Servers wird nicht vertraut, daher wurde nichts gesendet.",
      "no-tls": "Der Server bietet TLS 1.2 oder neuer nicht an, daher wurde nichts gesendet.",
      interrupted: "Homeport wurde beendet, bevor die Antwort kam.",
    },
    status: (status) => `HTTP-Status ${status}`,
  },
  help,
}
