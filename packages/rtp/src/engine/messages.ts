/** What the main thread and a worker tell each other: plain data, never for a single packet of media. */
import type { Component, RemoteMedia, SideCounters, SocketAddress } from "./engine.ts"

export type Command =
  | {
      readonly type: "add"
      readonly side: number
      readonly relay: number
      readonly address: string
      readonly port: number
    }
  | { readonly type: "join"; readonly a: number; readonly b: number }
  | { readonly type: "negotiated"; readonly side: number; readonly remote: RemoteMedia }
  | { readonly type: "deliver"; readonly side: number; readonly active: boolean }
  | {
      readonly type: "send"
      readonly side: number
      readonly component: Component
      readonly bytes: Uint8Array
      readonly to: SocketAddress
      readonly ttl: number | undefined
    }
  | { readonly type: "release"; readonly side: number }

export type Report =
  | { readonly type: "added"; readonly side: number }
  /** `code` is the system's: EADDRINUSE, EADDRNOTAVAIL … */
  | { readonly type: "failed"; readonly side: number; readonly code: string }
  | {
      readonly type: "nonRtp"
      readonly side: number
      readonly component: Component
      readonly bytes: Uint8Array
      readonly from: SocketAddress
    }
  | { readonly type: "settled"; readonly side: number; readonly source: SocketAddress }
  /** The last of this side: its ports are closed, and these are its final figures. */
  | { readonly type: "released"; readonly side: number; readonly counters: SideCounters }
  /** Once a second, of those that changed. */
  | { readonly type: "counters"; readonly sides: readonly { readonly side: number; readonly counters: SideCounters }[] }
