/** What a test does with a phone, whichever make it is. */
import type { Audio } from "../audio/wav.ts"
import type { Host } from "../host.ts"

export type Transport = "udp" | "tcp" | "tls"
export type CallState = "idle" | "calling" | "ringing" | "established"

export interface Phone {
  readonly make: "baresip" | "linphone" | "twinkle"
  readonly number: string
  /** The frequency that it sends all call long. */
  readonly tone: number
  readonly state: CallState
  /** Starts the phone, which registers at once; resolves when it has an answer of any kind. */
  register(): Promise<Registration>
  registered(): boolean
  call(number: string): Promise<void>
  answer(): Promise<void>
  hangUp(): Promise<void>
  hold(): Promise<void>
  resume(): Promise<void>
  /** Everything heard since the present (or else the last) call began. */
  receivedAudio(): Audio
  /** Ends the program, without unregistering when `abruptly`. */
  stop(abruptly?: boolean): Promise<void>
}

export type Registration = { readonly accepted: true } | { readonly accepted: false; readonly why: string }

export interface PhoneOptions {
  readonly host: Host
  /** The host's own address, which the phone binds. */
  readonly address: string
  readonly number: string
  readonly userId: string
  readonly password: string
  /** Where to register: "192.168.1.2" or "office.example:5070". */
  readonly registrar: string
  /** The digest realm of the station, for phones that keep credentials by realm. */
  readonly realm: string
  readonly transport?: Transport
  /** Over TLS: the PEM file of the CAs that the phone trusts. baresip looks at no certificate, whatever stands here. */
  readonly caFile?: string | undefined
  /** "198.51.100.10:3478"; without it the phone does not use STUN. */
  readonly stunServer?: string
  /**
   * Of baresip the text of the file that Homeport served for it, of linphone the link by which it fetches its own: then nothing of
   * the account above is entered, nor of STUN.
   */
  readonly served?: string
  readonly tone: number
  /** Its SIP port. */
  readonly port?: number
  /** Seconds between registrations. */
  readonly expires?: number
}
