/** Every text of the console in German. */
import { events } from "./de/events.ts"
import { form, frame, login, table } from "./de/frame.ts"
import { home } from "./de/home.ts"
import { dynDns, interfaces } from "./de/network.ts"
import { password, registration } from "./de/parts.ts"
import { channels, ports } from "./de/ports.ts"
import { sipClient } from "./de/sip-client.ts"
import { sipClients } from "./de/sip-clients.ts"
import { stun } from "./de/stun.ts"
import { about, tree } from "./de/tree.ts"
import type { ConsoleTexts } from "./en.ts"

export const de: ConsoleTexts = {
  about,
  channels,
  dynDns,
  events,
  form,
  frame,
  home,
  interfaces,
  login,
  password,
  ports,
  registration,
  sipClient,
  sipClients,
  stun,
  table,
  tree,
}
