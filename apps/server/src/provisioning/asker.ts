/**
 * Whether a request looks like the device that the link was made for. It keeps link previews, crawlers and curious browsers
 * from using up a link; it is no proof of anything: what authorizes is the token.
 *
 *   a telephone        asks for the file that is named after its MAC address; its User-Agent, where it has one that we know, is its own
 *   an app             is anything but a browser, a crawler, another app or a phone: what some of them call themselves nobody has noted
 *   baresip            loads nothing by itself: whoever does it asks for its file by name
 */
import {
  deviceOf,
  type Generation,
  generationOf,
  type Device as Model,
  parseUserAgent,
  whatIsAsked,
} from "@homeport/provisioning"

export interface Request {
  /** The path behind the token, with its query: "001565aabbcc.cfg"; empty: nothing. */
  readonly file: string
  readonly userAgent: string
  readonly accept: string
}

/** What the asker shows of itself. */
export interface Shown {
  readonly mac: string | null
  readonly model: string | null
  readonly firmware: string | null
  readonly generation: Generation | undefined
}

export type Judgement = "the-device" | "other-device" | "wrong-file" | "not-the-device"

export function shownBy(request: Request, model: Model | undefined): Shown {
  const said = parseUserAgent(request.userAgent)
  const asked = whatIsAsked(request.file)
  const named = asked && asked.kind !== "common" ? asked.mac : undefined
  const firmware = said?.firmware ?? null
  return {
    mac: named ?? said?.mac ?? null,
    model: said?.model ?? (nameless.test(request.userAgent) ? null : productOf(request.userAgent)),
    firmware,
    generation: model && firmware !== null ? generationOf(model, firmware) : undefined,
  }
}

/** RFC 9110 §10.1.5: the product before its version. */
const productOf = (userAgent: string): string | null => /^[\w.-]{1,40}(?=[/ ]|$)/.exec(userAgent)?.[0] ?? null

/** `mac`: the device's own, where it is known. */
export function judge(request: Request, model: Model, mac: string | null): Judgement {
  const said = parseUserAgent(request.userAgent)
  if (!said && isBrowserLike(request)) return "not-the-device"
  if (said && said.maker !== model.maker) return "other-device"
  const named = said && deviceOf(said)
  if (named && named.id !== model.id && model.kind === "telephone") return "other-device"
  if (model.kind === "telephone") return judgeTelephone(request, said?.mac, mac)
  if (model.maker === "baresip") return request.file === "accounts" ? "the-device" : "wrong-file"
  const other = appNames.some(([maker, name]) => maker !== model.maker && name.test(request.userAgent))
  return other ? "other-device" : "the-device"
}

function judgeTelephone(request: Request, ofUserAgent: string | undefined, mac: string | null): Judgement {
  const asked = whatIsAsked(request.file)
  if (asked?.kind !== "device") return request.file === "" ? "not-the-device" : "wrong-file"
  const other = asked.mac !== (mac ?? asked.mac) || asked.mac !== (ofUserAgent ?? asked.mac)
  return other ? "other-device" : "the-device"
}

/** Only asked when no phone could be told from the User-Agent: Snom's begins with "Mozilla" as well. */
function isBrowserLike({ userAgent, accept }: Request): boolean {
  return /\btext\/html\b/i.test(accept) || strangers.test(userAgent)
}

const strangers = /mozilla|bot\b|crawl|spider|preview|facebook|whatsapp|telegram|slack|skype|discord|viber|scan/i

const appNames = [
  ["Zoiper", /\bzoiper/i],
  ["Acrobits", /\b(?:acrobits|groundwire|cloud ?softphone)/i],
] as const

/** liblinphone 5.1 fetches its settings before it has told its HTTP library who it is. */
const nameless = /^(?:Unknown|belle-sip(?:\/[\w.]+)?)?$/
