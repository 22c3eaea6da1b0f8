/** The frame of an e-mail about events; what happened is said by the events' own sentences. */
export const mailEn = {
  "subject.one": "[{system}] {severity}: {sentence}",
  "subject.several": "[{system}] {count} {count|event|events}, {severity} among them",
  "subject.test": "[{system}] Test",
  test: "This is a test. Events will arrive at this mailbox from now on.",
  times: "{count} {count|time|times} since {since}",
  advice: "What to do: {advice}",
  more: "And {count} {count|line|lines} more, for which there was no room: see Events in the console.",
  footer: "Sent by Homeport ({system}). What is sent is chosen in its console, in Maintenance, Notifications.",
} as const
