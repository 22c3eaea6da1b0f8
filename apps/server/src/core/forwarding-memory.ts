/**
 * Keeps what proved the forwarding beyond the process's end. Written when it has changed, once a minute at most and at the end:
 * the disk is never waited for while a datagram is.
 */
import { forwardingProofs } from "@homeport/contract"
import type { ForwardingEvidence } from "@homeport/sbc"
import type { Store } from "@homeport/store"

export interface ForwardingMemory {
  /** As stored; nothing where that cannot be read. */
  recall(): readonly ForwardingEvidence[]
  /** To be called now and then, and at the end. */
  keep(evidence: readonly ForwardingEvidence[]): void
}

export function createForwardingMemory(store: Pick<Store, "rememberedText" | "remember">): ForwardingMemory {
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

const place = "forwarding"

/** Of this version's shape: what another version wrote differently is proven anew. */
function isEvidence(one: unknown): one is ForwardingEvidence {
  if (typeof one !== "object" || one === null) return false
  // Its fields are looked at one by one.
  const { transport, local, externalPort, at, from, how } = one as Record<string, unknown>
  return (
    isOneOf(transport, ["UDP", "TCP", "TLS"]) &&
    isOneOf(how, forwardingProofs) &&
    typeof local === "object" &&
    local !== null &&
    typeof externalPort === "number" &&
    typeof at === "number" &&
    typeof from === "string"
  )
}

const isOneOf = (value: unknown, values: readonly string[]) => typeof value === "string" && values.includes(value)
