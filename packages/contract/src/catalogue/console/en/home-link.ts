/** The one-time link for the person who has a device at home: what the administrator's card says. The page itself is in catalogue/home-page.ts. */
import { plural } from "../texts.ts"

export const homeLink = {
  title: "Link for the person at home",
  lead: "A page with the values, the code and the steps of this device, for whoever has it at home. It shows nothing until a button is pressed; then it opens once, to that one browser and in its language.",
  state: "State",
  none: "No link",
  waiting: "Not opened yet",
  waitingText: (until: string) => `can be opened until ${until}`,
  open: "Open",
  openText: "its browser can still see it",
  over: "Over",
  overUnused: "Never opened, its time is over",
  closedState: "Closed",
  opened: "Opened",
  openedText: (at: string, address: string) => `${at}, from ${address}`,
  openedHint: "Was it not that person? Then change the password of the station.",
  hours: "Wait for hours",
  hoursHint: (days: number) => `1 hour to ${days} days, until somebody opens it.`,
  pageMinutes: (minutes: number) =>
    `After it was opened, its page can be seen for ${plural(minutes, "minute", "minutes")}.`,
  make: "Make a one-time link",
  makeNew: "Make a new one-time link",
  made: "The one-time link",
  madeHint:
    "It is shown only now: copy it, and send it to this person alone. One that was made before no longer opens.",
  warns:
    "Browsers do not know the certificate of the listener for phones and will warn. Tell the person at home so, or install one from a public authority.",
  close: "Close the one-time link",
  closeTitle: "Close the one-time link?",
  closeText: "Nobody can open it any more, and a page that is open is gone when it is next loaded.",
  closed: "The one-time link is closed.",
}
