/**
 * The pages of one-time links on the phones' listener, over HTTPS alone.
 *
 *   GET  /h/<token>   waiting: the button · open, in its browser: the settings · everything else: the listener's 404
 *   POST /h/<token>   the button; then GET again, so that a browser that reloads the page asks for it and presses nothing
 *
 * The cookie is given by the first GET: when the answer to the POST is lost, pressing again finds the browser that pressed before.
 * `?language=de` is what the reader chose on the page.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { newToken } from "../link-token.ts"
import type { HomeLinkService, Look, Visitor } from "./home-link-service.ts"
import { homePageHeaders } from "./home-page.ts"
import { localeOf, pageLanguage } from "./page-language.ts"
import { settingsPage } from "./settings-page.ts"
import { type WaitingPage, waitingPage } from "./waiting-page.ts"

export interface HomeRoutesOptions {
  readonly links: Pick<HomeLinkService, "look" | "press">
  /** The listener's 404. */
  readonly refuse: (reply: FastifyReply) => Promise<FastifyReply>
}

type TokenRequest = FastifyRequest<{ Params: { token: string }; Querystring: { language?: unknown } }>

/** A plugin: what it teaches the listener to read stays here. */
export const homeRoutes =
  ({ links, refuse }: HomeRoutesOptions) =>
  async (app: FastifyInstance): Promise<void> => {
    // The button's form is empty; what else somebody puts there is nobody's business.
    app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, __, done) => done(null))

    app.get("/h/:token", limits, async (request: TokenRequest, reply) => {
      const visitor = visitorOf(request)
      const look = links.look(visitor)
      if (!look) return refuse(reply)
      if (look.kind === "waiting" && visitor.browser === undefined) giveCookie(reply, visitor.token)
      return reply.headers(homePageHeaders).send(pageOf(look, request))
    })

    app.post("/h/:token", limits, async (request: TokenRequest, reply) => {
      const visitor = visitorOf(request)
      const press = links.press(visitor)
      if (!press) return refuse(reply)
      if (press.kind === "refused")
        return reply.headers(homePageHeaders).send(pageOf(press.look, request, press.reason))
      const chosen = localeOf(request.query.language)
      const language = chosen === undefined ? "" : `?language=${chosen}`
      return reply.header("cache-control", "no-store").redirect(`/h/${visitor.token}${language}`, 303)
    })
  }

function pageOf(look: Look, { query, headers }: TokenRequest, problem?: WaitingPage["problem"]): string {
  const language = pageLanguage(query.language, headers["accept-language"], look.device.language)
  if (look.kind === "open") return settingsPage({ ...look, language })
  return waitingPage({ device: look.device, language, problem })
}

function visitorOf({ params, headers, ip }: TokenRequest): Visitor {
  const [, browser] = cookiePattern.exec(headers.cookie ?? "") ?? []
  return { token: params.token, browser, address: ip, userAgent: headers["user-agent"] ?? "" }
}

/**
 * Of this one link alone: two links in one browser do not know of each other. It lasts as long as the browser. Lax, because the link
 * is clicked in a mail or a chat: from there, Strict would not come along to a page that is already open.
 */
const giveCookie = (reply: FastifyReply, token: string): FastifyReply =>
  reply.header("set-cookie", `${cookieName}=${newToken()}; Path=/h/${token}; Secure; HttpOnly; SameSite=Lax`)

const cookieName = "__Secure-homeport-home"
const cookiePattern = new RegExp(`(?:^|; ?)${cookieName}=([0-9a-f]{32})(?:;|$)`)

/** Far more than a person needs, and too few to guess with. */
const limits = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }
