/** What the office router has to forward, line by line, with what has proven it. */
import { type Forwarding, type ForwardingLine, type ForwardingProof, forwardingTable } from "@homeport/contract"
import { moment } from "../routes/views.ts"
import type { Services } from "../services.ts"
import type { KeptEvidence } from "./forwarding-memory.ts"

type Sources = Pick<Services, "store" | "core" | "publicName" | "phonesPort" | "phonesForwarding" | "phones">

export function forwardingLines(services: Sources): ForwardingLine[] {
  const { store, core, publicName, phonesPort, phonesForwarding, phones } = services

  /** Of the line of a SIP port. */
  const sipState = ({ transport, from, to }: Forwarding): State => {
    const proof = core.forwarding().find((one) => one.transport === transport)
    const listener = core
      .listeners()
      .find((one) => one.network === "outer" && one.transport === transport && one.port === to)
    const name = publicName()
    const scheme = transport === "TLS" ? "https" : "http"
    return {
      open: listener?.state === "listening",
      proven: provenBy(proof),
      url: transport === "UDP" || name === undefined ? null : `${scheme}://${name}:${from}`,
    }
  }

  /** Of the phones' listener, which is open as long as this process runs: a start without it fails. */
  const phonesState = (): State => ({
    open: true,
    proven: provenBy(phonesForwarding.proof()),
    url: phones.publicBase() ?? null,
  })

  const stateOf = (line: Forwarding): State => {
    if (line.last !== undefined) return { open: null, proven: null, url: null }
    return line.name === "PHONES_EXT" ? phonesState() : sipState(line)
  }

  return forwardingTable(store.state().sections["port-management"].value, phonesPort).map((line) => {
    const { transport, name = null, from, to, last = null } = line
    return { transport, name, from, to, last, ...stateOf(line) }
  })
}

type State = Pick<ForwardingLine, "open" | "proven" | "url">

const provenBy = (proof: KeptEvidence<ForwardingProof> | undefined): ForwardingLine["proven"] =>
  proof ? { at: moment(proof.at), from: proof.from, how: proof.how } : null
