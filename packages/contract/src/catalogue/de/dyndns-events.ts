/** Was daraus wird, dass der DynDNS-Anbieter die öffentliche Adresse erfährt. */
export const dyndnsEventsDe = {
  "dyndns.updated": "Dem DynDNS-Anbieter wurde gemeldet, dass {hostName} zu {address} führt.",
  "dyndns.elsewhere":
    "Der DynDNS-Anbieter kannte die neue Adresse {address} von {hostName}, bevor Homeport sie meldete: Auch der Büro-Router scheint sie zu melden.",
  "dyndns.failed":
    "Dem DynDNS-Anbieter konnte nicht gemeldet werden, dass {hostName} zu {address} führt ({answer}). Es wird wieder versucht; bis dahin finden Telefone zu Hause das Büro nicht.",
  "dyndns.stopped":
    "Der DynDNS-Anbieter hat die Aktualisierung von {hostName} abgelehnt ({answer}), und es wird nichts mehr gesendet, bis jemand handelt: Telefone zu Hause werden das Büro unter {address} nicht finden.",
}
