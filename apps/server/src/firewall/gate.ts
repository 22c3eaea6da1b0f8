/**
 * Who may come to the console and to the phones' listener: asked before anything else is looked at.
 *
 *   request, connection ──▶ does the rule of Application Firewall let this address in? ──no──▶ refused, counted, one line that counts
 *                           is it blocked by hand? ─────────────────────────────────yes──▶ the same
 */
import { type ApplicationFirewallSettings, plainAddress } from "@homeport/contract"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { BlockService } from "./block-service.ts"
import { mayReach } from "./reach.ts"

export interface Gate {
  /** Counts and tells where it may not. `address`: past trusted proxies. */
  admits(to: "console" | "phones", address: string): boolean
  refused(): { readonly console: number; readonly phones: number }
}

export interface GateOptions {
  readonly rules: () => ApplicationFirewallSettings
  readonly localNetworks: () => readonly string[]
  readonly blocks: Pick<BlockService, "shutsOut">
  readonly events: EventRecorder
}

export function createGate({ rules, localNetworks, blocks, events }: GateOptions): Gate {
  const refused = { console: 0, phones: 0 }
  return {
    admits(to, address) {
      if (mayReach(address, rules()[to], localNetworks()) && !blocks.shutsOut(address)) return true
      refused[to]++
      const source = plainAddress(address)
      events.record({ code: `firewall.refused.${to}`, severity: "warning", params: { source }, alike: source })
      return false
    },
    refused: () => ({ ...refused }),
  }
}
