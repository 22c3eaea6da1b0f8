import type { registrationTrial as enRegistrationTrial } from "../en/registration-trial.ts"
import { type HelpText, plural, type Texts } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Was jetzt aus einer Registrierung würde, ohne Telefon: Es werden dieselben Regeln gefragt wie bei einer echten, und nichts wird geändert. Die Antwort folgt, wenn sich eine Einstellung ändert, und ihre Adresse kann man jemandem schicken.",
  fields: [
    {
      name: "Benutzer",
      text: "Was das Telefon als Benutzername angibt: die Rufnummer des Teilnehmers. Das Kennwort gilt als richtig und wird nicht verlangt.",
    },
    {
      name: "Kommt von",
      text: "Die Adresse, von der die Pakete des Telefons kommen: bei einem Telefon zu Hause die öffentliche Adresse seines Heimrouters, bei einem im Büro seine eigene.",
    },
    {
      name: "Port bei Homeport",
      text: "Wo die Pakete ankommen. Er entscheidet, ob das Telefon als Büro oder Internet gilt.",
    },
    {
      name: "Telefon nennt sich",
      text: "Der User-Agent der Registrierung. Er zählt nur bei Teilnehmern, die für eine Art von Telefon sind.",
    },
    {
      name: "Contact",
      text: "Was das Telefon als seine eigene Adresse schreibt. Leer: woher seine Pakete kommen, wie es ein Telefon mit STUN tut. Eine private Adresse ist hier ein Telefon ohne STUN; die richtige Adresse mit anderem Port ein symmetrisches NAT.",
    },
  ],
}

export const registrationTrial: Texts<typeof enRegistrationTrial> = {
  title: "Registrierung probieren",
  lead: "Beschreiben Sie, wie das Telefon käme. Nichts wird geändert, und kein Telefon ist nötig.",
  user: "Benutzer",
  userHint: "Die Rufnummer, wie das Telefon sie angibt.",
  address: "Kommt von",
  addressHint: "IP-Adresse des Telefons, wie Homeport sie sähe.",
  sourcePort: "Von Port",
  transport: "Transport",
  port: "Port bei Homeport",
  portHint: (ports) => `Jetzt offen: ${ports}`,
  networks: { inner: "Büro", outer: "Internet" },
  userAgent: "Telefon nennt sich",
  userAgentHint: "Sein User-Agent. Leer: Es sagt nichts.",
  contact: "Contact: Adresse",
  contactHint: "Was das Telefon als seine eigene Adresse schreibt. Leer: woher seine Pakete kommen.",
  contactPort: "Contact: Port",
  try: "Probieren",
  result: "Ergebnis",
  admitted: {
    inner: "Sie würde zugelassen, als Telefon im Büro.",
    outer: "Sie würde zugelassen, als Telefon im Internet.",
  },
  challenged: "Das Telefon muss das Kennwort des Teilnehmers beweisen; es wurde hier nicht geprüft.",
  unchallenged: "Ein Kennwort wird nicht verlangt: Die Authentifizierung des Teilnehmers ist nicht aktiv.",
  replaces: (count) =>
    `Sie träte an die Stelle von ${plural(count, "Telefon, das", "Telefonen, die")} jetzt registriert ${count === 1 ? "ist" : "sind"}.`,
  refused: (status) => `Sie würde mit ${status} abgewiesen.`,
  notOpen: "Kein SIP-Port von Homeport nähme sie an: Dieser Port ist über diesen Transport nicht offen.",
  decides: "Darüber entscheidet:",
  station: (callNumber, name) => `Teilnehmer ${callNumber} ${name}`,
  causes: {
    "unknown-user": "Kein Teilnehmer hat diese Rufnummer.",
    "wrong-password": "Der Teilnehmer hat kein Kennwort, also kann sich kein Telefon ausweisen.",
    "internet-registration-off": "„Internet-Registrierung mit internem SBC“ ist beim Teilnehmer aus.",
    "internet-registration-over": "Der letzte Tag der Internet-Registrierung des Teilnehmers ist vorbei.",
    "authentication-off": "Die Authentifizierung des Teilnehmers ist nicht aktiv; über das Internet muss sie es sein.",
    "fixed-ip-address": "Der Teilnehmer darf sich nur von seiner festen IP-Adresse registrieren.",
    "user-agent": "Der Teilnehmer ist für eine andere Art von Telefon: Dieser User-Agent beginnt nicht, wie er muss.",
    "no-stun": "Der Contact ist eine Adresse, die das Internet nicht erreicht: Das Telefon benutzt kein STUN.",
    "symmetric-nat": "Der Contact hat einen anderen Port als die Pakete: Der Heimrouter ist ein symmetrisches NAT.",
    "sip-alg":
      "Der Contact ist eine andere öffentliche Adresse als die der Pakete: Ein Router auf dem Weg schreibt SIP um (ALG).",
    "router-rewrites-source":
      "Die Pakete kommen von einer lokalen Adresse an den externen Port, der Contact ist öffentlich: Der Büro-Router verbirgt, wer anruft.",
    "contact-host-name": "Der Contact ist ein Name: Das Telefon muss seine öffentliche IP-Adresse schreiben.",
    "contact-not-sip": "Der Contact ist keine sip:-URI.",
    "too-many-contacts": "Der Teilnehmer hat so viele Telefone registriert, wie erlaubt sind.",
  },
  help,
}
