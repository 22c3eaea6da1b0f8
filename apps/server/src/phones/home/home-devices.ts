/** What the pages of one-time links need to know of a device, of its settings, and of the certificate that it must trust. */
import type { Locale, OpenedLink, ProvisionView } from "@homeport/contract"

export interface HomeDevices {
  /** undefined: there is none (any more). */
  find(id: number): HomeDevice | undefined
  /** With its secrets: whoever asks says so in an event. undefined: there are none that would work at home. */
  settings(id: number): HomeSettings | undefined
  /** Makes the device's own URL, which ends the one before it; undefined: there is none to be made. */
  openLink(id: number): Pick<OpenedLink, "qr"> | undefined
  /** Who signed what our TLS port shows; undefined: nothing is installed. */
  authority(): HomeAuthority | undefined
}

export interface HomeDevice {
  readonly id: number
  readonly callNumber: string
  /** Of its station. */
  readonly name: string
  /** As the maker writes it. */
  readonly modelName: string
  readonly kind: "telephone" | "app" | "software"
  /** Of its menus; its page speaks it to a browser that asks for none of ours. */
  readonly language: Locale
  readonly readsQr: boolean
  readonly overTls: boolean
  /** Its station may register over the internet. */
  readonly atHome: boolean
}

export interface HomeSettings {
  readonly sheet: Extract<ProvisionView, { ok: true }>["sheet"]
  /** The labels are those of another version than the person may have. */
  readonly labelsMayDiffer: boolean
}

export interface HomeAuthority {
  readonly name: string
  /** On the phones' listener: "/ca/office-1.crt". */
  readonly path: string
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string
}
