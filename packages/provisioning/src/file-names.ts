/** The names under which phones ask for their files, and which file of ours answers. */
import type { Maker } from "./devices.ts"
import { normalizedMac } from "./mac.ts"
import type { ProvisioningFile } from "./provision.ts"
import { yealinkCommonFile } from "./yealink.ts"

export type Asked =
  /** The file of one device, which has its secrets. */
  | { readonly kind: "device"; readonly mac: string }
  /** A file for a whole model or a whole site. */
  | { readonly kind: "common" }
  /** Yealink from 81 on: what to load, in which order; `mac` where it names one. */
  | { readonly kind: "boot"; readonly mac?: string | undefined }

/**
 * `path`: what stands in the request, or its last part. The query counts where it names the MAC (Snom). Undefined: no phone that we know
 * asks for that.
 */
export function whatIsAsked(path: string): Asked | undefined {
  if (path.length > longest) return undefined
  const [before = "", query = ""] = path.split("?", 2)
  const name = before.slice(before.lastIndexOf("/") + 1)
  for (const [pattern, kind] of names) {
    const found = pattern.exec(name)
    if (!found) continue
    if (kind === "common") return { kind }
    const mac = normalizedMac(found[1] ?? "")
    if (kind === "boot") return { kind, mac }
    if (mac !== undefined) return { kind, mac }
  }
  const mac = normalizedMac(/(?:^|&)mac=([0-9a-f:%-]{12,})(?:&|$)/i.exec(query)?.[1]?.replace(/%3a/gi, ":") ?? "")
  return mac === undefined ? undefined : { kind: "device", mac }
}

/**
 * What answers a file that is nobody's: Yealink's common file, without a secret. Undefined: nothing, 404. That is also the right answer
 * to Yealink's boot files: the phone then loads its common file and its own, in this order.
 */
export function commonFile(path: string, maker: Maker): ProvisioningFile | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1)
  return maker === "Yealink" && /^y\d{12}\.cfg$/i.test(name)
    ? { name, mediaType: "text/plain", text: yealinkCommonFile }
    : undefined
}

const longest = 1024

/** The last part of the path. A phone that capitalizes otherwise than its maker says is the same phone. */
const names: readonly (readonly [RegExp, Asked["kind"]])[] = [
  // Yealink.
  [/^y\d{12}\.cfg$/i, "common"],
  [/^y\d{12}\.boot$/i, "boot"],
  [/^([0-9a-f]{12})\.boot$/i, "boot"],
  // Grandstream: its own, its model's ("cfggrp2614.xml"), everybody's.
  [/^cfg([0-9a-f]{12})(?:\.xml)?$/i, "device"],
  [/^cfg(?:g[a-z]{2}\d{3,4}[a-z]?)?\.xml$/i, "common"],
  // Fanvil: "f0X4hw1.100.cfg", "F0V00X600000.cfg". Twelve characters that are no hex digits, because of the X.
  [/^f0[0-9a-z.]*x[0-9a-z.]*\.cfg$/i, "common"],
  // Snom.
  [/^snom[0-9a-z]+-([0-9a-f]{12})\.(?:htm|xml)$/i, "device"],
  [/^snom[0-9a-z]+(?:-firmware)?\.(?:htm|xml)$/i, "common"],
  // Yealink and Fanvil: .cfg. Snom and Gigaset: .xml.
  [/^([0-9a-f]{12})\.(?:cfg|xml)$/i, "device"],
]
