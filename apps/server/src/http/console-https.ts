/**
 * Which certificate the console's own HTTPS shows: the chosen one, or the one that Homeport made for itself. Switched while it
 * serves: new connections are shown the new one, open ones stay.
 */
import { createSecureContext } from "node:tls"
import type { SettingsState } from "@homeport/store"
import type { Inventory, Known } from "../certificates/inventory.ts"
import { type ConsoleCertificate, fingerprintOf } from "./console-certificate.ts"

export interface ConsoleHttps {
  readonly https: boolean
  /** Of the one made by Homeport itself; undefined over HTTP. */
  readonly ownFingerprint: string | undefined
  /** Whether this machine's TLS library serves it. */
  accepts(known: Known): boolean
  /** What is to be shown now; undefined over HTTP. */
  current(): ConsoleCertificate | undefined
  /** Called when a server listens with it, now and after each change. */
  follow(use: (certificate: ConsoleCertificate) => void): void
  /** Settings have changed: whoever follows is given the certificate if it is another one. */
  changed(): void
}

export interface ConsoleHttpsOptions {
  /** Undefined: the console is served over HTTP, on loopback. */
  readonly own: ConsoleCertificate | undefined
  readonly state: () => SettingsState
  readonly inventory: (state: SettingsState) => Inventory
}

export function createConsoleHttps({ own, state, inventory }: ConsoleHttpsOptions): ConsoleHttps {
  const followers: ((certificate: ConsoleCertificate) => void)[] = []

  const current = (): ConsoleCertificate | undefined => {
    if (!own) return undefined
    const known = inventory(state())
    const chosen = known.of(state().sections["installed-certificates"].value.console)
    // One that cannot be served any more must not lock the administrator out.
    return chosen && accepts(chosen) ? served(chosen, known) : own
  }
  let shown = current()?.certificate

  return {
    https: own !== undefined,
    ownFingerprint: own && fingerprintOf(own),
    accepts,
    current,
    follow(use) {
      followers.push(use)
    },
    changed() {
      const next = current()
      if (!next || next.certificate === shown) return
      shown = next.certificate
      for (const use of followers) use(next)
    },
  }
}

function accepts({ stored: { pem, privateKey } }: Known): boolean {
  if (!privateKey) return false
  try {
    createSecureContext({ cert: pem, key: privateKey.reveal() })
    return true
  } catch {
    return false
  }
}

/** With its chain, as a server shows it. */
export const served = (known: Known, inventory: Inventory): ConsoleCertificate => ({
  certificate: [known, ...inventory.issuersOf(known)].map(({ stored }) => stored.pem).join("\n"),
  privateKey: known.stored.privateKey?.reveal() ?? "",
})
