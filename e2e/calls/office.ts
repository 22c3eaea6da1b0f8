/** What every test of calls begins with: the lab, the real server in it, stations, and phones where people are. */
import { setTimeout as pause } from "node:timers/promises"
import {
  api,
  type Call,
  type Certificate,
  type LoggedEvent,
  type Registration,
  type SipClientChange,
} from "@homeport/contract"
import { expect } from "vitest"
import { secondsOfTone, TONES } from "../lab/audio/tone.ts"
import { type Capture, capture, sipMessages, type WireMessage } from "../lab/capture.ts"
import { type Homeport, startHomeport } from "../lab/homeport.ts"
import type { Host } from "../lab/host.ts"
import { INNER_NAME, OFFICE_NAME, STUN_ADDRESSES, STUN_PORT } from "../lab/internet.ts"
import {
  createLab,
  HOME_PHONE_ADDRESS,
  type Home,
  type Lab,
  type LabOptions,
  OFFICE_PHONE_ADDRESS,
} from "../lab/lab.ts"
import { baresip } from "../lab/phones/baresip.ts"
import { linphone } from "../lab/phones/linphone.ts"
import type { Phone, PhoneOptions, Transport } from "../lab/phones/phone.ts"
import { twinkle } from "../lab/phones/twinkle.ts"
import {
  exportCa,
  INNER_TLS_PORT,
  makeCertificates,
  OUTER_TLS_PORT,
  setSpeSupport,
  type TlsCertificates,
} from "../lab/tls.ts"
import { until } from "../lab/until.ts"

const MAKES = { baresip, linphone, twinkle }
export type Make = keyof typeof MAKES

export const PASSWORD = "Kx7-mQ2_vT9+w"
/** The stations that stand in the list of every test. */
export const OFFICE_NUMBER = "100"
export const HOME_NUMBERS = ["201", "202"] as const
const REALM = "SMO-SIP"

export class Office {
  readonly lab: Lab
  readonly homeport: Homeport
  readonly #wire: Capture
  readonly #phones: Phone[] = []
  #authority: Certificate | undefined

  constructor(lab: Lab, homeport: Homeport, wire: Capture) {
    this.lab = lab
    this.homeport = homeport
    this.#wire = wire
  }

  /** The certificates are made and SPE support is ticked: from now on phones register over TLS. */
  async openTls(): Promise<TlsCertificates> {
    const certificates = await makeCertificates(this.lab, this.homeport)
    await setSpeSupport(this.homeport, true)
    this.#authority = certificates.authority
    return certificates
  }

  async registeredDeskPhone(make: Make, options: DeskPhoneOptions = {}): Promise<Phone> {
    const phone = await this.deskPhone(make, options)
    expect(await phone.register(), `the desk phone (${make}) registers`).toEqual({ accepted: true })
    return phone
  }

  /** A phone on a desk in the office, with its station. */
  async deskPhone(make: Make, options: DeskPhoneOptions = {}): Promise<Phone> {
    const { transport = "udp", server = transport === "tls" ? INNER_NAME : this.lab.addresses.inner } = options
    await this.#station({ callNumber: OFFICE_NUMBER, name: "Front desk", password: PASSWORD })
    const phone = this.#phone(make, {
      host: this.lab.officePhone,
      address: OFFICE_PHONE_ADDRESS,
      registrar: transport === "tls" ? `${server}:${INNER_TLS_PORT}` : server,
      transport,
      caFile: await this.#caFile(this.lab.officePhone, transport),
      number: OFFICE_NUMBER,
      userId: `SIP-${OFFICE_NUMBER}`,
      password: PASSWORD,
      tone: TONES.office,
    })
    return phone
  }

  /** A phone in a home, with its station. twinkle does what the guide demands; the others need NAT traversal by Homeport. */
  async homePhone(make: Make, index: 0 | 1 = 0, options: HomePhoneOptions = {}): Promise<Phone> {
    const number = HOME_NUMBERS[index]
    await this.#station({
      callNumber: number,
      name: `Home ${index + 1}`,
      password: PASSWORD,
      internetRegistration: true,
      natTraversal: make === "twinkle" ? "endpoint" : "homeport",
      ...options.station,
    })
    const stun = options.stun ?? make === "twinkle"
    const { transport = "udp" } = options
    return this.#phone(make, {
      host: this.home(index).phone,
      address: HOME_PHONE_ADDRESS,
      registrar: `${OFFICE_NAME}:${transport === "tls" ? OUTER_TLS_PORT : 5070}`,
      number,
      userId: `SIP-${number}`,
      password: options.password ?? PASSWORD,
      tone: index === 0 ? TONES.homeA : TONES.homeB,
      transport,
      caFile: options.caFile ?? (await this.#caFile(this.home(index).phone, transport)),
      ...(options.served !== undefined && { served: options.served }),
      ...(options.expires !== undefined && { expires: options.expires }),
      ...(stun && { stunServer: `${STUN_ADDRESSES[0]}:${STUN_PORT}` }),
    })
  }

  async registeredHomePhone(make: Make, index: 0 | 1 = 0, options: HomePhoneOptions = {}): Promise<Phone> {
    const phone = await this.homePhone(make, index, options)
    expect(await phone.register(), `the home phone (${make}) registers`).toEqual({ accepted: true })
    return phone
  }

  home(index: number): Home {
    const home = this.lab.homes[index]
    if (!home) throw new Error(`the lab has no home ${index}`)
    return home
  }

  async calls(): Promise<readonly Call[]> {
    return (await this.homeport.client.request(api.live.calls)).items
  }

  async channelsUsed(): Promise<number> {
    return (await this.homeport.client.request(api.live.channels)).used
  }

  async registrations(): Promise<readonly Registration[]> {
    return (await this.homeport.client.request(api.registrations.list)).items
  }

  async events(code: string): Promise<readonly LoggedEvent[]> {
    return (await this.homeport.client.request(api.events.list, { query: { code, limit: 100 } })).items
  }

  /** SIP over UDP as it passed Homeport's interfaces. */
  wire(): WireMessage[] {
    return sipMessages(this.#wire.packets())
  }

  /** For a failed test: what was on the wire, and the end of the server's log. */
  async story(): Promise<string> {
    // What was captured reaches the file a moment later.
    await pause(1_500)
    const lines = this.wire()
      .slice(-60)
      .map(({ packet, startLine, header }) => {
        const time = new Date(packet.at).toISOString().slice(11, 23)
        const way = `${packet.from}:${packet.fromPort} → ${packet.to}:${packet.toPort}`
        return `${time} ${way} ${startLine} · ${header("CSeq")} ${header("Warning") ?? ""}`
      })
    return [...lines, "… the server's log ends:", this.homeport.log().slice(-4_000)].join("\n")
  }

  async stopPhones(): Promise<void> {
    await Promise.all(this.#phones.splice(0).map((phone) => phone.stop()))
  }

  /** Switches the phones at home off, without unregistering. */
  async stopHomePhones(): Promise<void> {
    const atHome = this.#phones.filter(({ number }) => number !== OFFICE_NUMBER)
    await Promise.all(atHome.map((phone) => phone.stop(true)))
  }

  async close(): Promise<void> {
    await Promise.all(this.#phones.splice(0).map((phone) => phone.stop(true)))
    await this.lab.close()
  }

  /** What the administrator gives whoever sets a phone up. */
  async #caFile(host: Host, transport: Transport): Promise<string | undefined> {
    if (transport !== "tls" || !this.#authority) return undefined
    return exportCa(this.homeport, this.#authority, host)
  }

  #phone(make: Make, options: Omit<PhoneOptions, "realm">): Phone {
    const phone = MAKES[make]({ ...options, realm: REALM })
    this.#phones.push(phone)
    return phone
  }

  /** Adds the station, or changes the one that has the number. */
  async #station(station: SipClientChange & { readonly callNumber: string; readonly name: string }): Promise<void> {
    const { items } = await this.homeport.client.request(api.sipClients.list, { query: { limit: 100 } })
    const existing = items.find(({ callNumber }) => callNumber === station.callNumber)
    if (!existing) await this.homeport.addStation(station)
    else await this.homeport.client.request(api.sipClients.change, { params: { index: existing.index }, body: station })
  }
}

export interface DeskPhoneOptions {
  readonly transport?: Transport
  /** The name or address that is entered in the phone. */
  readonly server?: string
}

export interface HomePhoneOptions {
  readonly transport?: Transport
  /** Instead of that of our CA. */
  readonly caFile?: string
  /** Seconds between registrations. */
  readonly expires?: number
  /** Whether the phone uses STUN; by default only twinkle does. */
  readonly stun?: boolean
  readonly password?: string
  /** What it starts from (`PhoneOptions.served`): nothing of the account is entered by hand. */
  readonly served?: string
  readonly station?: SipClientChange
}

export async function openOffice(options: LabOptions): Promise<Office> {
  const lab = await createLab(options)
  try {
    const homeport = await startHomeport(lab, {
      rtpForwarded: options.rtpForwarded ?? false,
      phonesServed: options.phonesServed ?? false,
    })
    return new Office(lab, homeport, await capture(lab.homeportHost, "any"))
  } catch (error) {
    await lab.close()
    throw error
  }
}

/** One calls the other, who answers after a while; resolves when both are in the call. */
export async function connect(caller: Phone, callee: Phone, ringing = 300): Promise<void> {
  await caller.call(callee.number)
  await until(`${callee.make} ${callee.number} rings`, () => callee.state === "ringing", 10_000)
  await pause(ringing)
  await callee.answer()
  await until(
    "both are in the call",
    () => inCall(caller) && inCall(callee),
    10_000,
    () => states(caller, callee),
  )
}

export async function hangUp(first: Phone, other: Phone): Promise<void> {
  await first.hangUp()
  await until(
    "the call is over at both",
    () => isIdle(first) && isIdle(other),
    10_000,
    () => states(first, other),
  )
  // linphone writes the end of its recording a moment later.
  await pause(300)
}

/** Of a call that is over: each heard the other, and never itself. */
export function heardEachOther(a: Phone, b: Phone, atLeast: number): void {
  for (const [listener, speaker] of [
    [a, b],
    [b, a],
  ] as const) {
    const heard = listener.receivedAudio()
    const way = `${listener.make} ${listener.number} hears ${speaker.make} ${speaker.number}`
    expect(secondsOfTone(heard, speaker.tone), way).toBeGreaterThan(atLeast)
    expect(secondsOfTone(heard, listener.tone), `${listener.number} hears itself`).toBe(0)
  }
}

const inCall = (phone: Phone): boolean => phone.state === "established"
const isIdle = (phone: Phone): boolean => phone.state === "idle"
const states = (...phones: Phone[]): string =>
  phones.map((phone) => `${phone.make} ${phone.number}: ${phone.state}`).join(", ")
