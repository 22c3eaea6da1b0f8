/** What the pages of one-time links need to know of a device, and of the certificate that it must trust. */
import type { OpenedLink, ProvisionView } from "@homeport/contract"

export interface HomeDevices {
  /** undefined: there is none (any more). */
  find(id: number): HomeDevice | undefined
  /** With its secrets; whoever asks says so in an event. */
  reveal(id: number): ProvisionView
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
  readonly readsQr: boolean
  readonly overTls: boolean
  /** Its station may register over the internet. */
  readonly atHome: boolean
}

export interface HomeAuthority {
  readonly name: string
  /** On the phones' listener: "/ca/office-1.crt". */
  readonly path: string
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string
}
