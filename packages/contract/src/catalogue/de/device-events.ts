/** Geräte der Teilnehmer: was mit ihnen geschah, und was sie abholten oder nicht bekamen. */
export const deviceEventsDe = {
  "device.added": "{by} hat Teilnehmer {callNumber} ein Gerät gegeben: {model}.",
  "device.changed": "{by} hat das Gerät von Teilnehmer {callNumber} geändert: {model}.",
  "device.removed": "{by} hat das Gerät von Teilnehmer {callNumber} entfernt: {model}.",
  "device.link-opened":
    "{by} hat den Link für {model}, Teilnehmer {callNumber}, erzeugt: Er ist bis {until} (GMT) für {fetches} {fetches|Abruf|Abrufe} offen.",
  "device.link-closed": "{by} hat den Link für {model}, Teilnehmer {callNumber}, geschlossen.",
  "device.home-link-made": "{by} hat den Einmal-Link von {model}, Teilnehmer {callNumber}, erzeugt, bis {until} (GMT).",
  "device.home-link-closed": "{by} hat den Einmal-Link von {model}, Teilnehmer {callNumber}, geschlossen.",
  "device.home-link-opened":
    "{address} ({browser}) hat den Einmal-Link von {model}, Teilnehmer {callNumber}, geöffnet und das Passwort gesehen.",
  "device.home-link-refused.unknown": "{address} hat einen Einmal-Link probiert, den es nicht (mehr) gibt.",
  "device.home-link-refused.closed":
    "{address} hat den Einmal-Link von {model}, Teilnehmer {callNumber}, probiert: geschlossen.",
  "device.home-link-refused.expired":
    "{address} hat den Einmal-Link von {model}, Teilnehmer {callNumber}, probiert: abgelaufen.",
  "device.home-link-refused.used":
    "{address} hat den Einmal-Link von {model}, Teilnehmer {callNumber}, probiert: schon benutzt.",
  "device.home-link-refused.other-browser":
    "{address} hat den Einmal-Link von {model}, Teilnehmer {callNumber}, probiert: offen in anderem Browser.",
  "device.revealed": "{by} hat die Geheimnisse von {model}, Teilnehmer {callNumber}, angesehen.",
  "device.fetched": "{model} von Teilnehmer {callNumber} hat {file} von {address} aus abgeholt, ohne Geheimnisse.",
  "device.fetched-secrets":
    "{model} von Teilnehmer {callNumber} hat {file} von {address} aus abgeholt, mit seinen Geheimnissen.",
  "device.refused.unknown-token": "{address} wollte Einstellungen mit einem Link abholen, den es nicht (mehr) gibt.",
  "device.refused.expired":
    "{model} von Teilnehmer {callNumber}, an {address}, bekam keine Einstellungen: Die Zeit seines Links ist vorbei.",
  "device.refused.used-up":
    "{model} von Teilnehmer {callNumber}, an {address}, bekam keine Einstellungen: Alle Abrufe seines Links sind verbraucht.",
  "device.refused.other-device":
    "Ein anderes Gerät an {address} ({userAgent}) kam mit dem Link für {model}, Teilnehmer {callNumber}, und bekam keine Einstellungen.",
  "device.refused.wrong-file":
    "{address} wollte mit dem Link für {model}, Teilnehmer {callNumber}, {file} abholen, keine Datei dieses Geräts.",
  "device.refused.not-the-device":
    "Ein Browser oder eine Linkvorschau an {address} ({userAgent}) hat den Link für {model}, Teilnehmer {callNumber}, geöffnet und keine Einstellungen bekommen. Der Link gilt weiter.",
  "device.refused.part-of-file":
    "{address} wollte mit dem Link für {model}, Teilnehmer {callNumber}, einen Teil von {file} abholen: Dateien gibt es nur ganz.",
  "device.refused.not-served":
    "{model} von Teilnehmer {callNumber}, an {address}, bekam keine Einstellungen: Es kann nicht, was sein Teilnehmer braucht.",
  "device.refused.no-token":
    "Ein Telefon an {address} ({userAgent}) wollte {file} ohne Link abholen und bekam keine Einstellungen.",
  "device.refused.too-many":
    "{address} fragt beim Dienst für Telefone öfter an als irgendein Telefon und bekommt eine Weile keine Antwort.",
} as const
