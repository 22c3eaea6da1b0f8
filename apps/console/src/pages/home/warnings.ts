/** Which warnings the state of the system deserves beside the checks of SIP@Home, in the order of their weight. */
import { type Certificate, expiryWarnings, type Listener } from "@homeport/contract"
import { paths } from "../../paths.ts"
import { sentenceOf } from "../../text/problem.ts"
import type { ConsoleTexts } from "../../text/texts.tsx"

export interface Warning {
  readonly key: string
  readonly severity: "failed" | "warning"
  readonly text: string
  readonly page: { readonly path: string; readonly label: string }
}

export interface SystemState {
  readonly listeners: readonly Listener[]
  readonly certificates: readonly Certificate[]
}

export function warningsOf({ listeners, certificates }: SystemState, texts: ConsoleTexts): Warning[] {
  const words = texts.home.warnings
  const failed = listeners
    .filter(({ state }) => state === "failed")
    .map(
      ({ name, transport, address, port, problem }): Warning => ({
        key: `${name} ${transport} ${address}`,
        severity: "failed",
        text: words.listener(name, transport, address, port, texts.home.listenerProblem[problem ?? "failed"]),
        page: listenerPage(problem),
      }),
    )
  return [...failed, ...certificates.flatMap(certificateWarning)]

  function listenerPage(problem: Listener["problem"]): Warning["page"] {
    if (problem === "address-not-available")
      return { path: paths.networkInterfaces(), label: texts.tree.networkInterfaces }
    if (problem === "certificate") return { path: paths.certificatesForTls(), label: texts.tree.certificatesForTls }
    return { path: paths.portManagement(), label: texts.tree.portManagement }
  }

  /** In use, and soon over or over already; that of SPE is one of the checks. */
  function certificateWarning({ id, name, usedBy, daysLeft }: Certificate): Warning[] {
    const [early, , last] = expiryWarnings
    const others = usedBy.filter((use) => use !== "spe-certificate")
    if (others.length === 0 || daysLeft > early) return []
    const uses = others.map((use) => sentenceOf(texts, "use", use)).join(", ")
    return [
      {
        key: `certificate-${id}`,
        severity: daysLeft <= last ? "failed" : "warning",
        text: daysLeft < 0 ? words.certificateExpired(name, uses) : words.certificateEnds(name, uses, daysLeft),
        page: { path: paths.certificate(id), label: name },
      },
    ]
  }
}
