import type { interfaces as enInterfaces } from "../en/network.ts"
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
  setUps: {
    title: "Aufbauten",
    lead: "Wie Homeport zwischen Internet und Büro stehen darf, und wie nicht.",
    supported: "unterstützt",
    unsupported: "nicht unterstützt",
    present: "dieses System",
    nodes: {
      internet: "Internet",
      router: "Router",
      modem: "Modem",
      homeport: "Homeport",
      office: "Büro",
      provider: "ITSP",
    },
    kinds: {
      lan2: {
        title: "Hinter dem Zugangsrouter, an LAN 2",
        text: "Der übliche Aufbau. LAN 1 (WAN) bleibt unbenutzt.",
      },
      lan1: {
        title: "Hinter dem Zugangsrouter, an LAN 1 (WAN)",
        text: "Die Netzwerkadressübersetzung an LAN 1 muss aus sein. SIP über TLS ist dort nicht möglich.",
      },
      accessRouter: {
        title: "Als Zugangsrouter hinter einem Modem",
        text: "Homeport stünde selbst im Internet. Stellen Sie einen Router dazwischen.",
      },
      split: {
        title: "ITSP und SIP@Home an verschiedenen Schnittstellen",
        text: "Alles VoIP muss dieselbe Schnittstelle benutzen.",
      },
    },
  },
  help: interfacesHelp,
}
