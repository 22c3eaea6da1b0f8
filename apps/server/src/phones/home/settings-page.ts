/** What the one browser sees that opened a link: the steps, the code, the values, the certificate, and what to do when it fails. */
import { homePageSentences, type Locale, type SayOnHomePage } from "@homeport/contract"
import type { HomeAuthority, HomeDevice, HomeSettings } from "./home-devices.ts"
import type { OpenLook } from "./home-link-service.ts"
import { homePage } from "./home-page.ts"
import { type Html, html } from "./html.ts"
import { qrDrawing } from "./qr-drawing.ts"
import { stepsFor, trustStepsFor } from "./steps.ts"

export interface SettingsPage extends Omit<OpenLook, "kind"> {
  readonly language: Locale
}

export function settingsPage(page: SettingsPage): string {
  const { language, device, minutesLeft, settings } = page
  const { name, callNumber, modelName: model } = device
  const say = homePageSentences(language)
  const content = html`<p class="note">${say("page.minutes", { minutes: minutesLeft })}</p>
${settings ? all(page, settings, say) : html`<p class="note warning" role="alert">${say("page.notReady")}</p>`}`
  const title = say("page.title", { name })
  return homePage(
    { language, title, subtitle: say("page.subtitle", { callNumber, model }), content, minutes: minutesLeft },
    say,
  )
}

function all({ device, qr, authority }: SettingsPage, settings: HomeSettings, say: SayOnHomePage): Html {
  const parts = [
    html`<p class="note warning">${say("page.secret")}</p>`,
    section("steps", say, steps(device, qr, authority, say)),
    qr === undefined ? undefined : section("scan", say, code(qr, say)),
    section("values", say, values(settings, say)),
    authority && section("trust", say, trust(authority, device, say)),
    section("router", say, router(say)),
    section("help", say, help(device, say)),
  ]
  return html`${parts.filter((part) => part !== undefined)}`
}

type Name = "steps" | "scan" | "values" | "trust" | "router" | "help"

const section = (name: Name, say: SayOnHomePage, content: Html): Html => html`<section aria-labelledby="${name}">
<h2 id="${name}">${say(`page.${name}`)}</h2>
${content}
</section>
`

const steps = (device: HomeDevice, qr: string | undefined, authority: HomeAuthority | undefined, say: SayOnHomePage) =>
  html`<ol>${stepsFor(device, { scans: qr !== undefined, trusts: authority !== undefined }).map(
    (step) => html`<li>${say(step, { model: device.modelName })}</li>`,
  )}</ol>`

const code = (qr: string, say: SayOnHomePage): Html => html`${qrDrawing(qr, say("scan.code"))}
<p>${say("scan.sameDevice")}</p>
<span class="value address" id="address">${qr}</span>
${copyButton("address", say("scan.address"), say)}`

type Sheet = HomeSettings["sheet"]

function values({ sheet, labelsMayDiffer }: HomeSettings, say: SayOnHomePage): Html {
  const sections = sheet.map(
    ({ title, rows }, at) => html`<h3>${title}</h3>
<dl>${rows.map((row, number) => value(row, `value-${at}-${number}`, say))}</dl>
`,
  )
  return html`${labelsMayDiffer ? html`<p>${say("value.labels")}</p>` : undefined}${sections}`
}

function value({ label, value, secret, optional }: Sheet[number]["rows"][number], id: string, say: SayOnHomePage) {
  const text = html`<span class="value" id="${id}">${value}</span>`
  const hidden = html`<details><summary aria-label="${say("value.hidden", { label })}"><span class="when-closed">${say("value.show")}</span><span class="when-open">${say("value.hide")}</span></summary>${text}</details>`
  const shown = value === "" ? html`<span class="quiet">${say("value.empty")}</span>` : secret ? hidden : text
  return html`<div><dt>${label}${optional ? html` <span class="optional">${say("value.optional")}</span>` : undefined}</dt>
<dd>${shown}${value === "" ? undefined : copyButton(id, label, say)}</dd></div>
`
}

/** Hidden until the script is there that makes it work. */
const copyButton = (id: string, label: string, say: SayOnHomePage): Html =>
  html`<button type="button" hidden data-copies="${id}"><span>${say("value.copy")}</span><span class="said"> ${label}</span></button>`

const trust = ({ name, path, fingerprint }: HomeAuthority, device: HomeDevice, say: SayOnHomePage) =>
  html`<p>${say("trust.lead")}</p>
<p><a href="${path}" download>${say("trust.download", { name })}</a></p>
<ul>${trustStepsFor(device).map((step) => html`<li>${say(step)}</li>`)}</ul>
<p>${say("trust.fingerprint")}:<br><span class="fingerprint">${fingerprint}</span></p>`

const router = (say: SayOnHomePage): Html => html`<p>${say("router.lead")}</p>
<ul>
<li>${say("router.alg")}</li>
<li>${say("router.nat")}</li>
<li>${say("router.bandwidth", { kilobits: kilobitsOfCall })}</li>
</ul>`

const help = ({ callNumber, modelName: model }: HomeDevice, say: SayOnHomePage): Html => html`<p>${say("help.ask")}</p>
<ul>
<li>${say("help.number", { callNumber })}</li>
<li>${say("help.shows", { model })}</li>
<li>${say("help.router")}</li>
</ul>`

/** G.711, 64 kbit/s in packets of 20 ms: RTP, UDP, IP and Ethernet add about 24. */
const kilobitsOfCall = 90
