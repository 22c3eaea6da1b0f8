/** Wer abgewiesen oder gesperrt wurde, nach welcher Regel. */
export const firewallEventsDe = {
  "firewall.refused.inner":
    "{source} wurde am inneren Port {name} abgewiesen (bisher {count}-mal): Die Adresse liegt in keinem Netz, das ihn erreichen darf.",
  "firewall.refused.outer":
    "{source} wurde am externen Port {name} abgewiesen (bisher {count}-mal): Die Adresse liegt in keinem Netz, das ihn erreichen darf.",
  "firewall.refused.phones":
    "{source} wurde am Anschluss für Telefone abgewiesen: Die Adresse liegt in keinem Netz, das ihn erreichen darf.",
  "firewall.refused.console": "{source} wurde an der Konsole abgewiesen: Die Adresse darf sie nicht erreichen.",
  "firewall.blocked.wrong-password":
    "{source} ist an den SIP-Ports für {minutes} {minutes|Minute|Minuten} gesperrt, nach {failures} Fehlversuchen, der letzte mit falschem Passwort.",
  "firewall.blocked.unknown-user":
    "{source} ist an den SIP-Ports für {minutes} {minutes|Minute|Minuten} gesperrt, nach {failures} Fehlversuchen, der letzte für einen Teilnehmer, den es nicht gibt.",
  "firewall.throttled":
    "{source} wird für {minutes} {minutes|Minute|Minuten} gebremst, nach {failures} Fehlversuchen. Die von dort angemeldeten Telefone arbeiten weiter.",
  "firewall.blocked.hand": "{by} hat {network} gesperrt.",
  "firewall.unblocked": "{by} hat die Sperre von {network} aufgehoben.",
  "firewall.unblocked-all": "{by} hat alle Sperren aufgehoben.",
  "firewall.console-opened": "Die Befehlszeile hat die Konsole für alle geöffnet.",
} as const
