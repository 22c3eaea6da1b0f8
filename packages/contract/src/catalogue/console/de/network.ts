import type { dynDns as enDynDns, interfaces as enInterfaces } from "../en/network.ts"
import type { HelpText, Texts } from "../texts.ts"

const interfacesHelp: HelpText = {
  introduction:
    "Das System steht hinter einem Zugangsrouter, der an LAN 2 oder an LAN 1 (WAN) angeschlossen ist. SIP und RTP lauschen an jeder Adresse einzeln, nie an allen zugleich.",
  fields: [
    {
      name: "LAN 1 (WAN)",
      text: "Die Schnittstelle zu einem eigenen Router. Sie darf unbenutzt bleiben.",
      warning:
        "Das System darf nicht selbst der Zugangsrouter sein, und die Firewall der Schnittstelle (Netzwerkadressübersetzung) muss aus sein, sonst kommt eingehendes SIP nicht an.",
    },
    { name: "LAN 2", text: "Die Schnittstelle des Büronetzes. Vorgegeben ist die der Standardroute." },
    {
      name: "VoIP benutzt",
      text: "Welche der beiden VoIP vom und zum Internet trägt.",
      warning:
        "Aller VoIP-Verkehr muss dieselbe Schnittstelle benutzen: ITSP an der einen und Telefone an der anderen ist nicht erlaubt.",
    },
    {
      name: "Weitere lokale Netze",
      text: "Netze hinter dem Büro-Router, deren Telefone zum Büro zählen, neben denen der Schnittstellen selbst.",
      range: "bis zu 64, etwa 192.168.7.0/24",
    },
  ],
}

const dynDnsHelp: HelpText = {
  introduction:
    "Telefone zu Hause brauchen einen Namen, der immer ins Büro führt, auch wenn sich dessen öffentliche Adresse ändert. Mit dynamischem DNS meldet der Büro-Router jede neue Adresse.",
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
      text: "Wer dem DNS-Anbieter eine neue Adresse meldet: der Büro-Router, wie üblich, oder niemand, weil sich die Adresse nie ändert.",
      standard: "Büro-Router",
      warning:
        "Kostenlose Konten, die immer wieder ablaufen, verursachen Ausfälle, die sich im Büro niemand erklären kann.",
    },
  ],
}

export const interfaces: Texts<typeof enInterfaces> = {
  title: "Schnittstellen",
  lead: "Einer Schnittstelle wird gefolgt, wenn sich ihre Adresse ändert; eine Adresse bleibt, was sie ist.",
  lan1: "LAN 1 (WAN)",
  lan2: "LAN 2",
  unused: "nicht benutzt",
  gone: (name) => `${name} (zurzeit nicht vorhanden)`,
  option: (name, address) => `${name}: ${address}`,
  optionAddress: (address) => `Nur Adresse ${address}`,
  voip: "VoIP benutzt",
  voipHint: "Aller VoIP-Verkehr muss dieselbe Schnittstelle benutzen.",
  localNetworks: "Weitere lokale Netze",
  localNetworksHint: "Eines je Zeile, etwa 192.168.7.0/24. Telefone dort zählen zum Büro.",
  availableTitle: "Was dieser Rechner hat",
  name: "Schnittstelle",
  address: "Adresse",
  network: "Netz",
  role: "Rolle",
  defaultRoute: "Standardroute",
  loopback: "nur dieser Rechner",
  lan1Warning:
    "An LAN 1 (WAN) muss die Netzwerkadressübersetzung abgeschaltet sein, und dieses System darf nicht der Zugangsrouter sein.",
  help: interfacesHelp,
}

export const dynDns: Texts<typeof enDynDns> = {
  title: "Öffentlicher Name",
  hostName: "Hostname",
  hostNameHint: "Was Telefone zu Hause als SIP-Server bekommen. Leer: die ermittelte Adresse.",
  updatedBy: "Aktualisiert durch",
  updaters: { "office-router": "Büro-Router", "fixed-address": "Niemand: Die Adresse ist fest" },
  updaterHints: {
    "office-router": "Das DynDNS-Konto ist im Büro-Router eingerichtet, der jede neue Adresse meldet.",
    "fixed-address": "Das Büro hat eine öffentliche Adresse, die sich nie ändert.",
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
  help: dynDnsHelp,
}
