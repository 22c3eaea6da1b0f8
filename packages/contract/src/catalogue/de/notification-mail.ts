/** Der Rahmen einer E-Mail über Ereignisse; was geschah, sagen deren eigene Sätze. */
export const mailDe = {
  "subject.one": "[{system}] {severity}: {sentence}",
  "subject.several": "[{system}] {count} {count|Ereignis|Ereignisse}, darunter: {severity}",
  "subject.test": "[{system}] Test",
  test: "Das ist ein Test. Ab jetzt kommen Ereignisse in diesem Postfach an.",
  times: "{count}-mal seit {since}",
  advice: "Was zu tun ist: {advice}",
  more: "Und {count} {count|weitere Zeile|weitere Zeilen}, für die kein Platz war: siehe Ereignisse in der Konsole.",
  footer:
    "Gesendet von Homeport ({system}). Was gesendet wird, ist dort in der Konsole gewählt: Wartung, Benachrichtigungen.",
} as const
