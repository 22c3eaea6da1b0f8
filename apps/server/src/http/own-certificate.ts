/** The console's certificate, kept in the store with its key encrypted; renewed at a start within its last month. */
import { hostname } from "node:os"
import type { AvailableInterface } from "@homeport/contract"
import { isHostName } from "@homeport/contract"
import { Secret, type Store } from "@homeport/store"
import { type ConsoleCertificate, isFresh, makeConsoleCertificate } from "./console-certificate.ts"

export function ownCertificate(
  store: Pick<Store, "secret" | "replaceSecret">,
  interfaces: readonly AvailableInterface[],
  at: Date,
): ConsoleCertificate {
  const names = [...new Set([hostname(), "localhost", ...interfaces.map(({ address }) => address)])]
  const make = () => makeConsoleCertificate(names.filter(isNameOrAddress), at)
  const kept = parse(store.secret(name, () => JSON.stringify(make())).reveal())
  if (kept && isFresh(kept, at)) return kept
  const fresh = make()
  store.replaceSecret(name, Secret.of(JSON.stringify(fresh)))
  return fresh
}

const name = "console-certificate"

/** A machine may be called what no certificate can carry. */
const isNameOrAddress = (text: string): boolean => isHostName(text) || /^[0-9.]+$/.test(text)

function parse(text: string): ConsoleCertificate | undefined {
  const value: unknown = JSON.parse(text)
  if (typeof value !== "object" || value === null || !("certificate" in value) || !("privateKey" in value))
    return undefined
  const { certificate, privateKey } = value
  return typeof certificate === "string" && typeof privateKey === "string" ? { certificate, privateKey } : undefined
}
