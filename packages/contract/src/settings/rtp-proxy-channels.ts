/** Payload ▸ RTP proxy channels. */
import * as z from "zod/mini"
import { choice } from "../primitives.ts"
import { settingsPage } from "./page.ts"

/** "x": X1/X3/X5/X8, with or without Booster. "s": the server variant (guide §7). */
export const systemVariants = ["x", "s"] as const
export const channelsOfVariant = { x: 60, s: 180 } as const satisfies Record<(typeof systemVariants)[number], number>

export const rtpProxyChannelsSettings = z.strictObject({ systemVariant: choice(systemVariants) })
export type RtpProxyChannelsSettings = z.infer<typeof rtpProxyChannelsSettings>

export const rtpProxyChannelsDefaults: RtpProxyChannelsSettings = { systemVariant: "x" }

export const rtpProxyChannels = settingsPage("rtp-proxy-channels", rtpProxyChannelsSettings)
