/** Wer sich angemeldet hat, und was an Administratoren geändert wurde. */
export const accountEventsDe = {
  "account.signed-in": "{name} hat sich von {address} angemeldet.",
  "account.failed": "Eine Anmeldung als „{name}“ von {address} ist gescheitert: Name oder Kennwort war falsch.",
  "account.wrong-code": "Eine erste Anmeldung von {address} wurde abgelehnt: Der Einmalcode war falsch.",
  "account.first-password": "Das erste Kennwort von {name} wurde von {address} gesetzt.",
  "account.failed-code":
    "Eine Anmeldung als „{name}“ von {address} ist gescheitert: Das Kennwort stimmte, der Code des zweiten Faktors nicht.",
  "account.recovery-code":
    "{name} hat sich von {address} mit einem Wiederherstellungscode angemeldet; {left} {left|bleibt|bleiben} übrig.",
  "account.added": "{by} hat den Administrator {name} mit der Rolle {role} hinzugefügt.",
  "account.renamed": "{by} hat den Administrator {previous} umbenannt: jetzt {name}.",
  "account.role": "{by} hat {name} die Rolle {role} statt {previous} gegeben.",
  "account.password": "{by} hat das Kennwort von {name} gesetzt.",
  "account.removed": "{by} hat den Administrator {name} entfernt.",
  "account.signed-out": "{by} hat jede Anmeldung von {name} beendet.",
  "account.second-factor-on": "{by} hat den zweiten Faktor von {name} eingeschaltet.",
  "account.second-factor-off": "{by} hat den zweiten Faktor von {name} ausgeschaltet.",
  "account.recovery-codes": "{by} hat neue Wiederherstellungscodes für {name} erzeugt.",
  "token.made": "{by} hat das API-Token „{token}“ mit der Rolle {role} erzeugt.",
  "token.revoked": "{by} hat das API-Token „{token}“ von {name} widerrufen.",
}
