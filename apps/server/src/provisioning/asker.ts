/**
 * Whether a request looks like the device that the link was made for. It keeps link previews, crawlers and curious browsers
 * from using up a link; it is no proof of anything: what authorizes is the token.
 *
 *   a telephone        asks for the file that is named after its MAC address; its User-Agent, where it has one that we know, is its own
 *   Linphone           sends X-Linphone-Provisioning, its User-Agent, or that of a library that has not been told its name yet
 *   Zoiper, Acrobits   name themselves, or ask as programs do through the telephone's own HTTP library
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
  /** X-Linphone-Provisioning. */
  readonly linphone: boolean
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
  switch (model.maker) {
    case "Linphone":
      return request.linphone || said || (nameless.test(request.userAgent) && request.accept === "")
        ? "the-device"
        : "not-the-device"
    case "Zoiper":
    case "Acrobits":
      return appNames[model.maker].test(request.userAgent) || library.test(request.userAgent)
        ? "the-device"
        : "not-the-device"
    case "baresip":
      return request.file === "accounts" ? "the-device" : "wrong-file"
    default:
      return judgeTelephone(request, said?.mac, mac)
  }
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

const appNames = { Zoiper: /\bzoiper/i, Acrobits: /\b(?:acrobits|groundwire|cloud ?softphone|softphone)/i } as const

/** liblinphone 5.1 fetches its settings before it has told its HTTP library who it is; it sends no Accept either. */
const nameless = /^(?:Unknown|belle-sip(?:\/[\w.]+)?)?$/

/** Nobody has noted what these apps send: perhaps only what the telephone's library sends for them. */
const library = /\b(?:CFNetwork|okhttp|Dalvik)\//
