/** What a phone is given as its SIP server so that the certificate fits: the public name where it is in it, else a name that is. */
import type { CertificateFacts } from "@homeport/contract"

export function serverName(facts: CertificateFacts, publicName: string | null): string {
  const names = facts.subjectAltNames.filter(({ type }) => type === "dns" || type === "ip").map(({ value }) => value)
  if (publicName !== null && names.some((name) => covers(name, publicName))) return publicName
  return names.find((name) => !name.startsWith("*.")) ?? names[0] ?? facts.subject.commonName
}

/** "*.example.net" is any name one label longer. */
function covers(name: string, wanted: string): boolean {
  if (name.toLowerCase() === wanted.toLowerCase()) return true
  const dot = wanted.indexOf(".")
  return dot > 0 && name.startsWith("*.") && name.slice(1).toLowerCase() === wanted.slice(dot).toLowerCase()
}
