/** Whether SIP over TLS is open at this moment, from what is wanted and what really listens. */
import type { Listener, SpeStatus, TlsReason } from "@homeport/contract"
import { paths } from "../paths.ts"
import type { ConsoleTexts } from "../text/texts.tsx"

export type TlsListener = Listener & { readonly name: "SIP_TLS_SUB" | "SIP_TLS_SUB_EXT" }

export type TlsState =
  /** Every listener that is wanted listens: the ports of the internet and of the office. */
  | { readonly kind: "open"; readonly outer: number; readonly inner: number }
  /** Wanted, and some of them could not be opened. */
  | { readonly kind: "failed"; readonly failed: readonly TlsListener[] }
  /** Wanted, and not there yet. */
  | { readonly kind: "opening" }
  | { readonly kind: "closed"; readonly reasons: readonly TlsReason[] }

export function tlsState(spe: SpeStatus, listeners: readonly Listener[]): TlsState {
  if (!spe.open) return { kind: "closed", reasons: spe.reasons }
  const present = tlsListeners(listeners).filter(({ state }) => state !== "draining")
  const failed = present.filter(({ state }) => state === "failed")
  if (failed.length > 0) return { kind: "failed", failed }
  const portOf = (name: TlsListener["name"]) => present.find((listener) => listener.name === name)?.port
  const [outer, inner] = [portOf("SIP_TLS_SUB_EXT"), portOf("SIP_TLS_SUB")]
  return outer === undefined || inner === undefined ? { kind: "opening" } : { kind: "open", outer, inner }
}

export function tlsListeners(listeners: readonly Listener[]): TlsListener[] {
  return listeners.filter((listener): listener is TlsListener => listener.name.startsWith("SIP_TLS_"))
}

/** Where each reason is mended. */
export function mendOf(reason: TlsReason, texts: ConsoleTexts): { readonly path: string; readonly label: string } {
  if (reason === "spe-support-off") return { path: paths.systemFlags(), label: texts.tree.systemFlags }
  if (reason === "voip-on-lan1") return { path: paths.networkInterfaces(), label: texts.tree.networkInterfaces }
  if (reason === "not-yet-valid") return { path: paths.installedSpeCertificate(), label: texts.tree.speCertificate }
  return { path: paths.certificatesForTls(), label: texts.tree.certificatesForTls }
}
