/** What both pages of a one-time link have in common: the document around them, and the headers that keep it to its reader. */
import { createHash } from "node:crypto"
import { type Locale, locales, type SayOnHomePage } from "@homeport/contract"
import { homePageScript, homePageStyle } from "./home-page-style.ts"
import { type Html, html, raw } from "./html.ts"

export interface HomePage {
  readonly language: Locale
  /** Above all; not the title of the document, which previews and histories keep: it names nobody. */
  readonly title: string
  /** Below it. */
  readonly subtitle?: string
  readonly content: Html
  /** Whole minutes, after which the page reloads; absent: never. */
  readonly minutes?: number
}

export function homePage(page: HomePage, say: SayOnHomePage): string {
  const { language, title, subtitle, content, minutes } = page
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${say("page.document")}</title>
<link rel="icon" href="data:,">
<style>${raw(homePageStyle)}</style>
</head>
<body data-copied="${say("value.copied")}" data-minutes="${minutes}">
<main>
<header>${logo}<div><h1>${title}</h1>${subtitle === undefined ? undefined : html`<p class="quiet">${subtitle}</p>`}</div></header>
${languages(language, say)}
${content}
<p role="status" class="said"></p>
</main>
<script>${raw(homePageScript)}</script>
</body>
</html>
`.html
}

/** A link for every language but the page's own; with what its form sends, the choice goes along. */
const languages = (current: Locale, say: SayOnHomePage): Html =>
  html`<nav class="languages" aria-label="${say("page.language")}">${locales.map((locale) =>
    locale === current
      ? html`<span lang="${locale}" aria-current="true">${languageNames[locale]}</span>`
      : html`<a lang="${locale}" hreflang="${locale}" href="?language=${locale}">${languageNames[locale]}</a>`,
  )}</nav>`

/** Each in its own. */
const languageNames: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" }

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/** Nothing from elsewhere, nothing kept, nobody told where its reader came from. */
export const homePageHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": [
    "default-src 'none'",
    `style-src ${hashOf(homePageStyle)}`,
    `script-src ${hashOf(homePageScript)}`,
    "img-src data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
}

/** The console's mark. */
const logo = raw(
  '<svg aria-hidden="true" width="36" height="36" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#14506f"/>' +
    '<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="M7 16.2 16 8l9 8.2" stroke="#fff" stroke-width="2.6"/>' +
    '<path d="M11 20.2a7.2 7.2 0 0 1 10 0" stroke="#7fd0ef" stroke-width="2.4"/></g><circle cx="16" cy="24" r="1.9" fill="#7fd0ef"/></svg>',
)
