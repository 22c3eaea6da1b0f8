/** Every text of the console in English: it decides which texts there are. */
import { events } from "./en/events.ts"
import { form, frame, login, table } from "./en/frame.ts"
import { home } from "./en/home.ts"
import { dynDns, interfaces } from "./en/network.ts"
import { password, registration } from "./en/parts.ts"
import { channels, ports } from "./en/ports.ts"
import { sipClient } from "./en/sip-client.ts"
import { sipClients } from "./en/sip-clients.ts"
import { stun } from "./en/stun.ts"
import { about, tree } from "./en/tree.ts"
import type { Texts } from "./texts.ts"

export type { HelpField, HelpText } from "./texts.ts"

const english = {
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

export type ConsoleTexts = Texts<typeof english>

export const en: ConsoleTexts = english
