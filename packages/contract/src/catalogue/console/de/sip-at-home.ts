import type { PageTexts } from "../en.ts"

export const sipAtHome: PageTexts["sipAtHome"] = {
  help: {
    introduction:
      "Führt vom Teilnehmer zu einem Telefon, das sich von zu Hause registriert. Jeder Schritt speichert sofort, was er getan hat: Sie können jederzeit gehen und später weitermachen.",
    fields: [
      {
        name: "Teilnehmer",
        text: "Ein neuer Teilnehmer bekommt ein starkes Passwort, das niemand tippen muss. Ein vorhandener behält seines; hat er keines, bekommt er eines.",
      },
      {
        name: "Internet Registration with internal SBC",
        text: "Wird für jeden gewählten Teilnehmer eingeschaltet, zusammen mit seiner Authentifizierung.",
        warning: "Ein schwaches Passwort ist in Stunden erraten, sobald es aus dem Internet erreichbar ist.",
      },
      {
        name: "System",
        text: "Was Telefone zu Hause vom System brauchen: einen öffentlichen Namen oder eine Adresse, und einen STUN-Server.",
      },
      {
        name: "Registrierung",
        text: "Zeigt, was ankommt, sobald es ankommt: eine Registrierung, oder ein abgewiesener Versuch und warum.",
      },
    ],
  },
  readOnly: "Was eingerichtet ist, zeigt die Seite IP-Telefone.",
  steps: {
    stations: "Teilnehmer",
    system: "System",
    devices: "Geräte",
    handOut: "Übergabe",
    registration: "Registrierung",
  },
  stations: {
    title: "Wer soll von zu Hause telefonieren?",
    lead: "Wählen Sie Teilnehmer oder legen Sie einen neuen an. Sie dürfen sich dann über das Internet anmelden, mit Authentifizierung.",
    newTitle: "Neuer Teilnehmer",
    newLead: "Er bekommt ein starkes Passwort. Es steht später auf dem Blatt des Geräts.",
    callNumber: "Rufnummer",
    name: "Name",
    add: "Teilnehmer anlegen",
    added: (station) => `${station} wurde angelegt und gewählt.`,
    next: "Internet-Registrierung erlauben",
    progress: "Die Teilnehmer werden geändert …",
    none: "Wählen Sie mindestens einen Teilnehmer.",
    tooMany: (most) => `Höchstens ${most} Teilnehmer auf einmal.`,
  },
  system: {
    title: "Was das System braucht",
    lead: "Tragen Sie ein, was fehlt. Was bleibt, wie es ist, wird nicht erneut gespeichert.",
    fields: "Name und Server",
    hostName: "Öffentlicher Name",
    hostNameHint: "Was Telefone zu Hause als SIP-Server bekommen. Leer: die öffentliche Adresse, die sich ändern kann.",
    server: "STUN-Server",
    serverHint:
      "Nennt diesem System seine öffentliche Adresse. Ohne ihn oder eine feste Adresse werden Gespräche über das Internet abgewiesen.",
    phonesServer: "STUN-Server für Telefone",
    phonesServerHint: "Nennt einem Telefon zu Hause seine eigene öffentliche Adresse. Leer: derselbe wie oben.",
    progress: "Wird gespeichert …",
    onlyExpert: "Zum Ändern ist die Rolle expert nötig.",
  },
  devices: {
    title: "Welches Gerät ist es?",
    lead: "Eines je Teilnehmer. Was das Gerät nicht kann, wird gesagt, sobald es gewählt ist.",
    of: (station) => `Gerät von ${station}`,
    add: (station) => `Gerät für ${station} anlegen`,
    mac: (mac) => `MAC ${mac}`,
    change: "Gerät ändern",
  },
  handOut: {
    title: "Die Einstellungen auf das Gerät bringen",
    lead: "Mit Link oder QR-Code, oder auf einem Blatt Papier zum Eintippen.",
    none: "Es wurde kein Gerät gewählt. Ohne Gerät gibt es weder Blatt noch Link; das Telefon lässt sich nach der Seite des Teilnehmers von Hand einrichten.",
    choice: "Geräte",
  },
  registration: {
    title: "Warten auf die Telefone",
    doneTitle: "Alle sind registriert",
    lead: "Schließen Sie das Telefon zu Hause an. Was ankommt, erscheint hier von selbst.",
    waiting: "Noch ist nichts angekommen.",
    from: (address, network, transport, phone) => `Registriert von ${address} (${network}), ${transport}, ${phone}`,
    unnamed: "ein Telefon, das sich nicht nennt",
    finish: "Zu IP-Telefone",
    arrived: (count, of) => `${count} von ${of} Teilnehmern registriert`,
    events: "Alle Ereignisse",
  },
}
