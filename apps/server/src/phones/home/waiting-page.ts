/** What everybody sees who has a link that waits: whose it is, and the button. Nothing here is secret. */
import { homePageMinutes, homePageSentences, type Locale } from "@homeport/contract"
import type { HomeDevice } from "./home-devices.ts"
import { homePage } from "./home-page.ts"
import { html } from "./html.ts"

export interface WaitingPage {
  readonly language: Locale
  readonly device: HomeDevice
  /** Why nothing was opened when the button was pressed. */
  readonly problem?: "cookies" | "notReady" | undefined
}

export function waitingPage({ language, device, problem }: WaitingPage): string {
  const say = homePageSentences(language)
  const model = device.modelName
  const content = html`${problem && html`<p class="note warning" role="alert">${say(`landing.${problem}`)}</p>`}
<section>
<p>${say("landing.lead", { model })}</p>
<p>${say("landing.once", { model, minutes: homePageMinutes })}</p>
${device.readsQr ? html`<p>${say("landing.scan")}</p>` : undefined}
<form method="post"><button class="main-button">${say("landing.button")}</button></form>
</section>
<p class="quiet">${say("landing.foreign")}</p>`
  return homePage({ language, title: say("landing.title", { name: device.name }), content }, say)
}
