/**
 * Keeps what proved the forwarding beyond the process's end. Written when it has changed, once a minute at most and at the end:
 * the disk is never waited for while a datagram is.
 */
import type { ForwardingProof } from "@homeport/contract"
import type { ForwardingEvidence } from "@homeport/sbc"
import type { Store } from "@homeport/store"

export interface ForwardingMemory<How extends ForwardingProof> {
  /** As stored; nothing where that cannot be read. */
  recall(): readonly KeptEvidence<How>[]
  /** To be called now and then, and at the end. */
  keep(evidence: readonly KeptEvidence<How>[]): void
}

export type KeptEvidence<How extends ForwardingProof> = Omit<ForwardingEvidence, "how"> & { readonly how: How }

/** `place`: the name that it is stored by. `proofs`: what can prove it there. */
export function createForwardingMemory<How extends ForwardingProof>(
  store: Pick<Store, "rememberedText" | "remember">,
  place: "forwarding" | "phones-forwarding",
  proofs: readonly How[],
): ForwardingMemory<How> {
  const isEvidence = (one: unknown): one is KeptEvidence<How> => isKept(one, proofs)
  let kept = store.rememberedText(place) ?? "[]"
  return {
    recall() {
      try {
        const stored: unknown = JSON.parse(kept)
        return Array.isArray(stored) ? stored.filter(isEvidence) : []
      } catch {
        return []
      }
    },
    keep(evidence) {
      const text = JSON.stringify(evidence)
      if (text === kept) return
      store.remember(place, text)
      kept = text
    },
  }
}

/** Of this version's shape: what another version wrote differently is proven anew. */
function isKept(one: unknown, proofs: readonly ForwardingProof[]): boolean {
  if (typeof one !== "object" || one === null) return false
  // Its fields are looked at one by one.
  const { transport, local, externalPort, at, from, how } = one as Record<string, unknown>
  return (
    isOneOf(transport, ["UDP", "TCP", "TLS"]) &&
    isOneOf(how, proofs) &&
    typeof local === "object" &&
    local !== null &&
    typeof externalPort === "number" &&
    typeof at === "number" &&
    typeof from === "string"
  )
}

const isOneOf = (value: unknown, values: readonly string[]) => typeof value === "string" && values.includes(value)
