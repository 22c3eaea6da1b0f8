/**
 * One-time links for the people who have a device at home: a page on the phones' listener with everything that this one device
 * needs, in the language of that person's browser. It opens once, in one browser; here stands what the administrator does about it.
 */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { moment, nothing, whole, wholeInText } from "./primitives.ts"

/** In hours: how long a link that nobody opened waits. */
export const homeLinkHours = { proposed: 72, most: 24 * 30 } as const

/** How long the one browser may look at the page after it was opened. */
export const homePageMinutes = 30

/** What `device.homeLink` says. The URL itself is shown once, when it is made: only its hash is kept. */
export const homeLink = z.strictObject({
  madeAt: moment,
  opensUntil: moment,
  /** "waiting": it can be opened. "open": its browser can still look. "over": its time is. "closed": somebody has ended it before. */
  state: z.enum(["waiting", "open", "over", "closed"]),
  /** null: nobody has pressed the button on its page. */
  opened: z.nullable(
    z.strictObject({
      at: moment,
      /** IP address. */
      address: z.string(),
      /** In short, "Firefox, Android"; empty: it did not say what it is. */
      browser: z.string(),
    }),
  ),
})
export type HomeLink = z.infer<typeof homeLink>

export const openedHomeLink = z.strictObject({ url: z.string(), opensUntil: moment })
export type OpenedHomeLink = z.infer<typeof openedHomeLink>

const byId = z.strictObject({ id: wholeInText(1, 2 ** 31) })

export const homeLinks = {
  open: endpoint({
    method: "POST",
    path: "/api/devices/:id/home-link",
    /** It ends the one before it. */
    summary: "Make the one-time link of a device",
    role: "enhanced",
    params: byId,
    body: z.strictObject({ hours: z._default(whole(1, homeLinkHours.most), homeLinkHours.proposed) }),
    response: openedHomeLink,
    status: 201,
    errors: ["NotFound", "PhonesOff", "PublicNameUnknown", "DeviceNotServed", "StationNotAtHome"],
  }),
  close: endpoint({
    method: "DELETE",
    path: "/api/devices/:id/home-link",
    /** For ever, its page too; that it was used stays known. */
    summary: "Close the one-time link of a device",
    role: "enhanced",
    params: byId,
    response: nothing,
    errors: ["NotFound"],
  }),
}
