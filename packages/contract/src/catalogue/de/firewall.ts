/** Wer abgewiesen oder gesperrt wurde, nach welcher Regel, und was zu tun ist, wenn das nicht sein soll. */
export const firewallEventsDe = {
  "firewall.refused.inner":
    "{source} wurde am inneren Port {name} abgewiesen (bisher {count}-mal): Die Adresse liegt in keinem Netz, das ihn erreichen darf. Ist es eines Ihrer Telefone, tragen Sie sein Netz unter Netzwerkschnittstellen ein; wenn nicht, prüfen Sie, dass der Büro-Router diesen Port nicht weiterleitet.",
  "firewall.refused.outer":
    "{source} wurde am externen Port {name} abgewiesen (bisher {count}-mal): Die Adresse liegt in keinem Netz, das ihn erreichen darf. Ist es eines Ihrer Telefone, tragen Sie sein Netz in der Application Firewall ein.",
  "firewall.refused.phones":
    "{source} wurde am Anschluss für Telefone abgewiesen: Die Adresse liegt in keinem Netz, das ihn erreichen darf. Ist es eines Ihrer Telefone, tragen Sie sein Netz in der Application Firewall ein.",
  "firewall.refused.console":
    "{source} wurde an der Konsole abgewiesen: Die Adresse darf sie nicht erreichen. Arbeitet dort ein Administrator, tragen Sie das Netz in der Application Firewall ein; kommt niemand mehr an die Konsole, führen Sie auf diesem Rechner „npm run homeport -- unblock --all“ aus.",
  "firewall.blocked.wrong-password":
    "{source} ist an den SIP-Ports für {minutes} {minutes|Minute|Minuten} gesperrt, nach {failures} Fehlversuchen, der letzte mit falschem Passwort. Ist es eines Ihrer Telefone, berichtigen Sie sein Passwort und heben Sie die Sperre in der Application Firewall auf.",
  "firewall.blocked.unknown-user":
    "{source} ist an den SIP-Ports für {minutes} {minutes|Minute|Minuten} gesperrt, nach {failures} Fehlversuchen, der letzte für einen Teilnehmer, den es nicht gibt. Ist es eines Ihrer Telefone, berichtigen Sie seinen Benutzernamen und heben Sie die Sperre in der Application Firewall auf.",
  "firewall.throttled":
    "{source} wird für {minutes} {minutes|Minute|Minuten} gebremst, nach {failures} Fehlversuchen. Die von dort angemeldeten Telefone arbeiten weiter. Suchen Sie an dieser Adresse ein zweites Telefon mit falschen Zugangsdaten, oder fragen Sie, wer sie noch benutzt.",
  "firewall.blocked.hand": "{by} hat {network} gesperrt.",
  "firewall.unblocked": "{by} hat die Sperre von {network} aufgehoben.",
  "firewall.unblocked-all": "{by} hat alle Sperren aufgehoben.",
  "firewall.console-opened":
    "Die Befehlszeile hat die Konsole für alle geöffnet. Tragen Sie in der Application Firewall ein, wer sie erreichen darf.",
} as const
